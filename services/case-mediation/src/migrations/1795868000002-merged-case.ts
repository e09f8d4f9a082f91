import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 拆单: a case that ended with the merging of its request is followed by another one of the same round. A request has one open case at most. */
export class MergedCase1795868000002 implements MigrationInterface {
  readonly name = 'MergedCase1795868000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index mediation_case_request on mediation_case (request_id, round) where request_id is not null;
      create unique index mediation_case_standing on mediation_case (request_id)
        where request_id is not null and state in ('applied', 'accepted', 'assigned', 'mediating');
      drop index mediation_case_round;
    `);
  }

  async down(): Promise<void> {
    throw new Error('rounds may have two cases by now: restore a back-up instead');
  }
}
