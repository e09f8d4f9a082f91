import { randomInt } from 'node:crypto';
import type { Channel, EventData } from '@zero-distance/contracts';
import { type Actor, HOUR_MS, type Told } from '@zero-distance/kernel';
import type { DeclineReason, Point } from '../request/request.js';
import type { SealedRequester } from '../requester/requester.js';
import type { SnapshotReportEventType, SnapshotReportState, Subject } from './snapshot-report.transitions.js';

/** How it comes in: from a resident without a log-in, by the link of a WeChat group or not, or from a rider or courier. */
export const SNAPSHOT_CHANNELS = ['online', 'wechat-matrix', 'mobile-grid-worker'] as const satisfies readonly Channel[];
export type SnapshotChannel = (typeof SNAPSHOT_CHANNELS)[number];

/** Who reported it, sealed. Null for who did not say, and once the report is a request, which has its own. Of one that was joined it stays, and is shown to nobody. */
type Reporter = Pick<SealedRequester, 'name' | 'nameMasked' | 'phone' | 'phoneMasked' | 'phoneIndex'>;
/** What a report keeps of who was sealed. */
export const reporterFrom = ({ name, nameMasked, phone, phoneMasked, phoneIndex }: SealedRequester): Reporter => ({
  ...{ name, nameMasked, phone, phoneMasked, phoneIndex },
});
type MaybeReporter = { readonly [K in keyof Reporter]: Reporter[K] | null };

/** 随手拍: what somebody saw and photographed. It is work for nobody before somebody of the staff has found it valid. */
export interface SnapshotReport extends MaybeReporter {
  readonly id: string;
  readonly version: number;
  readonly state: SnapshotReportState;
  readonly number: string;
  readonly channel: SnapshotChannel;
  readonly areaCode: string;
  /** 微信群: the code of the group whose link it was reported by; null for none. */
  readonly wechatGroup: string | null;
  /** Its words, place and point go to the request that it becomes or joins: who must not see that sees them nowhere else. */
  readonly text: string | null;
  readonly place: string | null;
  readonly point: Point | null;
  readonly confidential: boolean;
  /** 查询码: four digits to track it by, the last ones of the telephone if one was left. */
  readonly trackingCode: string | null;
  /** The account of the mobile grid worker; null for a resident. */
  readonly reportedBy: string | null;
  /** The organisation that the reporter's account acts for. */
  readonly organisationId: string | null;
  readonly requestId: string | null;
  /** What it was added to a request by, and of its parts: with that it comes back. Null for what was not joined, or by an earlier release. */
  readonly followUpIds: readonly string[] | null;
  /** Its files among those of the request. */
  readonly fileIds: readonly string[] | null;
  /** The requests that it was added to by mistake: what is said of why goes when one of them is erased. */
  readonly unjoinedFrom: readonly string[];
  /** What it has earned, 0 once that was taken back; null for what earns nothing. */
  readonly points: number | null;
  readonly refusalCode: DeclineReason | null;
  /** 不予受理告知: where to go instead. */
  readonly publicAnswer: string | null;
  readonly reportedAt: Date;
  readonly decidedAt: Date | null;
  readonly erasedAt: Date | null;
  /** When it is to be verified by. */
  readonly dueAt: Date;
  /** When its clock has something to do: tell that nobody looked, or take the words away. */
  readonly nextAt: Date | null;
  /** 管理员: who looks after the group whose link it was reported by. Known in the moment that it is reported, and not stored. */
  readonly keeperId?: string;
}

/** How long it waits for what. */
export interface Waits {
  readonly 'snapshot-hours': number;
  readonly 'snapshot-reminder-hours': number;
  readonly 'snapshot-refused-days': number;
}

/** 响应时限: who reports by the link of a group is answered within the time that the group promises, if that is less than is waited else. */
export const waitsOfGroup = (waits: Waits, responseMinutes: number): Waits => ({
  ...waits,
  'snapshot-hours': Math.min(waits['snapshot-hours'], responseMinutes / 60),
});

const hoursAfter = (at: Date, hours: number): Date => new Date(at.getTime() + hours * HOUR_MS);

/** What somebody reports. */
export type Reported = Pick<
  SnapshotReport,
  'id' | 'number' | 'channel' | 'areaCode' | 'wechatGroup' | 'text' | 'place' | 'point' | 'confidential'
>;
/** Who does. */
export type By = Pick<SnapshotReport, 'reportedBy' | 'organisationId'> & { readonly reporter: Reporter | null };

const UNKNOWN = { name: null, nameMasked: null, phone: null, phoneMasked: null, phoneIndex: null } as const;

