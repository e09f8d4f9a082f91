import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations, and which of them have the work order of a hazard. */
export class Reach1764300000000 implements MigrationInterface {
  name = 'Reach1764300000000';

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

      -- Lead and co-handlers of a hazard's work order. Visit and premises beside the hazard, so that the lists of those find their rows too.
      create table hazard_organisation (
        organisation_id uuid not null,
        hazard_id uuid not null,
        visit_id uuid not null,
        premises_id uuid not null,
        primary key (organisation_id, hazard_id)
      );
      create index hazard_organisation_hazard on hazard_organisation (hazard_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('restore a back-up instead');
  }
}
