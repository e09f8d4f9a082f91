import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 历史活动成效: how many of one kind came of an activity is looked at with each that is brought in. */
export class OutcomesOfActivity1796032900000 implements MigrationInterface {
  readonly name = 'OutcomesOfActivity1796032900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index past_activity_outcome_activity on past_activity_outcome (activity, outcome)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index past_activity_outcome_activity');
  }
}
