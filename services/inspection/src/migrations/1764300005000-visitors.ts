import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose people made a visit: that organisation reads what it recorded. */
export class Visitors1764300005000 implements MigrationInterface {
  name = 'Visitors1764300005000';

  async up(runner: QueryRunner): Promise<void> {
    // The premises beside the visit, so that the list of those finds its rows too.
    await runner.query(`
      create table visit_organisation (
        organisation_id uuid not null,
        visit_id uuid not null,
        premises_id uuid not null,
        primary key (organisation_id, visit_id)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('inspection records are never taken away: restore a back-up instead');
  }
}
