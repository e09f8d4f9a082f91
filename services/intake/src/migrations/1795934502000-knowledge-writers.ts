import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever wrote at an entry since it was last published does not publish it. Of those of before, who wrote last is known. */
export class KnowledgeWriters1795934502000 implements MigrationInterface {
  name = 'KnowledgeWriters1795934502000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table knowledge_entry add column writers text[] not null default '{}'`);
  }

  async down(): Promise<void> {
    throw new Error('knowledge entries are never taken away: restore a back-up instead');
  }
}
