import { type Calendar, dateOf, dueAt, yearsAfter } from '@zero-distance/calendar';
import {
  POOR_RATINGS,
  type RatingFinding,
  type Satisfaction,
  type ServiceCaseMode,
  type ServiceCaseRefusal,
} from '@zero-distance/contracts';
import { type Actor, DAY_MS, newId } from '@zero-distance/kernel';
import type { ConsentWay } from '../../people/resident/resident.js';
import type { CasePolicies } from '../../policy/case-policy.js';
import type { ServiceItem } from '../service-item/service-item.js';
import type { SealedApplicant } from './applicant.js';
import { limitOf, pausedLimit } from './case-limit.js';
import { type Material, missingOf } from './material.js';
import { type CaseSubject, type ServiceCaseState, VERIFIERS } from './service-case.transitions.js';

/** 送达方式: window 窗口领取, home 送上门, post 邮寄, online 网上. */
export const DELIVERY_WAYS = ['window', 'home', 'post', 'online'] as const;
export type DeliveryWay = (typeof DELIVERY_WAYS)[number];

/** newest: the last opened first; due: what is to be decided soonest. */
export const CASE_SORTS = ['newest', 'due'] as const;
export type CaseSort = (typeof CASE_SORTS)[number];

/** 办件: somebody applies for an item of the catalogue, and whoever handles it sees it through. */
export interface ServiceCase extends SealedApplicant {
  readonly id: string;
  readonly version: number;
  readonly state: ServiceCaseState;
  /** 办件编号; null of one that a process of the release before took in. */
  readonly number: string | null;
  readonly areaCode: string;
  /** Who handles it; null when the caller acted for nobody. */
  readonly organisationId: string | null;
  readonly servicePointCode: string | null;
  readonly mode: ServiceCaseMode;
  /** The item as it was when it was applied for. */
  readonly itemCode: string;
  readonly itemVersion: number;
  readonly itemName: string;
  readonly oneStop: boolean;
  readonly limitWorkingDays: number;
  readonly materials: readonly Material[];
  /** 申请人: a resident of the register; null where {@link SealedApplicant} says who applies. */
  readonly applicantId: string | null;
  /** 为谁办: a resident of the register; null when they apply for themselves. */
  readonly residentId: string | null;
  /** Accounts that took a step until it ended, in turn. */
  readonly handlers: readonly string[];
  /** How who is helped has agreed; null where it is not handled for them. */
  readonly consentWay: ConsentWay | null;
  readonly formsAt: Date | null;
  /** Its number with who decides it. */
  readonly externalNumber: string | null;
  readonly openedAt: Date;
  readonly submittedAt: Date | null;
  /** By when it is to be decided: the working days of its item, but for those on which it was with the applicant again. */
  readonly dueAt: Date | null;
  /** Working days that are left of its limit since it was with the applicant again; null when it never was. */
  readonly limitLeft: number | null;
  /** When it was to be decided, of one that was late before it was with the applicant again: it stays late. */
  readonly lateSince: Date | null;
  /** When it lapses unless what is missing is brought; null when nothing is missing. */
  readonly lapsesAt: Date | null;
  readonly trackedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly result: string | null;
  readonly refusal: ServiceCaseRefusal | null;
  readonly deliveredAt: Date | null;
  readonly deliveryWay: DeliveryWay | null;
  readonly copyGiven: boolean;
  /** 一人通办: one qualified clerk took every step of an item that one completes; null until it is delivered. */
  readonly alone: boolean | null;
  /** 一次办成; null until it is delivered. */
  readonly oneVisit: boolean | null;
  /** 评价期限; null until it is delivered, and once who applied is erased. */
  readonly rateUntil: Date | null;
  readonly satisfaction: Satisfaction | null;
  readonly ratedAt: Date | null;
  /** Account that took the rating down. */
  readonly ratedBy: string | null;
  /** By when a poor rating is to be verified. */
  readonly ratingDueAt: Date | null;
  readonly finding: RatingFinding | null;
  readonly verifiedAt: Date | null;
  readonly endedAt: Date | null;
  /** Until when its end, or its rating, is taken back that was registered by mistake; null when nothing of it is. */
  readonly takeBackUntil: Date | null;
  /** When its clock has something to do; null when nothing is left to do. */
  readonly nextAt: Date | null;
}

/** What is said of a case when it is opened. */
export type Opening = SealedApplicant &
  Pick<
    ServiceCase,
    'areaCode' | 'organisationId' | 'servicePointCode' | 'mode' | 'materials' | 'applicantId' | 'residentId' | 'consentWay'
  > & { readonly id: string; readonly number: string; readonly item: ServiceItem };

