import { addDays, dateOf } from '@zero-distance/calendar';
import type { CareRisk, EventData } from '@zero-distance/contracts';
import { type DomainError, isDate, type PastFact, type SaidOf } from '@zero-distance/kernel';
import { refusePastCare } from './past-care.errors.js';

/** Of one row: whoever was looked after for longer has several. */
export const LONGEST_DAYS = 366;

/**
 * 历史走访: a time in which somebody was looked after at one risk, before this system, and when they were visited. Who it is, is not brought along: the number
 * that the former register had for them is kept as its keyed hash (decision 60). Days are `YYYY-MM-DD`.
 */
export interface PastCare extends PastFact {
  readonly areaCode: string;
  readonly risk: CareRisk;
  /** 走访频次: days between two visits, as it was then. */
  readonly everyDays: number;
  readonly fromOn: string;
  readonly untilOn: string;
  /** When the first visit was due, where that was before one rhythm was over: at high risk, or after another risk. */
  readonly firstDueOn: string | null;
  /** Visits that counted: they were met, in a way that their risk allowed. */
  readonly visitedOn: readonly string[];
}

/** What is said of it. */
export type PastCareSaid = SaidOf<PastCare>;

/** Why it cannot be. */
export function faultOfPast({ fromOn, untilOn, everyDays, firstDueOn, visitedOn }: PastCareSaid, now: Date): DomainError | undefined {
  if (untilOn >= dateOf(now)) return refusePastCare('past_care.not_over', {}, '/untilOn');
  if (untilOn < fromOn || untilOn >= addDays(fromOn, LONGEST_DAYS)) return refusePastCare('past_care.days_unfit', {}, '/untilOn');
  if (firstDueOn !== null && (firstDueOn < fromOn || firstDueOn > addDays(fromOn, everyDays)))
    return refusePastCare('past_care.first_due_unfit', {}, '/firstDueOn');
  const isWithin = (day: string): boolean => isDate(day) && day >= fromOn && day <= untilOn;
  return visitedOn.every(isWithin) ? undefined : refusePastCare('past_care.visit_unfit', {}, '/visitedOn');
}

/** A visit that was due, and whether somebody was there by then. */
export interface DueVisit {
  readonly dueOn: string;
  readonly done: boolean;
}

/**
 * Which visits were due, by the rhythm of then, as they are due of who is looked after here (key-person.ts): one that was made settles what is due, and the next
 * is due a rhythm after it; one that is missing is due again a rhythm later. What was due after the last day is not counted.
 */
export function dueVisits({ fromOn, untilOn, everyDays, firstDueOn, visitedOn }: PastCareSaid): DueVisit[] {
  const visits = [...new Set(visitedOn)].sort();
  const due: DueVisit[] = [];
  let dueOn = firstDueOn ?? addDays(fromOn, everyDays);
  while (dueOn <= untilOn) {
    let next = addDays(dueOn, everyDays);
    let done = false;
    for (let visit = visits[0]; !done && visit !== undefined && visit <= dueOn; visit = visits[0]) {
      visits.shift();
      const after = addDays(visit, everyDays);
      done = after > dueOn; // one that leaves the next as it is, settles nothing
      if (done) next = after;
    }
    due.push({ dueOn, done });
    dueOn = next;
  }
  return due;
}

/** What its past is made of. */
export const SAID = [
  'areaCode',
  'risk',
  'everyDays',
  'fromOn',
  'untilOn',
  'firstDueOn',
  'visitedOn',
] as const satisfies readonly (keyof PastCareSaid)[];

/** What is told of it: what was due and done, and where; not even how often somebody was visited besides. */
export const toldOf = (found: PastCare, now: Date): EventData<'intake.past-care.imported.v1'> => ({
  ...{ pastCareId: found.id, areaCode: found.areaCode, risk: found.risk, visits: dueVisits(found), at: now.toISOString() },
});
