import { isDeepStrictEqual } from 'node:util';
import {
  type AnsweringService,
  type Channel,
  CORRECTABLE,
  type Correctable,
  type EmergencyNumber,
  type EventData,
  type FollowUpKind,
  type RequestKind,
  type Urgency,
} from '@zero-distance/contracts';
import type { Actor } from '@zero-distance/kernel';
import type { RequestState } from './request.transitions.js';

/** A point in WGS84, as GeoJSON. */
export interface Point {
  readonly type: 'Point';
  /** Longitude, latitude. */
  readonly coordinates: readonly [number, number];
}

/** 点单: an item of the service catalogue in the version that was ordered, and when the resident wants it. */
export interface OrderedService {
  readonly itemCode: string;
  readonly itemVersion: number;
  /** 承办单位. */
  readonly organisationId: string;
  readonly limitWorkingDays: number;
  /** ISO times; absent when any time will do. */
  readonly from?: string;
  readonly until?: string;
}

/** 诉求: what a person asks for. Who asks is kept apart (requester). */
export interface Request {
  id: string;
  number: string;
  /** 分项: the divided request that it is a part of; null for every other. */
  parentId: string | null;
  state: RequestState;
  kind: RequestKind;
  channel: Channel;
  categoryCode: string;
  areaCode: string;
  /** Where the matter is, in words; not where the requester lives. */
  place: string | null;
  point: Point | null;
  title: string;
  text: string;
  urgency: Urgency;
  /** The upstream platform's own number; unique within its channel and system. */
  upstreamReference: string | null;
  /** Whose number that is ({@link upstreamSystemOf}); null without one. */
  upstreamSystem: string | null;
  confidential: boolean;
  publishable: boolean;
  callbackPossible: boolean;
  receivedAt: Date;
  /** 1, and one more with every rework. */
  round: number;
  workOrderId: string | null;
  caseId: string | null;
  /** Somebody has accepted its order, and works on it or has answered. */
  takenOn: boolean;
  organisationId: string | null;
  /** The organisation that took it in, when the caller acted for one. */
  registeredBy: string | null;
  /** 报告人: the account that took it in, if its roles show it only what it took in itself. */
  reportedBy: string | null;
  /** 发现人: the account of the grid worker who found it in the street; null where nobody did, or nobody is to know. */
  foundBy: string | null;
  /** 点单: the service that was ordered, as the catalogue was then; null for every other request. */
  service: OrderedService | null;
  /** 服务对象: the resident it is for, by their file; null where none is named. */
  residentId: string | null;
  /** 被投诉单位: codes of organisations; null for none. */
  complainedAbout: string[] | null;
  /** 回避单位: codes of organisations besides that must not see or handle it. */
  recusedOrganisations: string[] | null;
  /** Both of them, by id: whom the matter is never shown or given to. */
  barredOrganisationIds: string[] | null;
  /** 回避人员: accounts that must not see it. */
  barredAccountIds: string[] | null;
  answeredBy: AnsweringService | null;
  publicAnswer: string | null;
  /** What the reply of its order came to; null of every other answer, and of those of earlier releases. */
  answerResult: string | null;
  repliedAt: Date | null;
  closedAt: Date | null;
  /** When its words and its requester were erased by law; null while they are there. */
  erasedAt: Date | null;
  /** The number that the caller was told to call, of an emergency; null for every other. */
  emergencyNumber: EmergencyNumber | null;
  /** When an answer was due, of one that was brought in from the time before; dispatch keeps it of all others. */
  dueAt: Date | null;
  version: number;
  /** Its words as its first event carries them: sealed. Of a request that is just taken in. */
  sealedText?: string;
  /** Of a request that was just reopened, and not by a callback. */
  reopenedBy?: 'requester';
  /** How its requester said so, of a request that was just withdrawn. */
  withdrawnBy?: Channel;
  /** 追加, of a request that was just followed up. */
  followUp?: ToldFollowUp;
  /** 收回追加, of a request that it was just taken back from. */
  takenBack?: Pick<ToldFollowUp, 'id' | 'kind' | 'channel'>;
  /** 主诉求: what its event says of the main request. Of a request that is merged, split off or answered with it just now. */
  mainRequestId?: string;
  /** 来电, of a request that is just taken in by telephone. */
  call?: ToldCall;
  /** 知识条目: what a request that is answered on the spot just now is answered by. */
  knowledgeEntryId?: string;
  /** It is split off to take the place of its main request, which was withdrawn. */
  takesOver?: boolean;
  /** 分项: what its event says of its parts. Of a request that is divided, reopened or answered in parts just now. */
  parts?: readonly Part[];
}

/** 来电, as an event tells it. */
export interface ToldCall {
  readonly areaCode: string;
  readonly queueSeconds: number;
}

