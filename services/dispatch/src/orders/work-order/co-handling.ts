import { type Actor, err, ok, type Result } from '@zero-distance/kernel';
import type { DecisionContext, ReferenceSnapshot } from '../../reference/reference.js';
import { type Part, partsDueAt } from '../part/part.js';
import { refuseHandling } from './handling.errors.js';
import type { Outcome } from './outcome.js';
import { type Designation, designate } from './routing.js';
import type { WorkOrder } from './work-order.js';

/** Who helps from now on, and why, as a dispatcher names them. */
export type Helpers = Pick<Designation, 'coOrganisations' | 'reason'>;

/** By what a change of co-handlers is judged. */
interface Known {
  readonly actor: Actor;
  readonly parts: readonly Pick<Part, 'id' | 'organisationId'>[];
  readonly reference: ReferenceSnapshot;
  readonly context: DecisionContext;
}

/** 调整协办: refused for whom a dispatcher could not name with the same lead. */
export function helpersNamed(order: WorkOrder, helpers: Helpers, { actor, parts, reference, context }: Known): Result<Outcome> {
  const lead = reference.inBeing(order.leadOrganisationId as string).code; // in every state in which it is asked, somebody has the order
  const named = designate(reference, order, { ...helpers, leadOrganisation: lead }, actor, context.now);
  return named.ok ? coHandlersChanged(order, { ...named.value, reason: helpers.reason }, parts, reference, context) : named;
}

/** Who they are. */
interface Named {
  readonly coOrganisationIds: readonly string[];
  readonly reason: string;
}

/** 调整协办: who is added has a part from now on, who is taken off has none; the others go on with theirs. Lead, state and due times stay. */
export function coHandlersChanged(
  order: WorkOrder,
  { coOrganisationIds, reason }: Named,
  parts: readonly Pick<Part, 'id' | 'organisationId'>[],
  reference: Pick<ReferenceSnapshot, 'inBeing'>,
  context: DecisionContext,
): Result<Outcome> {
  const opens = coOrganisationIds.filter((id) => !order.coOrganisationIds.includes(id));
  const gone = order.coOrganisationIds.filter((id) => !coOrganisationIds.includes(id));
  if (opens.length + gone.length === 0) return err(refuseHandling('work_order.same_co_handlers', {}, '/coOrganisations'));
  const ends = parts.filter(({ organisationId }) => gone.includes(reference.inBeing(organisationId).id)).map(({ id }) => id);
  return ok({ changes: { coOrganisationIds }, reason, coHandling: { opens, due: partsDueAt(order, context), ends } });
}
