import type { CallBackOutcome, EventData } from '@zero-distance/contracts';
import { DAY_MS, HOUR_MS, MINUTE_MS, newId, type Told } from '@zero-distance/kernel';
import type { BlindIndex, KeyRing } from '@zero-distance/personal-data';
import { maskPhone, readPhone } from '@zero-distance/personal-data/phones';
import type { MissedCallEventType, MissedCallState } from './missed-call.transitions.js';

/** 未接来电: a call that nobody answered, and those of the same number that followed while it waited (国办函〔2025〕66号: missed calls are called back). */
export interface MissedCall {
  readonly id: string;
  readonly version: number;
  readonly state: MissedCallState;
  /** Where the line is answered for. */
  readonly areaCode: string;
  /** 热线号码: the number that was called. */
  readonly line: string;
  /** Sealed, as it is shown, and its keyed hash; null once it is needed no more, or where it was withheld. */
  readonly phone: string | null;
  readonly phoneMasked: string | null;
  readonly phoneIndex: string | null;
  /** How often was called in vain, and when first and last. */
  readonly calls: number;
  readonly calledAt: Date;
  readonly lastCalledAt: Date;
  /** By when it is to be called back. */
  readonly dueAt: Date;
  /** When its clock has something to do; null when it is over. */
  readonly nextAt: Date | null;
  /** How often was called back in vain. */
  readonly attempts: number;
  /** From when another attempt in vain counts; null before the first. */
  readonly attemptNotBefore: Date | null;
  readonly outcome: CallBackOutcome | null;
  /** The request that came of it. */
  readonly requestId: string | null;
  /** The organisation that recorded it, when the caller acted for one. */
  readonly recordedBy: string | null;
  readonly recordedAt: Date;
  readonly endedAt: Date | null;
  /** When the call was that is just told of; not stored. */
  readonly toldAt?: Date;
}

export const MISSED_CALL_SORTS = ['newest', 'due'] as const;
export type MissedCallSort = (typeof MISSED_CALL_SORTS)[number];

/** What it works by. */
export interface CallBackPolicies {
  readonly 'missed-call-limit': number;
  readonly 'missed-call-attempts': number;
  readonly 'missed-call-interval': number;
  readonly 'missed-call-days': number;
}

/** What is said of a call that nobody answered. */
interface Missed {
  readonly areaCode: string;
  readonly line: string;
  readonly calledAt: Date;
  /** Absent where it was withheld. */
  readonly phone?: string;
}

const earlier = (one: Date, other: Date): Date => (one < other ? one : other);
const hoursAfter = (from: Date, hours: number): Date => new Date(from.getTime() + hours * HOUR_MS);

/** The earliest call that is still recorded now. */
export const earliestCall = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS);

const contextOf = (id: string): string => `${id}/phone`;

/** Nobody needs the number any more: it goes with the end of the matter. */
const WITHOUT_NUMBER = { phone: null, phoneMasked: null, phoneIndex: null } as const;

/** What is kept of a number. */
function numberOf(id: string, phone: string | undefined, ring: KeyRing, index: BlindIndex) {
  if (phone === undefined) return WITHOUT_NUMBER;
  const read = readPhone(phone);
  return { phone: ring.encrypt(phone, contextOf(id)), phoneMasked: maskPhone(read), phoneIndex: index.ofPhone(read) };
}

/** The number in plain; undefined when it is gone. Callers write an access record in the same transaction. */
export const openNumber = ({ id, phone }: Pick<MissedCall, 'id' | 'phone'>, ring: KeyRing): string | undefined =>
  phone === null ? undefined : ring.decrypt(phone, contextOf(id));