export const daysAfter = (from: Date, days: number): Date => new Date(from.getTime() + days * DAY_MS);

/** 待补: what is missing and nobody brings lapses, and is told of some days before; where nothing is missing, whoever handles it is reminded. */
export function waiting(materials: readonly Material[], now: Date, policies: CasePolicies): Pick<ServiceCase, 'nextAt' | 'lapsesAt'> {
  if (missingOf(materials).length === 0) return { nextAt: daysAfter(now, policies['case-remind-days']), lapsesAt: null };
  const days = policies['case-wait-days'];
  return { nextAt: daysAfter(now, Math.max(0, days - policies['case-lapse-notice-days'])), lapsesAt: daysAfter(now, days) };
}

const NOTHING_YET = {
  ...{ formsAt: null, externalNumber: null, submittedAt: null, dueAt: null, trackedAt: null, decidedAt: null, result: null },
  ...{ limitLeft: null, lateSince: null },
  ...{
    refusal: null,
    deliveredAt: null,
    deliveryWay: null,
    copyGiven: false,
    alone: null,
    oneVisit: null,
    rateUntil: null,
    satisfaction: null,
  },
  ...{ ratedAt: null, ratedBy: null, ratingDueAt: null, finding: null, verifiedAt: null, endedAt: null, takeBackUntil: null },
} as const;

export const openServiceCase = ({ item, ...said }: Opening, clerk: string, now: Date, policies: CasePolicies): ServiceCase => ({
  ...{ version: 1, state: 'open', ...NOTHING_YET, ...said },
  ...{ itemCode: item.code, itemVersion: item.version, itemName: item.name, oneStop: item.oneStop },
  ...{ limitWorkingDays: item.timeLimitWorkingDays, handlers: [clerk], openedAt: now },
  ...waiting(said.materials, now, policies),
});

/** A new id, which what is sealed of a case is bound to. */
export const newCaseId = (now: Date): string => newId(now.getTime());

/** What guards look at. */
export const subjectOf = (
  { mode, materials, formsAt, submittedAt, rateUntil, satisfaction, verifiedAt, handlers, ratedBy, takeBackUntil }: ServiceCase,
  { id: actorId, roles }: Pick<Actor, 'id' | 'roles'>,
  now: Date,
): CaseSubject => ({
  ...{ mode, missing: missingOf(materials), formsAt, submittedAt, rateUntil, satisfaction, verifiedAt, handlers, ratedBy, takeBackUntil },
  ...{ actorId, isVerifier: VERIFIERS.some((role) => roles.includes(role)), now },
});

/** Who took a step joins who has handled it. */
export const handledBy = ({ handlers }: ServiceCase, clerk: string): Pick<ServiceCase, 'handlers'> => ({
  handlers: handlers.includes(clerk) ? handlers : [...handlers, clerk],
});

/** 补齐: nothing was submitted, so nothing that was due is taken back. */
export const brought = (materials: readonly Material[], now: Date, policies: CasePolicies) => ({
  materials,
  ...waiting(materials, now, policies),
});

/** 追加: with the applicant again, and nothing is due of who decides; what is left of the limit is kept. */
export const askedFor = (
  { found, materials }: { readonly found: ServiceCase; readonly materials: readonly Material[] },
  now: Date,
  calendar: Calendar,
  policies: CasePolicies,
) => ({ ...brought(materials, now, policies), submittedAt: null, dueAt: null, ...pausedLimit(found, now, calendar) });

/** 代填表单. */
export const formsFilled = ({ materials }: ServiceCase, now: Date, policies: CasePolicies) => ({
  formsAt: now,
  ...waiting(materials, now, policies),
});

/** 提交: what is left of the working days of the item counts from now. One that is late already is told of in some days. */
export function submitted(found: ServiceCase, externalNumber: string | null, now: Date, calendar: Calendar, policies: CasePolicies) {
  const due = limitOf(found, now, calendar);
  const nextAt = due > now ? due : daysAfter(now, policies['case-remind-days']);
  return { externalNumber, submittedAt: now, dueAt: due, nextAt, lapsesAt: null };
}

/** 有结果: it waits to be delivered. */
export const decided = (result: string, now: Date, policies: CasePolicies) => ({
  ...{ result, decidedAt: now },
  nextAt: daysAfter(now, policies['case-remind-days']),
});

