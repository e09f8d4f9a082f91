import { DAY_MS } from '@zero-distance/kernel';
import type { RequestState } from '../request/request.transitions.js';
import type { SnapshotReportState } from '../snapshot-report/snapshot-report.transitions.js';

/** 下一步, as who asks is told: who has it is the office's affair, what comes next is theirs. */
export const TRACKING_STEPS = [
  'being-verified',
  'verified-again',
  'being-routed',
  'being-handled',
  'put-off',
  'in-mediation',
  'answered',
  'finished',
  'ended',
  'elsewhere',
] as const;
export type TrackingStep = (typeof TRACKING_STEPS)[number];

const STEPS: Readonly<Record<RequestState, TrackingStep>> = {
  received: 'being-routed',
  dispatched: 'being-handled',
  merged: 'being-handled',
  divided: 'being-handled',
  reopened: 'being-handled',
  mediating: 'in-mediation',
  replied: 'answered',
  answered: 'finished',
  declined: 'finished',
  closed: 'finished',
  withdrawn: 'ended',
  redirected: 'elsewhere',
};

export const stepOf = (state: RequestState): TrackingStep => STEPS[state];

/** Whether there is an answer that stands. Of a request that is handled again, the last one was not good enough. */
export const isAnswered = (state: RequestState): boolean => ['answered', 'finished'].includes(STEPS[state]);

/** Wrong digits given for one number from one network, since when. */
export interface Tries {
  readonly wrong: number;
  readonly since: Date;
}

/** With one more that was wrong: a day after the first they count anew. */
export const withOneMore = (tries: Tries, now: Date): Tries =>
  isCounted(tries, now) ? { ...tries, wrong: tries.wrong + 1 } : { wrong: 1, since: now };

/** Until when that network may not try any more; undefined while it may. */
export const closedUntil = (tries: Tries, most: number, now: Date): Date | undefined =>
  isCounted(tries, now) && tries.wrong >= most ? new Date(tries.since.getTime() + DAY_MS) : undefined;

/** What was first wrong before then counts no more. */
export const startOfCount = (now: Date): Date => new Date(now.getTime() - DAY_MS);

const isCounted = ({ since }: Tries, now: Date): boolean => now.getTime() - since.getTime() < DAY_MS;

/** Whether these are the last digits of the number, of which the mask shows them, or the code of a report: nothing sealed is opened for it. */
export const opens = (opensWith: string | null, lastFour: string): boolean => opensWith?.replace(/转.*$/, '').endsWith(lastFour) ?? false;

/** What tracking reads of a request. */
interface TrackedRequest {
  readonly id: string;
  readonly state: RequestState;
  readonly repliedAt: Date | null;
  readonly publicAnswer: string | null;
}

/** What is tracked: a request, or a report with the request that came of it. */
export interface Tracked {
  readonly number: string;
  readonly receivedAt: Date;
  /** What ends with the digits that open it: a masked telephone, or the code of a report. */
  readonly opensWith: string | null;
  /** Of a report; null for a request. */
  readonly reportState: SnapshotReportState | null;
  /** Of a report: it had been added to a request by mistake. */
  readonly cameBack: boolean;
  /** 不予受理告知, of a report, and when it was told. */
  readonly refusal: { readonly publicAnswer: string; readonly at: Date } | null;
  readonly request: TrackedRequest | null;
}
