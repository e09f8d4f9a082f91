import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For which file somebody was entered and visited: files that were merged may be those of two people. */
export class CareOrigin1795934500000 implements MigrationInterface {
  readonly name = 'CareOrigin1795934500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table key_person add column entered_for uuid;
      update key_person set entered_for = resident_id;
      create index key_person_entered_for on key_person (entered_for);
      alter table care_visit add column entered_for uuid;
      update care_visit v set entered_for = k.resident_id from key_person k where k.id = v.key_person_id;
      create index care_visit_entered_for on care_visit (entered_for);
    `);
  }

  async down(): Promise<void> {
    throw new Error('whose visits they were is never taken away: restore a back-up instead');
  }
}
