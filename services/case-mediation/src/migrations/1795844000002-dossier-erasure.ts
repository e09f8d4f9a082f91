import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the words of a case's dossier were taken away, and which are to go next. */
export class DossierErasure1795844000002 implements MigrationInterface {
  readonly name = 'DossierErasure1795844000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mediation_case add column dossier_erased_at timestamptz;
      create index mediation_case_dossier on mediation_case (concluded_at) where dossier_erased_at is null and concluded_at is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table mediation_case drop column dossier_erased_at');
  }
}
