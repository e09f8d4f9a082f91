import type { DomainError } from '@zero-distance/kernel';
import { refuse } from '../../errors.js';
import type { ReferenceSnapshot } from '../../reference/reference.js';
import type { Part } from '../part/part.js';

/** The lead answers for the whole: it waits for co-handlers that have time yet. */
export function awaitedRefusal(awaited: readonly Part[], reference: ReferenceSnapshot): DomainError {
  const organisations = awaited.map(({ organisationId }) => reference.organisationById(organisationId).code).join(', ');
  const until = new Date(Math.max(...awaited.map(({ dueAt }) => dueAt.getTime()))).toISOString();
  return refuse('part.awaited', { organisations, until });
}
