import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was heard last of an order that nobody has accepted, and of one that somebody has. */
const NOT_ACCEPTED = ['opened', 'dispatched', 'reassigned', 'handed-over', 'returned', 'recalled'].map((verb) => `work-order.${verb}`);
const ACCEPTED = ['accepted', 'started', 'resumed', 'rejected', 'refuted', 'reworked', 'replied', 'confirmed', 'recheck-lapsed'].map(
  (verb) => `work-order.${verb}`,
);

/** Whether somebody has accepted the order of a request, with the request: what may be done with it is shown in every list. */
export class TakenOn1795934504000 implements MigrationInterface {
  name = 'TakenOn1795934504000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table request add column taken_on boolean not null default false');
    // Of those under way, as their story says. What moves later is heard of.
    await runner.query(
      `
      update request r set taken_on = true
      where r.state = 'dispatched' and (
        select h.action from request_history h
        where h.request_id = r.id and h.service = 'dispatch' and h.at >= r.received_at - interval '1 day' and h.action = any($1)
        order by h.at desc, h.id desc limit 1
      ) <> all($2)`,
      [[...NOT_ACCEPTED, ...ACCEPTED], NOT_ACCEPTED],
    );
  }

  async down(): Promise<void> {
    throw new Error('requests are never taken away: restore a back-up instead');
  }
}
