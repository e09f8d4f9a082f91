import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose work an organisation took over: read copies know it, so that the successor sees what the one before it took part in. */
export class OrganisationSuccessor1795887300000 implements MigrationInterface {
  name = 'OrganisationSuccessor1795887300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table organisation add column retired_at timestamptz, add column successor_organisation text;
      create index organisation_successor on organisation (successor_organisation) where successor_organisation is not null`);
  }

  async down(): Promise<void> {
    throw new Error('who is no more may not act again: restore a back-up instead');
  }
}
