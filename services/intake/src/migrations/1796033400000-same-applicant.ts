import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By what who applied is known to be the same person, of those who are on no register 重复收件. */
export class SameApplicant1796033400000 implements MigrationInterface {
  readonly name = 'SameApplicant1796033400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table service_case add column applicant_id_index text, add column applicant_person_index text;
      create index service_case_applicant_id_number on service_case (applicant_id_index, id) where applicant_id_index is not null;
      create index service_case_applicant_person on service_case (applicant_person_index, id) where applicant_person_index is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table service_case drop column applicant_id_index, drop column applicant_person_index');
  }
}
