import { areaIndexesV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an organisation takes part in, in the order of lists; and premises by area at its levels and by what is not usual of them. */
export class ListIndexes1795812900000 implements MigrationInterface {
  readonly name = 'ListIndexes1795812900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index hazard_organisation_visit on hazard_organisation (organisation_id, visit_id);
      create index hazard_organisation_premises on hazard_organisation (organisation_id, premises_id);
      create index visit_organisation_premises on visit_organisation (organisation_id, premises_id);
      ${areaIndexesV1('premises')}
      drop index premises_area;
      create index premises_status on premises (status, id) where status <> 'active';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index premises_area on premises (area_code text_pattern_ops, id);
      drop index hazard_organisation_visit, hazard_organisation_premises, visit_organisation_premises,
        premises_district, premises_street, premises_community, premises_status;
    `);
  }
}
