import { type StepOf, withChanges } from '@zero-distance/kernel';
import { type Part, type Request, UNHANDLED } from './request.js';
import type { REQUEST_TRANSITIONS, RequestState } from './request.transitions.js';

/** Why a part is withdrawn whose whole is. */
export const WITH_THE_WHOLE = 'with-the-whole';

/** A part in one of these is worked on. */
export const OPEN_STATES: readonly RequestState[] = ['received', 'dispatched', 'mediating', 'reopened'];

/** Parts that can be handled again: they were answered, and their words are there. */
export const canBeHandledAgain = ({ state, erasedAt }: Request): boolean =>
  erasedAt === null && (state === 'replied' || state === 'closed' || state === 'answered' || state === 'declined');

/** 分办: whoever has the whole ends it, and these parts are worked on from now. */
export function divided<R extends Request>(
  step: StepOf<R, typeof REQUEST_TRANSITIONS>,
  parts: readonly Part[],
): StepOf<R, typeof REQUEST_TRANSITIONS> {
  const own = withChanges(step, UNHANDLED as Partial<R>);
  return { ...own, after: { ...own.after, parts } };
}
