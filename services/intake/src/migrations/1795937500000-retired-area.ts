import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Areas are retired, and say into which they went. */
export class RetiredArea1795937500000 implements MigrationInterface {
  readonly name = 'RetiredArea1795937500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table area add column retired_at timestamptz, add column successor_area text,
        add constraint area_retired check (num_nulls(retired_at, successor_area) in (0, 2));
      create index area_successor on area (code) where successor_area is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table area drop column retired_at, drop column successor_area');
  }
}
