import type { Lamp } from '@zero-distance/calendar';
import type { CareEnd, CareRisk, EventData, KeyPersonKind } from '@zero-distance/contracts';
import { type Actor, DAY_MS, HOUR_MS, newId, type Told } from '@zero-distance/kernel';
import type { CarePolicies } from '../../policy/care-policy.js';
import type { KeyPersonEventType, KeyPersonState, Subject } from './key-person.transitions.js';
import type { Visit } from './visit.js';

/** 重点服务对象: a resident who is looked after by one worker. Who it is, is sealed in the file of the resident. */
export interface KeyPerson {
  readonly id: string;
  readonly version: number;
  readonly state: KeyPersonState;
  readonly areaCode: string;
  /** Shown to nobody who does not say what for, so that this register leads to no other. */
  readonly residentId: string;
  /** The file that they were entered for: it may have been merged into that of the resident since, by mistake. */
  readonly enteredFor: string;
  readonly kind: KeyPersonKind;
  readonly risk: CareRisk;
  /** The organisation that looks after them. */
  readonly organisationId: string | null;
  /** 责任人: the account of the one worker. */
  readonly workerId: string | null;
  readonly offeredTo: string | null;
  readonly offeredOrganisationId: string | null;
  /** Until when who is asked may answer. */
  readonly offerUntil: Date | null;
  readonly enteredAt: Date;
  /** 重大变化: the last one. */
  readonly changedAt: Date | null;
  /** The last visit that counts. */
  readonly lastVisitAt: Date | null;
  /** Since when a visit is missing; null while none is. */
  readonly overdueSince: Date | null;
  /** 下次走访: by when; null when they have left. */
  readonly dueAt: Date | null;
  /** When its clock has something to do. */
  readonly nextAt: Date | null;
  readonly leaving: CareEnd | null;
  /** Of one who became one with another: the risk of that one until then. */
  readonly riskBefore: CareRisk | null;
  /** The visit that is just told of, and the visit that was due; not stored. */
  readonly told?: { readonly visit?: Visit; readonly due?: Date | null };
}

export const KEY_PERSON_SORTS = ['newest', 'due'] as const;
export type KeyPersonSort = (typeof KEY_PERSON_SORTS)[number];

const daysAfter = (from: Date, days: number): Date => new Date(from.getTime() + days * DAY_MS);
const earlier = (one: Date, other: Date): Date => (one < other ? one : other);

/** What is said of somebody who is looked after from now on. */
export type NewKeyPerson = Pick<KeyPerson, 'areaCode' | 'residentId' | 'kind' | 'risk' | 'organisationId'>;

/** 纳入: at high risk that is a major change by itself. */
export function enterKeyPerson(said: NewKeyPerson, now: Date, policies: CarePolicies): KeyPerson {
  const begun = { ...said, enteredAt: now, changedAt: said.risk === 'high' ? now : null, lastVisitAt: null };
  const dueAt = nextVisit(begun, policies);
  return {
    ...{ id: newId(now.getTime()), version: 1, state: 'waiting', ...begun, enteredFor: said.residentId, workerId: null, ...NOBODY_ASKED },
    ...{ overdueSince: null, dueAt, nextAt: dueAt, leaving: null, riskBefore: null },
  };
}

/** What changes when nobody is asked to take them over any more. */
const NOBODY_ASKED = { offeredTo: null, offeredOrganisationId: null, offerUntil: null } as const;

type Rhythmic = Pick<KeyPerson, 'risk' | 'enteredAt' | 'changedAt' | 'lastVisitAt'>;

/** 下次走访: by the rhythm from the last visit that counts; at high risk also soon after a major change that nobody has visited them since. */
export function nextVisit(person: Rhythmic, policies: CarePolicies): Date {
  const { risk, enteredAt, changedAt, lastVisitAt } = person;
  const regular = daysAfter(lastVisitAt ?? enteredAt, policies['care-rhythm'][risk]);
  if (!hasChanged(person)) return regular;
  return earlier(regular, new Date((changedAt as Date).getTime() + policies['care-change-hours'] * HOUR_MS));
}

