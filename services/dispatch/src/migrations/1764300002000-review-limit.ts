import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A reply is to be reviewed, and a request whose order was terminated dispatched again, within a limit. */
export class ReviewLimit1764300002000 implements MigrationInterface {
  name = 'ReviewLimit1764300002000';

  async up(runner: QueryRunner): Promise<void> {
    // By the preset limits. What the version before this one brings into these states meanwhile shows no due time until its next step.
    await runner.query(`
      update work_order set step_due_at = replied_at + interval '24 hours' where state = 'replied' and step_due_at is null;
      update work_order w set step_due_at = h.at + case urgency when 'life-safety' then interval '1 hour' when 'utilities' then interval '2 hours' else interval '24 hours' end
        from work_order_history h
        where w.state = 'terminated' and w.type = 'request' and not w.source_settled and w.step_due_at is null
          and h.work_order_id = w.id and h.at >= w.opened_at and h.action = 'terminate'
          and not exists (select from work_order later where later.source_id = w.source_id and later.type = w.type and later.id > w.id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('restore a back-up instead');
  }
}
