import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 历史排查: those that were brought along have their number of the time before, once, and no checklist. */
export class PastVisit1796010005000 implements MigrationInterface {
  readonly name = 'PastVisit1796010005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table visit alter column checklist_version drop not null, add column past_reference text,
        add constraint visit_past check (num_nulls(checklist_version, past_reference) = 1) not valid;
      alter table visit validate constraint visit_past;
      create unique index visit_past_reference on visit (past_reference) where past_reference is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('inspection records are never taken away: restore a back-up instead');
  }
}
