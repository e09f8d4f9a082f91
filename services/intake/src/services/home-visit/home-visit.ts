import { yearsAfter } from '@zero-distance/calendar';
import type { EventData, HomeVisitCause } from '@zero-distance/contracts';
import { DAY_MS, HOUR_MS, newId, type Told } from '@zero-distance/kernel';
import type { CasePolicies } from '../../policy/case-policy.js';
import type { HomeVisitEventType, HomeVisitMoment, HomeVisitState } from './home-visit.transitions.js';

/** newest: the last agreed first; due: what is agreed and begins soonest. */
export const HOME_VISIT_SORTS = ['newest', 'due'] as const;
export type HomeVisitSort = (typeof HOME_VISIT_SORTS)[number];

/** 上门服务: somebody goes to who cannot come. */
export interface HomeVisit {
  readonly id: string;
  readonly version: number;
  readonly state: HomeVisitState;
  readonly areaCode: string;
  readonly organisationId: string | null;
  /** Whom: a resident of the register; null once their file was erased. */
  readonly residentId: string | null;
  readonly cause: HomeVisitCause;
  /** 为哪件办件、哪次点单; null for neither. */
  readonly serviceCaseId: string | null;
  readonly requestId: string | null;
  /** Who goes: an account. */
  readonly workerId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly plannedAt: Date;
  readonly visitedAt: Date | null;
  readonly endedAt: Date | null;
  /** Until when what came of it is taken back that was registered by mistake; null when it is not. */
  readonly takeBackUntil: Date | null;
  /** When its clock has something to do; null when nothing is left to do. */
  readonly nextAt: Date | null;
}

/** When, and who goes. */
export type Slot = Pick<HomeVisit, 'workerId' | 'startsAt' | 'endsAt'>;
/** What is agreed. */
export type Agreed = Slot & Pick<HomeVisit, 'areaCode' | 'organisationId' | 'residentId' | 'cause' | 'serviceCaseId' | 'requestId'>;

export const planVisit = (agreed: Agreed, now: Date): HomeVisit => ({
  ...{
    id: newId(now.getTime()),
    version: 1,
    state: 'planned',
    ...agreed,
    plannedAt: now,
    visitedAt: null,
    endedAt: null,
    takeBackUntil: null,
  },
  nextAt: agreed.endsAt,
});

/** 改期、换人. */
export const moved = (slot: Slot) => ({ ...slot, nextAt: slot.endsAt });

/** What is wrong with the time of a visit. */
export function slotFault({ startsAt, endsAt }: Slot, now: Date, hours: number, aheadDays: number): 'turned' | 'ahead' | undefined {
  if (endsAt <= startsAt || endsAt <= now || endsAt.getTime() - startsAt.getTime() > hours * HOUR_MS) return 'turned';
  return endsAt.getTime() > now.getTime() + aheadDays * DAY_MS ? 'ahead' : undefined;
}

/** 结束: whom it was for is kept as long as who applied for a case. */
export const ended = (now: Date, policies: CasePolicies, visitedAt: Date | null = null) => ({
  ...{ visitedAt, endedAt: now },
  takeBackUntil: new Date(now.getTime() + policies['case-take-back-days'] * DAY_MS),
  nextAt: yearsAfter(now, policies['case-years']),
});

/** 撤回误登: agreed as before, where whom it is for lives now. */
export const takenBack = ({ endsAt }: HomeVisit, areaCode: string, now: Date, policies: CasePolicies) => ({
  ...{ areaCode, visitedAt: null, endedAt: null, takeBackUntil: null },
  nextAt: endsAt > now ? endsAt : reminded(now, policies).nextAt,
});

/** When somebody went: as they say, or else in the time that was agreed, however long after that it is registered. */
export const wentAt = ({ endsAt }: Pick<HomeVisit, 'endsAt'>, now: Date, said?: Date): Date => said ?? (endsAt < now ? endsAt : now);

/** 提醒: told of again. */
export const reminded = (now: Date, policies: CasePolicies) => ({
  nextAt: new Date(now.getTime() + policies['case-remind-days'] * DAY_MS),
});

/** What guards look at. */
export const momentOf = ({ startsAt, takeBackUntil }: HomeVisit, now: Date): HomeVisitMoment => ({ startsAt, takeBackUntil, now });

/** True when its time is over and nobody has said what came of it. */
export const isOverdue = ({ state, endsAt }: HomeVisit, now: Date): boolean => state === 'planned' && endsAt <= now;

const brief = ({ id, areaCode }: HomeVisit, { at }: Told<HomeVisit>) => ({ homeVisitId: id, areaCode, at: at.toISOString() });
const withSlot = (after: HomeVisit, told: Told<HomeVisit>) => ({
  ...brief(after, told),
  ...{ from: after.startsAt.toISOString(), until: after.endsAt.toISOString(), workerId: after.workerId },
});
const withGoer = (after: HomeVisit, told: Told<HomeVisit>) => ({ ...brief(after, told), workerId: after.workerId });
const withTime = (after: HomeVisit, told: Told<HomeVisit>) => ({
  ...brief(after, told),
  visitedAt: (after.visitedAt ?? told.at).toISOString(),
});

/** The data of each event, from the visit after the step. */
export const HOME_VISIT_EVENTS: { readonly [E in HomeVisitEventType]: (after: HomeVisit, told: Told<HomeVisit>) => EventData<E> } = {
  'intake.home-visit.planned.v1': withSlot,
  'intake.home-visit.moved.v1': (after, told) => ({
    ...withSlot(after, told),
    ...(told.before && told.before.workerId !== after.workerId && { formerWorkerId: told.before.workerId }),
  }),
  'intake.home-visit.relocated.v1': withSlot,
  'intake.home-visit.done.v1': withTime,
  'intake.home-visit.not-met.v1': withTime,
  'intake.home-visit.taken-back.v1': withSlot,
  'intake.home-visit.cancelled.v1': withGoer,
  'intake.home-visit.overdue.v1': withGoer,
};
