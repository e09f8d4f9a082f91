import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 撤回: who reported a part, whether its lead has answered, and when an answered supervision order was due; 吹哨: from when somebody may arrive. */
export class TakenBack1796000100001 implements MigrationInterface {
  readonly name = 'TakenBack1796000100001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table part add column reported_by text, add column is_answered boolean not null default false;
      -- Of the orders that are under way: nobody marks, or takes back, a part of one that has ended.
      update part set is_answered = true where work_order_id in (select id from work_order where replied_at is not null and state <> 'terminated');
      alter table supervision_order add column answer_due_at timestamptz;
      alter table whistle add column arrive_from timestamptz;
    `);
  }

  async down(): Promise<void> {
    throw new Error('who reported what is never forgotten: restore a back-up instead');
  }
}
