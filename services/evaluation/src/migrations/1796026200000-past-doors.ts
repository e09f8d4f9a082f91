import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 历史敲门: of a grid of the time before it is known how many households were met, and not which. */
export class PastDoors1796026200000 implements MigrationInterface {
  readonly name = 'PastDoors1796026200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table door_list add column met int not null default 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table door_list drop column met');
  }
}
