import { changeTimeV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When each row changed last: for who asks what has changed since. */
export class ChangeTimes1795842300000 implements MigrationInterface {
  readonly name = 'ChangeTimes1795842300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${changeTimeV1('work_order')}
      ${changeTimeV1('organisation')}
      ${changeTimeV1('holiday')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger if exists note_change on work_order;
      alter table work_order drop column updated_at;
      drop trigger if exists note_change on organisation;
      alter table organisation drop column updated_at;
      drop trigger if exists note_change on holiday;
      alter table holiday drop column updated_at;
    `);
  }
}
