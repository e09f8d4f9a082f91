import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose request was erased: the dossiers of these cases may have to go earlier than others. */
export class MatterErased1795866900000 implements MigrationInterface {
  readonly name = 'MatterErased1795866900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mediation_case add column matter_erased_at timestamptz;
      update mediation_case c set matter_erased_at = e.at from erasure e where e.matter_id = c.request_id;
      create index mediation_case_erased_dossier on mediation_case (concluded_at)
        where dossier_erased_at is null and concluded_at is not null and matter_erased_at is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table mediation_case drop column matter_erased_at');
  }
}
