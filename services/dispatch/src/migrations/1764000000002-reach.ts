import type { MigrationInterface, QueryRunner } from 'typeorm';

/** More kinds of organisations, whom a matter is hidden from, and who answered it. */
export class Reach1764000000002 implements MigrationInterface {
  name = 'Reach1764000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table organisation drop constraint organisation_kind_check, add constraint organisation_kind_check check
        (kind in ('department', 'street', 'town', 'community', 'village', 'centre', 'utility', 'property-company'));
      -- Null for nobody, as in all but a few.
      alter table work_order add column barred_organisation_ids uuid[], add column barred_account_ids text[], add column replied_by text;
    `);
  }

  async down(): Promise<void> {
    throw new Error('who may not see a matter is never forgotten: restore a back-up instead');
  }
}
