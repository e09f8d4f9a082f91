import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a reply that a matter of a category is solved has to show, as intake tells. */
export class RequiredEvidence1795903000000 implements MigrationInterface {
  readonly name = 'RequiredEvidence1795903000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table category add column required_evidence text[] not null default '{}'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table category drop column required_evidence');
  }
}
