import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What has to be known of organisations to say what they see, and whom a callback is hidden from. */
export class Reach1764300000000 implements MigrationInterface {
  name = 'Reach1764300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Null until dispatch tells of the organisation again: it then sees what it takes part in.
      alter table organisation add column kind text, add column area_code text;
      -- Null for nobody, as in all but a few.
      alter table callback add column barred_organisation_ids uuid[], add column barred_account_ids text[];
    `);
  }

  async down(): Promise<void> {
    throw new Error('who may not see a matter is never forgotten: restore a back-up instead');
  }
}