/** 分项, as an event names it. */
export interface Part {
  readonly id: string;
  readonly number: string;
}

/** 追加 as its event tells it: with its words sealed, if there are any. */
export interface ToldFollowUp {
  readonly id: string;
  readonly kind: FollowUpKind;
  readonly channel: Channel;
  /** How often was urged in this round. */
  readonly urges: number;
  readonly sealedText?: string;
}

/** What a request is before anything was done with it. */
export const UNTOUCHED = {
  parentId: null,
  round: 1,
  workOrderId: null,
  caseId: null,
  takenOn: false,
  organisationId: null,
  answeredBy: null,
  publicAnswer: null,
  answerResult: null,
  repliedAt: null,
  closedAt: null,
  erasedAt: null,
  emergencyNumber: null,
  dueAt: null,
  version: 1,
} as const satisfies Partial<Request>;

/** What a request that is merged, split off or divided has of its own: neither order nor case. */
export const UNHANDLED = { workOrderId: null, caseId: null, takenOn: false, organisationId: null } as const satisfies Partial<Request>;

/** What a request is of which nobody is named as complained about or recused. */
export const NOBODY_RECUSED = {
  complainedAbout: null,
  recusedOrganisations: null,
  barredOrganisationIds: null,
  barredAccountIds: null,
} as const satisfies Partial<Request>;

/** Channels that are fed by another platform, which knows its requests by a reference of its own. */
export const UPSTREAM_CHANNELS: readonly Channel[] = ['hotline-12345', 'wechat-matrix', 'department-api', 'open311', 'internal'];

/** Channels behind which there is one platform, whoever brings its requests in. */
const ONE_PLATFORM: readonly Channel[] = ['hotline-12345'];

/**
 * The system that an upstream reference is of. Many systems feed one channel, and each numbers as it likes: what one brought is in no
 * other's way, and tells it nothing. An organisation's clients are one system; a client of none is its own.
 */
export const upstreamSystemOf = (channel: Channel, { id, org }: Pick<Actor, 'id' | 'org'>): string =>
  ONE_PLATFORM.includes(channel) ? channel : org ? `organisation ${org}` : `client ${id}`;

/** A request may be shown in public unless the requester asked for confidence, or it reports somebody. */
export const isPublishable = (kind: RequestKind, confidential: boolean, wished: boolean): boolean =>
  wished && !confidential && kind !== 'report';

/** 发现人: a grid worker who takes in what they came upon. Of a confidential request nobody is told who did. */
export const isFoundBy = ({ roles }: Pick<Actor, 'roles'>, channel: Channel, confidential: boolean): boolean =>
  channel === 'grid-worker' && !confidential && roles.includes('grid-worker');

/**
 * 不予受理原因: what intake is not for, and `unclear` or `other`. As Beijing's rules sort before dispatch (Art. 11), and what was concluded lawfully
 * already; where to go instead is in the code table `decline-guidance`.
 */
export const DECLINE_REASONS = [
  'emergency',
  'court-matter',
  'arbitration-matter',
  'discipline-matter',
  'reconsideration-matter',
  'disclosure-matter',
  'petition-matter',
  'nothing-new',
  'secret-or-privacy',
  'outside-government',
  'already-concluded',
  'unlawful',
  'outside-district',
  'unclear',
  'other',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** 可更正的内容. */
export type Correct = Pick<Request, 'areaCode' | 'categoryCode' | 'urgency' | 'title' | 'place' | 'point'>;

const COLUMN_OF = {
  area: 'areaCode',
  category: 'categoryCode',
  urgency: 'urgency',
  title: 'title',
  place: 'place',
  point: 'point',
} as const satisfies Record<Correctable, keyof Correct>;

/** 受理短信: that the request was taken in, and its number. */
export const registeredMessage = ({ id }: Request) =>
  ({ key: `registered:${id}`, purpose: 'request-registered', channel: 'sms', subjectId: id, linkPurpose: null, linkId: null }) as const;

/** 答复短信: that the request was answered, with the link by which the requester rates it. The id of the callback is all that is told of it. */
export const answeredMessage = ({ callbackId, requestId }: EventData<'evaluation.callback.opened.v1'>) =>
  ({
    key: `answered:${callbackId}`,
    purpose: 'request-answered',
    channel: 'sms',
    subjectId: requestId,
    linkPurpose: 'callback-answer',
    linkId: callbackId,
  }) as const;

/** What of a request a correction changed. */
export const correctedFields = (before: Correct, after: Correct): Correctable[] =>
  CORRECTABLE.filter((field) => !isDeepStrictEqual(before[columnOf(field)], after[columnOf(field)]));

/** The member of a request that says it. */
export const columnOf = (field: Correctable): keyof Correct => COLUMN_OF[field];
