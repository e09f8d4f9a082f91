import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Shifts are listed by when they begin, too. */
export class ComingShift1795961001000 implements MigrationInterface {
  readonly name = 'ComingShift1795961001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index duty_shift_begins on duty_shift (starts_at, id);
      create index duty_shift_organisation_begins on duty_shift (organisation_code, starts_at, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index duty_shift_begins, duty_shift_organisation_begins');
  }
}