export const reportSnapshot = (reported: Reported, { reporter, ...by }: By, now: Date, waits: Waits): SnapshotReport => {
  const dueAt = hoursAfter(now, waits['snapshot-hours']);
  return {
    ...reported,
    ...by,
    ...(reporter ?? UNKNOWN),
    ...{ version: 1, state: 'reported', reportedAt: now, dueAt, nextAt: dueAt },
    ...{
      requestId: null,
      followUpIds: null,
      fileIds: null,
      unjoinedFrom: [],
      points: null,
      refusalCode: null,
      publicAnswer: null,
      decidedAt: null,
      erasedAt: null,
    },
    trackingCode: lastFour(reporter?.phoneMasked ?? null) ?? String(randomInt(10_000)).padStart(4, '0'),
  };
};

/** The last digits that a mask shows of a number. */
const lastFour = (masked: string | null): string | undefined => /\d{4}$/.exec(masked?.replace(/转.*$/, '') ?? '')?.[0];

const UNSAID = { text: null, place: null, point: null } as const;

/** What a report keeps of its words when they are the request's, or their time is over: nothing. */
const WORDLESS = { ...UNSAID, ...UNKNOWN, followUpIds: null, fileIds: null } as const;

const decided = (requestId: string, now: Date) =>
  ({ requestId, refusalCode: null, publicAnswer: null, decidedAt: now, nextAt: null }) as const;

/** 登记: what changes when its words go over to the request that it becomes. */
export const handedOver = (requestId: string, now: Date) => ({ ...WORDLESS, ...decided(requestId, now) });

/** What a report that was joined comes back with, if that was a mistake. */
type Kept = Pick<SnapshotReport, 'followUpIds' | 'fileIds'>;

/** 并入: what changes when its words are added to a request; who reported it stays sealed here, since that request has a requester of its own. */
export const joinedTo = (requestId: string, kept: Kept, now: Date) => ({ ...UNSAID, ...kept, ...decided(requestId, now) });

/** 撤出: what changes when it comes back with its words: the time to verify it begins anew, since whoever looks at it next could not before. */
export const comesBack = (
  { requestId, unjoinedFrom }: Pick<SnapshotReport, 'requestId' | 'unjoinedFrom'>,
  words: Pick<SnapshotReport, 'text' | 'place' | 'point'>,
  now: Date,
  waits: Waits,
) => {
  const dueAt = hoursAfter(now, waits['snapshot-hours']);
  const { text, place, point } = words;
  return {
    ...{ text, place, point, requestId: null, followUpIds: null, fileIds: null, decidedAt: null, dueAt, nextAt: dueAt },
    unjoinedFrom: [...new Set([...unjoinedFrom, requestId as string])],
  };
};

/** 不予受理: what changes; its words stay for a time, for who asks why. */
export const refused = (refusalCode: DeclineReason, publicAnswer: string, now: Date, waits: Waits) => ({
  refusalCode,
  publicAnswer,
  decidedAt: now,
  nextAt: hoursAfter(now, 24 * waits['snapshot-refused-days']),
});

/** What changes when nobody has looked at it and that was told. */
export const reminded = (now: Date, waits: Waits) => ({ nextAt: hoursAfter(now, waits['snapshot-reminder-hours']) });

/** What changes when the words of what was refused go, and who reported it. */
export const wordsGone = (now: Date) => ({ ...WORDLESS, trackingCode: null, erasedAt: now, nextAt: null });

/** True while nobody has looked at it in time. */
export const isOverdue = ({ state, dueAt }: SnapshotReport, now: Date): boolean => state === 'reported' && dueAt <= now;

export const subjectOf = ({ reportedBy, erasedAt, points, followUpIds }: SnapshotReport, actor: Actor): Subject => ({
  ...{ reportedBy, erasedAt, points, followUpIds },
  actorId: actor.id,
});

const brief = ({ id, areaCode, channel }: SnapshotReport, { at }: Told<SnapshotReport>) => ({
  snapshotReportId: id,
  areaCode,
  channel,
  at: at.toISOString(),
});
const withRequest = (after: SnapshotReport, told: Told<SnapshotReport>) => ({
  ...brief(after, told),
  requestId: after.requestId as string,
});

/** The data of each event, from the snapshot report after the step. */
export const SNAPSHOT_REPORT_EVENTS: {
  readonly [E in SnapshotReportEventType]: (after: SnapshotReport, told: Told<SnapshotReport>) => EventData<E>;
} = {
  'intake.snapshot-report.reported.v1': (after, told) => ({ ...brief(after, told), ...(after.keeperId && { keeperId: after.keeperId }) }),
  'intake.snapshot-report.registered.v1': (after, told) => ({
    ...withRequest(after, told),
    ...(after.points !== null && { points: after.points }),
  }),
  'intake.snapshot-report.joined.v1': withRequest,
  'intake.snapshot-report.unjoined.v1': (after, told) => ({ ...brief(after, told), requestId: told.before?.requestId as string }),
  'intake.snapshot-report.refused.v1': (after, told) => ({ ...brief(after, told), reasonCode: after.refusalCode as string }),
  'intake.snapshot-report.points-reversed.v1': brief,
  'intake.snapshot-report.relocated.v1': brief,
  'intake.snapshot-report.reminded.v1': brief,
  'intake.snapshot-report.erased.v1': brief,
};
