import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 分办回访: the parts of a divided request that its requester is asked about, and those that are not solved. */
export class CallbackParts1795881000001 implements MigrationInterface {
  readonly name = 'CallbackParts1795881000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table callback add column parts jsonb;
      alter table callback add column unsolved_part_ids uuid[];
    `);
  }

  async down(): Promise<void> {
    throw new Error('what was asked is never taken away: restore a back-up instead');
  }
}
