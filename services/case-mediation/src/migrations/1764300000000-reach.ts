import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations, which of them applied for a case, and whom it is hidden from. */
export class Reach1764300000000 implements MigrationInterface {
  readonly name = 'Reach1764300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A read copy of dispatch's organisations: which one does a token act for, and what may it see?
      create table organisation (
        id uuid primary key,
        code text not null,
        name text not null,
        kind text not null,
        area_code text not null
      );
      create index organisation_code on organisation (code);

      -- Null for nobody, as in all but a few.
      alter table mediation_case add column applied_by uuid, add column barred_organisation_ids uuid[], add column barred_account_ids text[];
      create index mediation_case_applied_by on mediation_case (applied_by, id) where applied_by is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('who may not see a matter is never forgotten: restore a back-up instead');
  }
}
