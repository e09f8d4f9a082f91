import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who answered an order keeps from reviewing it after the answer was sent back, too. */
export class FormerRepliers1764300005000 implements MigrationInterface {
  name = 'FormerRepliers1764300005000';

  async up(runner: QueryRunner): Promise<void> {
    // The history knows who answered so far. An order dispatched again has those of the one before it as well: they answered the same matter.
    await runner.query(`
      alter table work_order add column formerly_replied_by text[];
      update work_order w set formerly_replied_by = replied.by
        from (
          select o.source_id, o.type, array_agg(distinct h.actor_id) as by
          from work_order_history h join work_order o on o.id = h.work_order_id and h.at >= o.opened_at
          where h.action = 'reply' group by o.source_id, o.type
        ) as replied
        where w.source_id = replied.source_id and w.type = replied.type and w.state not in ('closed', 'terminated');
      update work_order w set formerly_replied_by = (
          select array_agg(distinct h.actor_id) from work_order_history h where h.work_order_id = w.id and h.at >= w.opened_at and h.action = 'reply')
        where w.state in ('closed', 'terminated');
    `);
  }

  async down(): Promise<void> {
    throw new Error('restore a back-up instead');
  }
}
