import { addDays, dateOf, endOf } from '@zero-distance/calendar';
import type { EventData } from '@zero-distance/contracts';
import { type Actor, actsFor, isWithinArea, newId, type Told } from '@zero-distance/kernel';
import { wordsWithin } from '../../words.js';
import type { KnowledgeEntryEventType, KnowledgeEntryState, Subject } from './knowledge-entry.transitions.js';

/** 知识条目: a question that people ask, and the answer that an organisation vouches for (北京市接诉即办工作条例 第31条; 国办函〔2025〕66号). */
export interface KnowledgeEntry {
  readonly id: string;
  readonly version: number;
  readonly state: KnowledgeEntryState;
  /** Where the answer holds. */
  readonly areaCode: string;
  readonly categoryCode: string;
  readonly organisationId: string;
  readonly organisationCode: string;
  readonly question: string;
  readonly answer: string;
  /** 所需材料. */
  readonly materials: readonly string[];
  /** Last day on which it holds, `YYYY-MM-DD`. */
  readonly validUntil: string | null;
  /** Last day before somebody has to say that it is still right; none before it is published. */
  readonly reviewBy: string | null;
  /** The request whose answer it was made of. */
  readonly requestId: string | null;
  /** Who wrote it last. */
  readonly writtenBy: string;
  /** Whoever wrote at it since it was last published. */
  readonly writers: readonly string[];
  readonly draftedAt: Date;
  readonly publishedAt: Date | null;
  /** When its time is over, or its review falls due. */
  readonly nextAt: Date | null;
  /** What it is found by. */
  readonly words: readonly string[];
}

/** How long it waits for what, in days. */
export interface Waits {
  readonly 'knowledge-draft-days': number;
  readonly 'knowledge-review-days': number;
  readonly 'knowledge-grace-days': number;
}

/** What it says. */
export type Content = Pick<KnowledgeEntry, 'question' | 'answer' | 'materials' | 'validUntil' | 'categoryCode' | 'areaCode'>;
/** Whose it is, and what it was made of. */
export type Origin = Pick<KnowledgeEntry, 'organisationId' | 'organisationCode' | 'requestId'>;

interface Written {
  readonly by: string;
  readonly now: Date;
  readonly waits: Waits;
}

/** What changes when it is written, for the first time or again. @param before who wrote at it since it was last published */
export const written = (content: Content, { by, now, waits }: Written, before: readonly string[] = []) => ({
  ...content,
  words: wordsWithin(`${content.question} ${content.answer} ${content.materials.join(' ')}`),
  writtenBy: by,
  writers: [...new Set([...before, by])],
  nextAt: after(now, waits['knowledge-draft-days']),
});

export const draftKnowledgeEntry = (content: Content, origin: Origin, by: Written): KnowledgeEntry => ({
  ...{ id: newId(), version: 1, state: 'draft', draftedAt: by.now, publishedAt: null, reviewBy: null },
  ...origin,
  ...written(content, by),
});

/** What changes when it is published: who writes at it from now on did not before. */
export const published = (...vouchedFor: Parameters<typeof vouched>) => ({ ...vouched(...vouchedFor), writers: [] });

/** What changes when it is vouched for. @param reviewBy when it is to be looked at again; as the policy says, unless somebody says another day */
export function vouched({ validUntil, publishedAt }: KnowledgeEntry, reviewBy: string | undefined, now: Date, waits: Waits) {
  const by = reviewBy ?? addDays(dateOf(now), waits['knowledge-review-days']);
  return { reviewBy: by, publishedAt: publishedAt ?? now, nextAt: endOf(validUntil !== null && validUntil < by ? validUntil : by) };
}

/** What its clock does: at the end of its validity, or when nobody has looked after it in time, it expires. */
export const clockAction = ({ state, validUntil }: KnowledgeEntry, now: Date): 'fall-due' | 'expire' =>
  state === 'published' && !(validUntil !== null && endOf(validUntil) <= now) ? 'fall-due' : 'expire';

/** When an entry whose review is due is retired, unless somebody says that it is right. */
export function graceUntil({ validUntil }: KnowledgeEntry, now: Date, waits: Waits): Date {
  const grace = after(now, waits['knowledge-grace-days']);
  return validUntil !== null && endOf(validUntil) < grace ? endOf(validUntil) : grace;
}

const after = (now: Date, days: number): Date => endOf(addDays(dateOf(now), days));

/** 已发布、待复核: anybody reads it. */
export const isPublic = ({ state }: Pick<KnowledgeEntry, 'state'>): boolean => state === 'published' || state === 'review-due';

/** What is to be answered. */
export type Answered = Pick<KnowledgeEntry, 'areaCode' | 'categoryCode'>;

/** Why a request is not answered by an entry; undefined when it may be. */
export function whyNotAnsweredBy(
  entry: KnowledgeEntry,
  { areaCode, categoryCode }: Answered,
): 'knowledge_entry.not_public' | 'knowledge_entry.holds_elsewhere' | 'knowledge_entry.of_another_category' | undefined {
  if (!isPublic(entry)) return 'knowledge_entry.not_public';
  if (!isWithinArea(areaCode, entry.areaCode)) return 'knowledge_entry.holds_elsewhere';
  return categoryCode === entry.categoryCode ? undefined : 'knowledge_entry.of_another_category';
}

const OF_ALL = ['intake-clerk', 'reviewer', 'publisher'] as const;

/** 中心: who works for all organisations of an area, whatever else they are. */
export const worksForAll = ({ roles }: Pick<Actor, 'roles'>): boolean => OF_ALL.some((role) => roles.includes(role));

/** Whether somebody reads it: what was never published, and what was taken back, is for who may write it. */
export const mayRead = (entry: KnowledgeEntry, actor: Actor): boolean =>
  (entry.state !== 'draft' && entry.publishedAt !== null) || worksForAll(actor) || actsFor(actor.organisation, entry.organisationId);

/** What the guards of the state table look at. Whoever works for all organisations of an area touches their entries, a handler those of the own one and of those that it succeeded. */
export const subjectOf = ({ writtenBy, writers, organisationId, areaCode }: KnowledgeEntry, actor: Actor): Subject => ({
  writers: [writtenBy, ...writers],
  actorId: actor.id,
  mayTouch: isWithinArea(areaCode, actor.area) && (actsFor(actor.organisation, organisationId) || worksForAll(actor)),
});

const brief = (entry: KnowledgeEntry, { at }: Told<KnowledgeEntry>) => ({
  knowledgeEntryId: entry.id,
  areaCode: entry.areaCode,
  categoryCode: entry.categoryCode,
  ownerOrganisationId: entry.organisationId,
  at: at.toISOString(),
});

/** The data of each event, from the knowledge entry after the step. */
export const KNOWLEDGE_ENTRY_EVENTS: {
  readonly [E in KnowledgeEntryEventType]: (after: KnowledgeEntry, told: Told<KnowledgeEntry>) => EventData<E>;
} = {
  'intake.knowledge-entry.drafted.v1': (after, told) => ({ ...brief(after, told), requestId: after.requestId }),
  'intake.knowledge-entry.edited.v1': brief,
  'intake.knowledge-entry.published.v1': (after, told) => ({ ...brief(after, told), reviewBy: after.reviewBy ?? '' }),
  'intake.knowledge-entry.confirmed.v1': (after, told) => ({ ...brief(after, told), reviewBy: after.reviewBy ?? '' }),
  'intake.knowledge-entry.taken-back.v1': brief,
  'intake.knowledge-entry.retired.v1': brief,
  'intake.knowledge-entry.review-due.v1': brief,
  'intake.knowledge-entry.expired.v1': brief,
};
