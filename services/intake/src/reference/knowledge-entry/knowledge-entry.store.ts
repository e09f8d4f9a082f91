import { areaAncestry } from '@zero-distance/kernel';
import { findDueBy, type ReadTx, type Tx } from '@zero-distance/persistence';
import { defineAggregate, type FilterContext, prefixConditions } from '@zero-distance/platform';
import { wordsSought } from '../../words.js';
import { KnowledgeEntryEntity, KnowledgeEntryHistoryEntity } from './knowledge-entry.entity.js';
import { refuseKnowledge } from './knowledge-entry.errors.js';
import { type Answered, KNOWLEDGE_ENTRY_EVENTS, type KnowledgeEntry, subjectOf, whyNotAnsweredBy } from './knowledge-entry.js';
import { KNOWLEDGE_ENTRY_TRANSITIONS } from './knowledge-entry.transitions.js';

export const KNOWLEDGE_ENTRIES = defineAggregate(
  {
    machine: KNOWLEDGE_ENTRY_TRANSITIONS,
    entity: KnowledgeEntryEntity,
    history: { entity: KnowledgeEntryHistoryEntity, key: 'knowledgeEntryId', since: 'draftedAt' },
    notFound: (id) => refuseKnowledge('knowledge_entry.not_found', { id }),
    /** What the district knows is no secret within it; who may change it, the state table says. */
    visible: { by: 'everybody' },
    begins: { action: 'draft', event: 'intake.knowledge-entry.drafted.v1' },
    events: KNOWLEDGE_ENTRY_EVENTS,
    filters: {
      state: 'state',
      organisationCode: 'organisation_code',
      categoryPrefix: (digits: string, { given }) => prefixConditions(digits, given, 't.category_code').join(' and '),
      /** Those that hold in an area: its own, and those of the areas that it lies in. */
      holdsIn: (area: string, { given }) => `t.area_code = any(${given(areaAncestry(area))}::text[])`,
      q: (typed: string, { given }: FilterContext) => `t.words @> ${given(wordsSought(typed))}::text[]`,
      /** What was never published is for who may write it: the organisations that the caller acts for. */
      readBy: (organisationIds: readonly string[], { given }) =>
        `(t.state <> 'draft' and t.published_at is not null or t.organisation_id = any(${given(organisationIds)}::uuid[]))`,
      isPublic: (only: boolean) => (only ? `t.state in ('published', 'review-due')` : undefined),
    },
  },
  (entry, { actor }) => subjectOf(entry, actor),
);

/** Queues that a request was answered by an entry: answered anew, by that one. */
export const saveUse = (tx: Tx, requestId: string, knowledgeEntryId: string): void =>
  tx.write(
    `insert into knowledge_use (request_id, knowledge_entry_id) values ($1, $2)
     on conflict (request_id) do update set knowledge_entry_id = excluded.knowledge_entry_id`,
    [requestId, knowledgeEntryId],
  );

/** More than this nobody counts. */
const MOST_USED = 10_000;

/** How many requests were answered by an entry, up to ten thousand. */
export async function countUses(tx: ReadTx, id: string): Promise<number> {
  const [row] = await tx.query<{ used: number }>(
    `select count(*)::int as used from (select from knowledge_use where knowledge_entry_id = $1 limit ${MOST_USED}) as uses`,
    [id],
  );
  return row?.used ?? 0;
}

/** The entry that a request is answered by: one that holds where it lies, of its category. Throws when nobody is to be answered by it. */
export async function entryToAnswerBy(tx: Tx, id: string, request: Answered): Promise<KnowledgeEntry> {
  const entry = await KNOWLEDGE_ENTRIES.load(tx, id);
  const refusal = whyNotAnsweredBy(entry, request);
  const { areaCode, categoryCode } = entry;
  if (refusal) throw refuseKnowledge(refusal, { id, areaCode, categoryCode }, '/knowledgeEntryId');
  return entry;
}

/** Those whose clock has something to do, the longest due before the others. */
export const findDue = findDueBy('knowledge_entry', 'next_at');

/** How many are to be looked at again, counted up to 10 000: as far as the alarm needs to know. */
export async function countReviewsDue(tx: ReadTx): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from (select from knowledge_entry where state = 'review-due' limit 10000) as counted`,
  );
  return row?.count ?? 0;
}
