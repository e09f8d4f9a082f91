import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbers of other systems, by which it is seen that the past that is brought along is here already. */
export class OutsideNumbers1796021000000 implements MigrationInterface {
  readonly name = 'OutsideNumbers1796021000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index request_call_call on request_call (call_id);
      create index request_upstream_reference on request (upstream_reference) where upstream_reference is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index request_call_call, request_upstream_reference');
  }
}
