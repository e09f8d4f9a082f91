import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Items of the catalogue name what is ordered instead once they are offered no more. */
export class RetiredItem1795961000000 implements MigrationInterface {
  readonly name = 'RetiredItem1795961000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table service_item add column successor_item text,
        add constraint service_item_retired check (successor_item is null or retired_on is not null);
      alter table service_item_version add column successor_item text;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table service_item drop column successor_item;
      alter table service_item_version drop column successor_item;
    `);
  }
}
