import type { Channel, FollowUpKind } from '@zero-distance/contracts';
import type { Point } from '../request/request.js';

/** 追加: what a caller said of a request that was taken in before. The words of it go with those of the request. */
export interface FollowUp {
  readonly id: string;
  readonly requestId: string;
  readonly at: Date;
  readonly kind: FollowUpKind;
  readonly channel: Channel;
  /** The round of the request that it fell in. */
  readonly round: number;
  /** Null when no word was said. */
  readonly text: string | null;
  /** Where it was seen, in words and on the map; null when nobody said: only who reports with a photo does. */
  readonly place: string | null;
  readonly point: Point | null;
  /** The account that wrote it down. */
  readonly actorId: string;
}

/**
 * How often a request may be followed up in a round; who calls more often is helped in another way. Reopening it begins another round: however often somebody
 * urged, the requester may ask for it again.
 */
export const MOST_FOLLOW_UPS = 200;

/** How often it was followed up in a round. */
export const countIn = (round: number, before: readonly Pick<FollowUp, 'round'>[]): number =>
  before.filter((one) => one.round === round).length;

/** Somebody who urges need say nothing; who adds or complains has to say what. */
export const needsWords = (kind: FollowUpKind): boolean => kind !== 'urge';

/** 催办次数: in a round of the request. */
export const urgesIn = (round: number, before: readonly FollowUp[]): number =>
  before.filter((one) => one.kind === 'urge' && one.round === round).length;

/** What is complained of is not shown to who may be complained of: an organisation sees that there was a complaint, and not its words. */
export const mayReadWords = (kind: FollowUpKind, isOrganisation: boolean): boolean => kind !== 'complaint' || !isOrganisation;

/** What is told of it to who has the request: the words, and where it was seen. Null when neither was said. */
export const wordsOf = ({ text, place }: Pick<FollowUp, 'text' | 'place'>): string | null =>
  [text, place && `地点：${place}`].filter(Boolean).join('\n') || null;
