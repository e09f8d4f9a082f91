import type { EventData } from '@zero-distance/contracts';
import { DAY_MS, newId, type Told } from '@zero-distance/kernel';
import type { ReceptionDayEventType, ReceptionDayState } from './reception-day.transitions.js';

/** 居民接待日: a day on which somebody of rank hears whoever comes; it is announced to anybody, and what visitors asked for is followed to its results. */
export interface ReceptionDay {
  readonly id: string;
  readonly version: number;
  readonly state: ReceptionDayState;
  readonly areaCode: string;
  /** 接待领导: name and post, as announced. */
  readonly host: string;
  readonly place: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** 接待主题; null for whatever anybody brings. */
  readonly topic: string | null;
  readonly announcedAt: Date;
  /** 原编号, of one that was brought along from the time before. */
  readonly pastReference: string | null;
  /** 到场人数. */
  readonly visitors: number | null;
  /** When its clock has something to do; null when it is over. */
  readonly nextAt: Date | null;
  /** 来访诉求: how many there are, and how many of them have no result. Of one that was just looked at. */
  readonly matters?: number;
  readonly openMatters?: number;
}

/** One hears no more in a day: a nought too many. */
export const MOST_VISITORS = 2000;

/** How long it waits for what, in days. */
export interface ReceptionWaits {
  readonly 'reception-hold-days': number;
  readonly 'reception-close-days': number;
}

/** What is announced. */
export type Announcement = Pick<ReceptionDay, 'areaCode' | 'host' | 'place' | 'startsAt' | 'endsAt' | 'topic'>;

/** Until when one may end that is announced now; it is a day, so it takes no longer than one. */
export const latestEnd = ({ startsAt }: Pick<Announcement, 'startsAt'>, now: Date, aheadDays: number): Date =>
  new Date(Math.min(startsAt.getTime() + DAY_MS, now.getTime() + aheadDays * DAY_MS));

const daysAfter = (from: Date, days: number): Date => new Date(from.getTime() + days * DAY_MS);

export const announceReceptionDay = (said: Announcement, now: Date, waits: ReceptionWaits): ReceptionDay => ({
  ...{ id: newId(), version: 1, state: 'announced' },
  ...said,
  ...{ announcedAt: now, pastReference: null, visitors: null, nextAt: daysAfter(said.endsAt, waits['reception-hold-days']) },
});

/** 历史接待日: it was held, and is over. When it was announced nobody knows. */
export const pastReceptionDay = (said: Announcement & { readonly visitors: number }, pastReference: string): ReceptionDay => ({
  ...{ id: newId(said.startsAt.getTime()), version: 1, state: 'closed' },
  ...said,
  ...{ announcedAt: said.startsAt, pastReference, nextAt: null },
});

/** 更正预告: what changes when its announcement is set right. */
export const corrected = (said: Omit<Announcement, 'areaCode'>, waits: ReceptionWaits) => ({
  ...said,
  nextAt: daysAfter(said.endsAt, waits['reception-hold-days']),
});

/** What changes when it was held. */
export const held = (visitors: number, now: Date, waits: ReceptionWaits) => ({
  visitors,
  nextAt: daysAfter(now, waits['reception-close-days']),
});

/** 补登: what changes when somebody says afterwards how many came. */
export const counted = (visitors: number) => ({ visitors });

/** What changes when nobody said that it was held, and visitors are the evidence: it was, on its day; how many came nobody knows. */
export const presumedHeld = ({ endsAt }: ReceptionDay, waits: ReceptionWaits) => ({
  nextAt: daysAfter(endsAt, waits['reception-close-days']),
});

/** What its clock does: nobody said that it was held, though somebody came or nobody did; or its matters take too long. */
export const clockAction = ({ state, matters = 0 }: ReceptionDay): 'presume-held' | 'lapse' | 'expire' => {
  if (state !== 'announced') return 'expire';
  return matters > 0 ? 'presume-held' : 'lapse';
};

/** 可登记来访诉求: its visitors' matters are taken in. */
export const takesMatters = ({ state }: ReceptionDay): boolean => state === 'announced' || state === 'held';

/** 已有来访: it has begun, and a matter of a visitor was taken in. */
export const wasVisited = ({ startsAt, matters = 0 }: ReceptionDay, now: Date): boolean => startsAt <= now && matters > 0;

const brief = ({ id, areaCode }: ReceptionDay, { at }: Told<ReceptionDay>) => ({ receptionDayId: id, areaCode, at: at.toISOString() });
const withTimes = ({ startsAt, endsAt }: ReceptionDay) => ({ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() });
const withMatters = (after: ReceptionDay, told: Told<ReceptionDay>) => ({
  ...brief(after, told),
  matters: after.matters ?? 0,
  openMatters: after.openMatters ?? 0,
});

const withDay = (after: ReceptionDay, told: Told<ReceptionDay>) => ({
  ...withMatters(after, told),
  startsAt: after.startsAt.toISOString(),
});

/** The data of each event, from the reception day after the step. */
export const RECEPTION_DAY_EVENTS: {
  readonly [E in ReceptionDayEventType]: (after: ReceptionDay, told: Told<ReceptionDay>) => EventData<E>;
} = {
  'intake.reception-day.announced.v1': (after, told) => ({ ...brief(after, told), ...withTimes(after) }),
  'intake.reception-day.imported.v1': (after, told) => ({
    ...brief(after, told),
    ...withTimes(after),
    visitors: after.visitors ?? 0,
  }),
  'intake.reception-day.corrected.v1': (after, told) => ({ ...brief(after, told), ...withTimes(after) }),
  'intake.reception-day.held.v1': (after, told) => ({ ...withDay(after, told), visitors: after.visitors ?? 0 }),
  'intake.reception-day.presumed-held.v1': withDay,
  'intake.reception-day.called-off.v1': brief,
  'intake.reception-day.lapsed.v1': brief,
  'intake.reception-day.closed.v1': withMatters,
  'intake.reception-day.expired.v1': withMatters,
};
