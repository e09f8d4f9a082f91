import { changeTimeV1, historyTableV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Knowledge entries 知识条目, with their history. */
export class KnowledgeEntry1795888925529 implements MigrationInterface {
  readonly name = 'KnowledgeEntry1795888925529';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table knowledge_entry (
        id uuid primary key,
        version int not null,
        state text not null check (state in ('draft', 'published', 'review-due', 'retired')),
        area_code text not null,
        category_code text not null,
        organisation_id uuid not null,
        organisation_code text not null,
        question text not null,
        answer text not null,
        materials text[] not null,
        valid_until date,
        review_by date,
        request_id uuid,
        written_by text not null,
        drafted_at timestamptz not null,
        published_at timestamptz,
        next_at timestamptz,
        words text[] not null
      );
      create index knowledge_entry_area on knowledge_entry (area_code, id);
      create index knowledge_entry_state on knowledge_entry (state, id);
      create index knowledge_entry_organisation on knowledge_entry (organisation_code, id);
      create index knowledge_entry_category on knowledge_entry (category_code, id);
      create index knowledge_entry_request on knowledge_entry (request_id) where request_id is not null;
      create index knowledge_entry_words on knowledge_entry using gin (words);
      create index knowledge_entry_next on knowledge_entry (next_at) where next_at is not null;
      ${changeTimeV1('knowledge_entry')}

      ${historyTableV1('knowledge_entry')}

      -- Which requests were answered at once by which entry.
      create table knowledge_use (
        request_id uuid primary key,
        knowledge_entry_id uuid not null
      );
      create index knowledge_use_entry on knowledge_use (knowledge_entry_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('knowledge entries are never taken away: restore a back-up instead');
  }
}
