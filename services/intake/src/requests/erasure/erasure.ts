import {
  ERASED_TEXT,
  ERASING_SERVICES,
  type ErasingService,
  type ErasurePlace,
  EVENTS,
  hears,
  type RequestKind,
  SUBSCRIPTIONS,
  subjectOf,
} from '@zero-distance/contracts';
import { DAY_MS } from '@zero-distance/kernel';
import type { Request } from '../request/request.js';
import { FINISHED_STATES, REQUEST_TRANSITIONS } from '../request/request.transitions.js';

/** 删除依据: lawful-request 本人依法请求, retention-over 保存期满. */
export const ERASURE_BASES = ['lawful-request', 'retention-over'] as const;
export type ErasureBasis = (typeof ERASURE_BASES)[number];

/** What a request keeps once its words are erased: ids, codes and times, so that every figure stays what it was. */
export const erased = (now: Date): Partial<Request> => ({
  title: ERASED_TEXT,
  text: ERASED_TEXT,
  place: null,
  point: null,
  residentId: null,
  erasedAt: now,
});

/** What became of a request of a person whose requests are erased. */
export const ERASURE_OUTCOMES = ['erased', 'unfinished'] as const;

/** Whether the words of a request may go: it is finished, and they are there. */
export const canBeErased = ({ state, erasedAt }: Pick<Request, 'state' | 'erasedAt'>): boolean =>
  erasedAt === null && FINISHED_STATES.includes(state);

/** The services that are asked to take words of a request of this kind away: those that hear of it, and intake. */
export const erasersOf = (kind: RequestKind): ErasingService[] => {
  const subject = subjectOf('intake.request.erased.v1', { kind });
  const hearsOfIt = (service: ErasingService) =>
    SUBSCRIPTIONS[service].some(({ source, filter }) => source === 'intake' && hears(filter, subject));
  return ERASING_SERVICES.filter((service) => service === 'intake' || hearsOfIt(service));
};

/** Where a sealed or old copy of the words stays, which nobody can take out, until it goes by itself. */
export const REMAINING_PLACES = ['outbox', 'stream', 'backup'] as const;
type RemainingPlace = (typeof REMAINING_PLACES)[number];

/** The outbox is cut by day: a piece is dropped when all of it is older than seven days. */
const OUTBOX_DAYS = 9;
const STREAM_DAYS = 7;

/** What was done to a request whose event carries its words: it was taken in, and whatever says or corrects them since. */
export const TELLS_WORDS: readonly string[] = [
  'register',
  ...REQUEST_TRANSITIONS.rows.filter(({ event }) => 'sealedText' in EVENTS[event].schema.properties).map(({ action }) => action),
];

/**
 * What remains of a request's words, and until when. Outbox and stream have them sealed, from when they were told.
 * @param toldAt when they were told last; null when they never were
 */
export function remainsOf(toldAt: Date | null, erasedAt: Date, backupDays: number, now: Date): { place: RemainingPlace; until: Date }[] {
  const days = (from: Date, count: number) => new Date(from.getTime() + count * DAY_MS);
  const sealed = toldAt && [
    { place: 'outbox' as const, until: days(toldAt, OUTBOX_DAYS) },
    { place: 'stream' as const, until: days(toldAt, STREAM_DAYS) },
  ];
  return [...(sealed ?? []), { place: 'backup' as const, until: days(erasedAt, backupDays) }].filter(({ until }) => until > now);
}

/** What a service has taken away of a request; `goneAt` is null while something of it is still there. */
export interface ErasurePart {
  readonly service: ErasingService;
  readonly removed: readonly { readonly place: ErasurePlace; readonly count: number }[];
  readonly kept: readonly { readonly place: ErasurePlace; readonly until: string }[];
  readonly erasedAt: Date;
  readonly goneAt: Date | null;
}

/** Who erased a request, when and on what ground, as the access record says. */
export interface ErasureRecord {
  readonly id: string;
  readonly actorId: string;
  readonly evidence: string | null;
  readonly basis: string;
  readonly at: Date;
}
