import { changeTimeV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When each row changed last: for who asks what has changed since. */
export class ChangeTimes1795842300000 implements MigrationInterface {
  readonly name = 'ChangeTimes1795842300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${changeTimeV1('request')}
      ${changeTimeV1('area')}
      ${changeTimeV1('category')}
      ${changeTimeV1('service_item')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger if exists note_change on request;
      alter table request drop column updated_at;
      drop trigger if exists note_change on area;
      alter table area drop column updated_at;
      drop trigger if exists note_change on category;
      alter table category drop column updated_at;
      drop trigger if exists note_change on service_item;
      alter table service_item drop column updated_at;
    `);
  }
}
