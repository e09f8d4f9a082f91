import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Visits to key persons 重点服务对象走访 that were due, and whether each was made. */
export class CareVisit1795937500000 implements MigrationInterface {
  readonly name = 'CareVisit1795937500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Stream EVT_INTAKE; overdue tells that one is missing, visited that it was made: in any order.
      create table care_visit (
        key_person_id uuid not null,
        due_at timestamptz not null,
        area_code text not null,
        risk text not null,
        done boolean not null,
        -- Of the first event that told of it, which says where it was and at which risk.
        version int not null,
        primary key (key_person_id, due_at)
      );
      -- What a visit counts for is said by the definitions, which run after this.
      create trigger count_row after insert or update on care_visit for each row execute function count_row();
    `);
  }

  async down(): Promise<void> {
    throw new Error('what was heard is never taken away: restore a back-up instead');
  }
}
