import { changeTimeV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When each entry of the responsibility list changed last, and the index of its filter by area. */
export class ChangedResponsibilities1795906000000 implements MigrationInterface {
  readonly name = 'ChangedResponsibilities1795906000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${changeTimeV1('responsibility')}
      create index responsibility_area on responsibility (area_prefix);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger if exists note_change on responsibility;
      drop index responsibility_area;
      alter table responsibility drop column updated_at;
    `);
  }
}
