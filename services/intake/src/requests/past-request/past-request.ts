import { type DomainError, differenceIn } from '@zero-distance/kernel';
import { refuse } from '../../errors.js';
import type { Request } from '../request/request.js';

/** Whose numbers past requests have: those of the time before, whatever system counted them. */
export const THE_TIME_BEFORE = 'before';

/** What happened to a past request, and when. */
export type PastTimes = Pick<Request, 'receivedAt' | 'repliedAt' | 'closedAt'>;

/** Why the times of a past request cannot be. A due time may lie anywhere behind the reception: it is what was promised. */
export function faultOfTimes(
  { receivedAt, repliedAt, closedAt, dueAt }: PastTimes & Pick<Request, 'dueAt'>,
  now: Date,
): DomainError | undefined {
  const happened = { receivedAt, repliedAt, closedAt };
  for (const [name, at] of Object.entries(happened)) if (at && at > now) return refuse('past_request.in_future', {}, `/${name}`);
  for (const [name, at] of Object.entries({ repliedAt, closedAt, dueAt })) {
    if (at && at < receivedAt) return refuse('past_request.before_reception', {}, `/${name}`);
  }
  if (!repliedAt) return undefined;
  if (!closedAt) return refuse('past_request.not_closed', {}, '/closedAt');
  return closedAt < repliedAt ? refuse('past_request.closed_before_reply', {}, '/closedAt') : undefined;
}

/** What the second of two says otherwise of what happened, if anything: a past request is brought in once, and its past does not change. */
export const differenceOf = (before: Request, now: Request): string | undefined => differenceIn(SAID, before, now);

const SAID = [
  'kind',
  'channel',
  'categoryCode',
  'areaCode',
  'title',
  'text',
  'place',
  'urgency',
  'publicAnswer',
  'publishable',
  'receivedAt',
  'dueAt',
  'repliedAt',
  'closedAt',
] as const satisfies readonly (keyof Request)[];
