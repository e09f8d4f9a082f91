import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 评价期限: until when a service case is rated. */
export class CaseRating1796030000000 implements MigrationInterface {
  readonly name = 'CaseRating1796030000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table service_case add column rate_until timestamptz;
      -- What was delivered before is rated as long as what is delivered now, while it is known who applied.
      update service_case set rate_until = delivered_at + interval '30 days'
      where state = 'delivered' and (applicant_id is not null or applicant is not null);
      create index service_case_to_rate on service_case (rate_until, id) where state = 'delivered' and satisfaction is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table service_case drop column rate_until');
  }
}
