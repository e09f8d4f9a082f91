import type { Actor } from '@zero-distance/kernel';
import { type HistoryEntity, toHistoryLine } from '@zero-distance/platform';
import type { KnowledgeAnswerDto, KnowledgeEntryDetailDto, KnowledgeEntryDto } from './knowledge-entry.dto.js';
import { type KnowledgeEntry, subjectOf } from './knowledge-entry.js';
import { KNOWLEDGE_ENTRY_TRANSITIONS, type KnowledgeEntryState } from './knowledge-entry.transitions.js';

/** To whom it is shown. */
interface View {
  readonly actor: Actor;
}

/** What anybody reads of a knowledge entry. */
export const toKnowledgeAnswerDto = (found: KnowledgeEntry): KnowledgeAnswerDto => ({
  id: found.id,
  question: found.question,
  answer: found.answer,
  materials: [...found.materials],
  categoryCode: found.categoryCode,
  areaCode: found.areaCode,
  organisationCode: found.organisationCode,
  validUntil: found.validUntil,
});

/** What the caller sees of a knowledge entry, and may do with it. */
export const toKnowledgeEntryDto = (found: KnowledgeEntry, { actor }: View): KnowledgeEntryDto => ({
  ...toKnowledgeAnswerDto(found),
  version: found.version,
  state: found.state,
  actions: KNOWLEDGE_ENTRY_TRANSITIONS.allowed(found.state, actor, subjectOf(found, actor)),
  requestId: found.requestId,
  reviewBy: found.reviewBy,
  draftedAt: found.draftedAt.toISOString(),
  publishedAt: found.publishedAt?.toISOString() ?? null,
});

/** The same with what was done about it. */
export const toKnowledgeEntryDetailDto = (
  found: KnowledgeEntry,
  { history, used }: { readonly history: readonly HistoryEntity<KnowledgeEntryState>[]; readonly used: number },
  view: View,
): KnowledgeEntryDetailDto => ({
  ...toKnowledgeEntryDto(found, view),
  used,
  history: history.map(toHistoryLine),
});