const over = (now: Date, policies: CasePolicies): Pick<ServiceCase, 'endedAt' | 'nextAt' | 'lapsesAt' | 'takeBackUntil'> => ({
  endedAt: now,
  nextAt: yearsAfter(now, policies['case-years']),
  lapsesAt: null,
  takeBackUntil: daysAfter(now, policies['case-take-back-days']),
});

/** 结束, without a result. */
export const ended = (now: Date, policies: CasePolicies, refusal: ServiceCaseRefusal | null = null) => ({
  refusal,
  ...over(now, policies),
});

/** 送达. */
export function delivered(
  found: ServiceCase,
  { way, copyGiven, isQualified }: { readonly way: DeliveryWay; readonly copyGiven: boolean; readonly isQualified: boolean },
  now: Date,
  policies: CasePolicies,
) {
  const cameBack = way === 'window' && dateOf(now) !== dateOf(found.openedAt);
  const oneVisit = found.materials.every(({ toldAt }) => toldAt === null) && !cameBack;
  const alone = found.oneStop && isQualified && found.handlers.length === 1;
  const rateUntil = daysAfter(now, policies['case-rate-days']);
  return { deliveredAt: now, deliveryWay: way, copyGiven, oneVisit, alone, rateUntil, ...over(now, policies) };
}

/** 评价: one of the last two levels is to be verified within working days. */
export function rated(
  satisfaction: Satisfaction,
  ratedBy: string,
  now: Date,
  calendar: Calendar,
  policies: CasePolicies,
): Partial<ServiceCase> {
  const said = { satisfaction, ratedAt: now, ratedBy, takeBackUntil: daysAfter(now, policies['case-take-back-days']) };
  if (!POOR_RATINGS.includes(satisfaction)) return said;
  const at = ratingDue(now, calendar, policies);
  return { ...said, ratingDueAt: at, nextAt: at };
}

const ratingDue = (ratedAt: Date, calendar: Calendar, policies: CasePolicies): Date =>
  dueAt(ratedAt, { amount: policies['poor-rating-days'], unit: 'working_day' }, calendar).at;

/** What is due anew once the calendar has changed; nothing when all stays as it was. What was told of as late already is told of again in its turn. */
export function recounted(found: ServiceCase, calendar: Calendar, policies: CasePolicies): Partial<ServiceCase> {
  const { state, submittedAt, dueAt: due, ratedAt, ratingDueAt, nextAt } = found;
  const isRating = ratedAt !== null;
  const was = isRating ? ratingDueAt : due;
  const counted = isRating
    ? ratingDue(ratedAt, calendar, policies)
    : state === 'submitted' && submittedAt !== null && limitOf(found, submittedAt, calendar);
  if (!counted || !was || counted.getTime() === was.getTime()) return {};
  const next = nextAt?.getTime() === was.getTime() ? { nextAt: counted } : {};
  return { ...(isRating ? { ratingDueAt: counted } : { dueAt: counted }), ...next };
}

/** 差评已核实: nothing is left to do but to forget who applied. */
export const verified = ({ endedAt }: ServiceCase, finding: RatingFinding, now: Date, policies: CasePolicies) => ({
  ...{ finding, verifiedAt: now },
  nextAt: yearsAfter(endedAt ?? now, policies['case-years']),
});

/** What its clock does: nothing is left of one that is over but to erase who applied. */
export function clockStep(
  { state, endedAt, ratingDueAt, verifiedAt, lapsesAt }: ServiceCase,
  now: Date,
  policies: CasePolicies,
): { readonly action: 'lapse' | 'warn' | 'remind'; readonly changes: Partial<ServiceCase> } | 'erase' {
  const isWithApplicant = (state === 'open' || state === 'preparing') && lapsesAt !== null;
  if (isWithApplicant && lapsesAt <= now) return { action: 'lapse', changes: ended(now, policies) };
  if (isWithApplicant) return { action: 'warn', changes: { nextAt: lapsesAt } };
  const isUnverified = state === 'delivered' && ratingDueAt !== null && verifiedAt === null;
  const isOld = endedAt !== null && yearsAfter(endedAt, policies['case-years']) <= now;
  if (isOld || (endedAt !== null && !isUnverified)) return 'erase';
  return { action: 'remind', changes: { nextAt: daysAfter(now, policies['case-remind-days']) } };
}

/** True when it is not decided in its time, or a poor rating is not verified in its time. */
export const isOverdue = ({ state, dueAt: due, ratingDueAt, verifiedAt }: ServiceCase, now: Date): boolean =>
  (state === 'submitted' && due !== null && due <= now) || (ratingDueAt !== null && verifiedAt === null && ratingDueAt <= now);
