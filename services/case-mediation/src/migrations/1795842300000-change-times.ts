import { changeTimeV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When each row changed last: for who asks what has changed since. */
export class ChangeTimes1795842300000 implements MigrationInterface {
  readonly name = 'ChangeTimes1795842300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${changeTimeV1('mediation_case')}
      ${changeTimeV1('mediator')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger if exists note_change on mediation_case;
      alter table mediation_case drop column updated_at;
      drop trigger if exists note_change on mediator;
      alter table mediator drop column updated_at;
    `);
  }
}
