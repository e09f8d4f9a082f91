import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A count of uses lies where its point lies, and counts where that lay on the day; what was said before it was set right is kept. */
export class PointUsePlace1796029300000 implements MigrationInterface {
  readonly name = 'PointUsePlace1796029300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table point_use add column counted_in text, add column first_uses int, add column first_method text;
      update point_use u set counted_in = u.area_code, area_code = p.area_code, organisation_id = (select id from organisation where code = p.operator_organisation)
      from service_point p where p.code = u.service_point_code;
      alter table point_use alter column counted_in set not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('where a count lay on its day is not known again: restore a back-up instead');
  }
}
