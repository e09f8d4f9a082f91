import { readable } from '@zero-distance/calendar';
import { type DomainError, err, newId, ok, type Result } from '@zero-distance/kernel';
import { refuse } from '../errors.js';

/** 调解会: one meeting of the mediator with the parties. Confidential: it is never part of an event. */
export interface Session {
  readonly id: string;
  readonly caseId: string;
  readonly heldAt: Date;
  readonly place: string;
  /** 调解笔录, as far as it was written down here. */
  readonly minutes: string | null;
  /** All parties asked to go on past the month limit. */
  readonly extensionAskedByAll: boolean;
  readonly recordedAt: Date;
}

/** A session as it is entered. */
export interface SessionInput {
  readonly heldAt: Date;
  readonly place: string;
  readonly minutes?: string;
  readonly extensionAskedByAll?: boolean;
}

/** What of a case a session is judged by. */
interface HeardCase {
  readonly id: string;
  readonly dueAt: Date | null;
}

/** A session that was held. After the limit it needs the wish of all parties: mediation is voluntary, and otherwise over by then. */
export function holdSession(current: HeardCase, input: SessionInput, now: Date): Result<Session> {
  const refusal = checkTime(input.heldAt, now) ?? checkLimit(current, input);
  if (refusal) return err(refusal);
  const { heldAt, place, minutes = null, extensionAskedByAll = false } = input;
  return ok({ id: newId(), caseId: current.id, heldAt, place, minutes, extensionAskedByAll, recordedAt: now });
}

const checkTime = (heldAt: Date, now: Date): DomainError | undefined =>
  heldAt <= now ? undefined : refuse('session.in_future', {}, '/heldAt');

function checkLimit({ dueAt }: HeardCase, { heldAt, extensionAskedByAll }: SessionInput): DomainError | undefined {
  if (dueAt === null || heldAt < dueAt || extensionAskedByAll) return undefined;
  return refuse('session.limit_passed', { due: readable(dueAt) }, '/extensionAskedByAll');
}
