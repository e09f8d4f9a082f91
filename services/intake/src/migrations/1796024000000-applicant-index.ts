import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which number a service case is found whose applicant is on no register 申请人电话. */
export class ApplicantIndex1796024000000 implements MigrationInterface {
  readonly name = 'ApplicantIndex1796024000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table service_case add column applicant_phone_index text;
      create index service_case_applicant_phone on service_case (applicant_phone_index, id) where applicant_phone_index is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table service_case drop column applicant_phone_index');
  }
}
