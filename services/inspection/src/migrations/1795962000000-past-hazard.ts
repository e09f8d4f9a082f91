import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 历史隐患: those that were brought along have their number of the time before, once, when they were settled, and no visit. */
export class PastHazard1795962000000 implements MigrationInterface {
  readonly name = 'PastHazard1795962000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table hazard alter column visit_id drop not null, add column past_reference text, add column settled_at timestamptz,
        add constraint hazard_past check (num_nulls(visit_id, past_reference) = 1 and num_nulls(past_reference, settled_at) in (0, 2)) not valid;
      alter table hazard validate constraint hazard_past;
      create unique index hazard_past_reference on hazard (past_reference) where past_reference is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('inspection records are never taken away: restore a back-up instead');
  }
}
