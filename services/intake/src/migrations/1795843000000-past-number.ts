import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A request of the time before is known by its number alone, whatever channel it came by. */
export class PastNumber1795843000000 implements MigrationInterface {
  name = 'PastNumber1795843000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create unique index request_past on request (upstream_reference) where upstream_system = 'before'`);
  }

  async down(): Promise<void> {
    throw new Error('restore a back-up instead');
  }
}
