import { changeTimeV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When each row changed last: for who asks what has changed since. */
export class ChangeTimes1795842300000 implements MigrationInterface {
  readonly name = 'ChangeTimes1795842300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${changeTimeV1('callback')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger if exists note_change on callback;
      alter table callback drop column updated_at;
    `);
  }
}
