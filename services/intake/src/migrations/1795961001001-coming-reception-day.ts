import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reception days are listed by when they begin, too. */
export class ComingReceptionDay1795961001001 implements MigrationInterface {
  readonly name = 'ComingReceptionDay1795961001001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index reception_day_begins on reception_day (starts_at, id);
      create index reception_day_area_begins on reception_day (area_code, starts_at, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index reception_day_begins, reception_day_area_begins');
  }
}
