import type { MigrationInterface, QueryRunner } from 'typeorm';

const NOT_OVER = "state in ('open', 'accepted', 'returned')";

/** 退回协办, 调整协办: a co-handler returns its part to the centre, which insists or does without it. */
export class ReturnedPart1795961000006 implements MigrationInterface {
  readonly name = 'ReturnedPart1795961000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter domain part_state drop constraint part_state_check;
      alter domain part_state add check (value in ('open', 'accepted', 'returned', 'reported', 'ended'));
      alter domain part_ending drop constraint part_ending_check;
      alter domain part_ending add check (value in ('order-ended', 'given-to-another', 'reworked', 'recused', 'taken-off'));
      alter table part add column is_insisted boolean not null default false, add column is_taken_off boolean not null default false;
      drop index part_state;
      create index part_state on part (state, id) where ${NOT_OVER};
      drop index part_due;
      create index part_due on part (due_at) where ${NOT_OVER};
      drop index part_maybe_over;
      create index part_maybe_over on part (id) where maybe_over and ${NOT_OVER};
    `);
  }

  async down(): Promise<void> {
    throw new Error('parts are never taken away: restore a back-up instead');
  }
}
