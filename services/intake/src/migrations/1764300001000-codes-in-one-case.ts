import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The codes of service items are in capitals and those they name in small letters, so that no two differ by their case only. */
export class CodesInOneCase1764300001000 implements MigrationInterface {
  name = 'CodesInOneCase1764300001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update service_item i set code = upper(code)
        where code <> upper(code)
          and not exists (select from service_item o where upper(o.code) = upper(i.code) and o.id <> i.id);
      update service_item set field = lower(field), handling_organisation = lower(handling_organisation),
        eligible_groups = lower(eligible_groups::text)::text[], places = lower(places::text)::text[];
    `);
  }

  async down(): Promise<void> {
    // The codes are as good as before: which of their letters had another case is not known any more.
  }
}