/** At high risk, and nobody has been there since the change. */
export const hasChanged = ({ risk, changedAt, lastVisitAt }: Rhythmic): boolean =>
  risk === 'high' && changedAt !== null && (lastVisitAt === null || lastVisitAt < changedAt);

/** The clock: the next visit, or the answer of who is asked, whichever is first. */
const clockOf = ({ dueAt, offerUntil }: Pick<KeyPerson, 'dueAt' | 'offerUntil'>): Date | null =>
  dueAt !== null && offerUntil !== null ? earlier(dueAt, offerUntil) : dueAt;

/** The same with its clock set. */
const clocked = (person: KeyPerson, changes: Partial<KeyPerson>): Partial<KeyPerson> => ({
  ...changes,
  nextAt: clockOf({ ...person, ...changes }),
});

/** 指派、移交、转介: who is asked, and until when. */
export const asked = (
  person: KeyPerson,
  whom: Pick<KeyPerson, 'offeredTo' | 'offeredOrganisationId'>,
  now: Date,
  policies: CarePolicies,
): Partial<KeyPerson> => clocked(person, { ...whom, offerUntil: daysAfter(now, policies['care-handover-days']) });

/** 接收: a worker has them from now on; an organisation has yet to give them to one of its own. */
export const accepted = (person: KeyPerson): Partial<KeyPerson> =>
  clocked(person, {
    ...{ workerId: person.offeredTo, organisationId: person.offeredOrganisationId ?? person.organisationId },
    ...NOBODY_ASKED,
  });

/** Nobody is asked any more: all stays as it was. */
export const unasked = (person: KeyPerson): Partial<KeyPerson> => clocked(person, NOBODY_ASKED);

/** Nobody looks after them any more, nor is asked to. */
export const unlooked = (person: KeyPerson, changes: Partial<KeyPerson>): Partial<KeyPerson> =>
  clocked({ ...person, ...changes }, { ...NOBODY_ASKED, workerId: null, organisationId: null });

/** What changes, and what is told besides. */
export interface Telling {
  readonly changes: Partial<KeyPerson>;
  readonly told: NonNullable<KeyPerson['told']>;
}

/** 走访逾期: the visit that was due is missing, and the next one is due in the same rhythm. Each is told of once. */
export function missed(person: KeyPerson, policies: CarePolicies): Telling {
  const due = person.dueAt as Date;
  const dueAt = daysAfter(due, policies['care-rhythm'][person.risk]);
  return { changes: clocked(person, { dueAt, overdueSince: person.overdueSince ?? due }), told: { due } };
}

/** 调整风险 or 重大变化: when they are visited next. A visit that is missing stays missing, and is not told of again. */
export function changed(person: KeyPerson, change: Partial<Pick<KeyPerson, 'risk' | 'changedAt'>>, now: Date, policies: CarePolicies) {
  const after = { ...person, ...change };
  const due = nextVisit(after, policies);
  const isTold = person.overdueSince !== null && due <= now;
  return clocked(person, { ...change, dueAt: isTold ? daysAfter(now, policies['care-rhythm'][after.risk]) : due });
}

/** 走访: what changes with a visit. One that does not count, or that came before the last one, is kept and changes nothing of when the next is due. */
export function visited(person: KeyPerson, visit: Visit, policies: CarePolicies): Telling {
  const { at, counts } = visit;
  if (!counts || (person.lastVisitAt !== null && at <= person.lastVisitAt)) return { changes: {}, told: { visit, due: null } };
  const after = { ...person, lastVisitAt: at };
  const settles = !hasChanged(after);
  const due = dueOf(person, at, policies);
  const done = { lastVisitAt: at, dueAt: nextVisit(after, policies), ...(settles && { overdueSince: null }) };
  return { changes: clocked(person, done), told: { visit, due: settles ? due : null } };
}

