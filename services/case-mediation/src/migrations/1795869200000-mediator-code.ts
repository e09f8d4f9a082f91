import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Mediators are called by a code, as the rows of every register are. Who is registered already is called by the id, so that the addresses which others
 * keep stay right; a process of the version before, which knows of no code, gives one by the default.
 */
export class MediatorCode1795869200000 implements MigrationInterface {
  readonly name = 'MediatorCode1795869200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mediator add column code text not null default gen_random_uuid()::text;
      update mediator set code = id::text;
      alter table mediator add constraint mediator_code_key unique (code);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table mediator drop column code');
  }
}
