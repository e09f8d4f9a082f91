import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What residents call what a category is of. */
export class CategorySynonym1795867000000 implements MigrationInterface {
  readonly name = 'CategorySynonym1795867000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table category add column synonyms text[] not null default '{}'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table category drop column synonyms');
  }
}
