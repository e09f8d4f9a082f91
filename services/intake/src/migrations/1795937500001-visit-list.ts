import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Visits 走访 are listed page by page. */
export class VisitList1795937500001 implements MigrationInterface {
  readonly name = 'VisitList1795937500001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table care_visit add column version int not null default 1;
      create index care_visit_recorded on care_visit (key_person_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index care_visit_recorded;
      alter table care_visit drop column version;
    `);
  }
}