/** Which visit that was due one settles: the first told of that it lies before, or the next. */
function dueOf({ overdueSince, dueAt, risk }: KeyPerson, at: Date, policies: CarePolicies): Date | null {
  if (overdueSince === null || dueAt === null) return dueAt;
  let due = overdueSince;
  while (due < at && due < dueAt) due = daysAfter(due, policies['care-rhythm'][risk]);
  return earlier(due, dueAt);
}

/** 退出. */
export const ended = (leaving: CareEnd) => ({ leaving, ...NOBODY_ASKED, workerId: null, dueAt: null, nextAt: null, overdueSince: null });

/** 红黄绿灯: red, a visit is missing; yellow, the next is due within a day. */
export function lampOf({ overdueSince, dueAt }: KeyPerson, now: Date): Lamp | null {
  if (dueAt === null) return null;
  if (overdueSince !== null || dueAt <= now) return 'red';
  return dueAt.getTime() - now.getTime() <= DAY_MS ? 'yellow' : 'green';
}

export const subjectOf = (person: KeyPerson, actor: Actor): Subject => {
  const { areaCode, organisationId, workerId, offeredTo, offeredOrganisationId } = person;
  return { actor, areaCode, organisationId, workerId, offeredTo, offeredOrganisationId };
};

type Of<T> = (after: KeyPerson, told: Told<KeyPerson>) => T;
const brief = ({ id, areaCode, kind, risk }: KeyPerson, { at }: Told<KeyPerson>) => ({
  ...{ keyPersonId: id, areaCode, kind, risk },
  at: at.toISOString(),
});
const due: Of<ReturnType<typeof brief> & { dueAt: string }> = (after, told) => ({
  ...brief(after, told),
  dueAt: (after.told?.due ?? after.dueAt ?? told.at).toISOString(),
});

/** Who looks after them, who is told. */
const cares = ({ workerId }: KeyPerson) => (workerId === null ? {} : { workerId });
const offered: Of<ReturnType<typeof brief> & { offeredTo?: string }> = (after, told) => ({
  ...brief(after, told),
  ...(after.offeredTo !== null && { offeredTo: after.offeredTo }),
});
const answered: Of<ReturnType<typeof brief> & { workerId?: string }> = (after, told) => ({ ...brief(after, told), ...cares(after) });

function visitTold(after: KeyPerson, told: Told<KeyPerson>): EventData<'intake.key-person.visited.v1'> {
  const { visit, due: settled } = after.told ?? {};
  if (!visit) throw new Error('a visit is told of with the visit');
  const { id, way, met, counts, at } = visit;
  const settledDueAt = settled?.toISOString() ?? null;
  return { ...brief(after, told), visitId: id, way, met, counts, visitedAt: at.toISOString(), settledDueAt };
}

/** The data of each event, from the key person after the step. */
export const KEY_PERSON_EVENTS: { readonly [E in KeyPersonEventType]: Of<EventData<E>> } = {
  'intake.key-person.entered.v1': due,
  'intake.key-person.assigned.v1': offered,
  'intake.key-person.transferred.v1': offered,
  'intake.key-person.referred.v1': (after, told) => ({
    ...brief(after, told),
    ...(after.offeredOrganisationId !== null && { offeredOrganisationId: after.offeredOrganisationId }),
  }),
  'intake.key-person.accepted.v1': brief,
  'intake.key-person.refused.v1': answered,
  'intake.key-person.taken-back.v1': brief,
  'intake.key-person.lapsed.v1': answered,
  'intake.key-person.visited.v1': visitTold,
  'intake.key-person.overdue.v1': (after, told) => ({ ...due(after, told), ...cares(after) }),
  'intake.key-person.risk-changed.v1': due,
  'intake.key-person.change-reported.v1': due,
  'intake.key-person.moved.v1': (after, told) => ({ ...brief(after, told), ...(after.state === 'waiting' && { waits: true }) }),
  'intake.key-person.left.v1': (after, told) => ({ ...brief(after, told), leaving: after.leaving ?? 'no-need' }),
};
