import { MINUTE_MS } from '@zero-distance/kernel';
import type { LinkPurpose } from '@zero-distance/personal-data';
import { STAFF_KINDS } from './staff-kinds.js';

/** 短信状态: to be sent, sent, given up after failures, not to be sent any more. */
export const MESSAGE_STATES = ['waiting', 'sent', 'dead', 'dropped'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** 渠道: a number that takes text messages, or an e-mail address. */
export const MESSAGE_CHANNELS = ['sms', 'email'] as const;
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number];

/** What people are written about: a closed list, with the texts of each in templates.ts. */
export const MESSAGE_PURPOSES = [
  'request-registered',
  'request-answered',
  'activity-booked',
  'activity-offered',
  'activity-moved',
  'activity-cancelled',
  ...STAFF_KINDS,
] as const;
export type MessagePurpose = (typeof MESSAGE_PURPOSES)[number];

/** The languages that somebody can be written to in. */
export const MESSAGE_LANGUAGES = ['zh', 'en'] as const;
export type MessageLanguage = (typeof MESSAGE_LANGUAGES)[number];

/** A message as it waits. It holds nothing of the person: who that is, is looked up when it is sent, and may have gone by then. */
export interface Message {
  readonly id: string;
  /** What it is about and why: of messages with one key, one is sent. */
  readonly key: string;
  readonly purpose: MessagePurpose;
  readonly channel: MessageChannel;
  /** The matter that it is about. */
  readonly subjectId: string;
  readonly linkPurpose: LinkPurpose | null;
  /** What its signed link leads to; null for a message without one. */
  readonly linkId: string | null;
  readonly state: MessageState;
  readonly attempts: number;
  /** From when it may be sent, or tried again. */
  readonly notBefore: Date;
  readonly createdAt: Date;
  /** When it was sent or given up. */
  readonly settledAt: Date | null;
  /** 138****1234, or z***@example.gov.cn: whom it was sent to. */
  readonly recipientMasked: string | null;
  /** Why it was not sent, as a code. */
  readonly failure: string | null;
  readonly version: number;
}

/** Why a message was not taken; `permanent`: nor will it be. */
export interface Failure {
  readonly code: string;
  readonly permanent: boolean;
  readonly retryAfterSeconds?: number;
}

/** How long to wait after each failure. After the last the message is dead: what is a day late tells nobody anything. */
const BACK_OFF_MINUTES = [1, 5, 15, 60, 240, 720];

/** What becomes of a message that was not taken. */
export function afterFailure({ attempts }: Pick<Message, 'attempts'>, { code, permanent, retryAfterSeconds = 0 }: Failure, now: Date) {
  const minutes = BACK_OFF_MINUTES[attempts];
  if (permanent || minutes === undefined) return { state: 'dead', attempts: attempts + 1, notBefore: now, failure: code } as const;
  const notBefore = new Date(now.getTime() + Math.max(minutes * MINUTE_MS, retryAfterSeconds * 1000));
  return { state: 'waiting', attempts: attempts + 1, notBefore, failure: code } as const;
}