export function recordMissedCall(
  { areaCode, line, calledAt, phone }: Missed,
  { recordedBy, now }: { readonly recordedBy: string | null; readonly now: Date },
  { ring, index }: { readonly ring: KeyRing; readonly index: BlindIndex },
  policies: CallBackPolicies,
): MissedCall {
  const id = newId(now.getTime());
  const dueAt = hoursAfter(calledAt, policies['missed-call-limit']);
  return {
    ...{ id, version: 1, state: 'open', areaCode, line, ...numberOf(id, phone, ring, index), calls: 1 },
    ...{ calledAt, lastCalledAt: calledAt, dueAt, nextAt: dueAt, attempts: 0, attemptNotBefore: null, outcome: null, requestId: null },
    ...{ recordedBy, recordedAt: now, endedAt: null },
  };
}

/**
 * What changes when the same number called in vain another time. It is to be called back in time from the first of its calls, which may be told last: then
 * its deadline moves back, and what was told of as overdue is not told of again.
 */
export function repeated(found: MissedCall, at: Date, policies: CallBackPolicies): Partial<MissedCall> {
  const more = { calls: found.calls + 1, lastCalledAt: at > found.lastCalledAt ? at : found.lastCalledAt };
  if (at >= found.calledAt) return more;
  const dueAt = earlier(found.dueAt, hoursAfter(at, policies['missed-call-limit']));
  const wasTold = clockAction(found) === 'give-up';
  return { ...more, calledAt: at, dueAt, nextAt: wasTold ? givenUpAt({ dueAt }, policies) : dueAt };
}

/** What changes when it is over. */
export const ended = (now: Date) => ({ ...WITHOUT_NUMBER, nextAt: null, endedAt: now });

/** What changes when it was called back in vain. */
export const attempted = ({ attempts }: MissedCall, policies: CallBackPolicies, now: Date): Partial<MissedCall> => ({
  attempts: attempts + 1,
  attemptNotBefore: new Date(now.getTime() + policies['missed-call-interval'] * MINUTE_MS),
});

/** 多次未通: it was tried as often as the policy asks. */
export const isTriedEnough = ({ attempts }: MissedCall, policies: CallBackPolicies): boolean =>
  attempts >= policies['missed-call-attempts'];

/** Until when somebody may still call back what is overdue. */
export const givenUpAt = ({ dueAt }: Pick<MissedCall, 'dueAt'>, policies: CallBackPolicies): Date =>
  hoursAfter(dueAt, 24 * policies['missed-call-days']);

/** What its clock does: it tells of it when it is due, and gives up what nobody called back long after. */
export const clockAction = ({ dueAt, nextAt }: MissedCall): 'remind' | 'give-up' =>
  nextAt !== null && nextAt > dueAt ? 'give-up' : 'remind';

/** Its time to be called back is over. */
export const isOverdue = ({ state, dueAt }: MissedCall, now: Date): boolean => state === 'open' && dueAt <= now;

const brief = ({ id, areaCode }: MissedCall, { at }: Told<MissedCall>) => ({ missedCallId: id, areaCode, at: at.toISOString() });

/** The data of each event, from the missed call after the step. */
export const MISSED_CALL_EVENTS: { readonly [E in MissedCallEventType]: (after: MissedCall, told: Told<MissedCall>) => EventData<E> } = {
  'intake.missed-call.recorded.v1': (after, told) => ({
    ...brief(after, told),
    calledAt: after.calledAt.toISOString(),
    dueAt: after.dueAt.toISOString(),
  }),
  'intake.missed-call.repeated.v1': (after, told) => ({
    ...brief(after, told),
    calledAt: (after.toldAt ?? after.lastCalledAt).toISOString(),
    calls: after.calls,
  }),
  'intake.missed-call.attempted.v1': (after, told) => ({ ...brief(after, told), attempts: after.attempts }),
  'intake.missed-call.called-back.v1': (after, told) => ({
    ...brief(after, told),
    outcome: after.outcome ?? 'answered',
    requestId: after.requestId,
    inTime: told.at <= after.dueAt,
  }),
  'intake.missed-call.reminded.v1': brief,
  'intake.missed-call.given-up.v1': (after, told) => ({ ...brief(after, told), attempts: after.attempts }),
};
