import { changeTimeV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where areas lie. */
export class AreaBoundary1795869100000 implements MigrationInterface {
  readonly name = 'AreaBoundary1795869100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table area_boundary (
        id uuid primary key,
        code text not null unique,
        geometry jsonb not null,
        version int not null default 1
      );
      ${changeTimeV1('area_boundary')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table area_boundary');
  }
}
