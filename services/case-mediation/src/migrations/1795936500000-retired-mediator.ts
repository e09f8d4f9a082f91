import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mediators leave office, and name who takes over. */
export class RetiredMediator1795936500000 implements MigrationInterface {
  readonly name = 'RetiredMediator1795936500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mediator add column retired_at timestamptz, add column successor_mediator text,
        add constraint mediator_retired check (num_nulls(retired_at, successor_mediator) in (0, 2));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table mediator drop column retired_at, drop column successor_mediator');
  }
}
