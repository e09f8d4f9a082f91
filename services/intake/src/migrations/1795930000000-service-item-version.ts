import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a service item costs, where it is done online, under which category it is ordered, and until when it is offered; and each of its versions. */
export class ServiceItemVersion1795930000000 implements MigrationInterface {
  readonly name = 'ServiceItemVersion1795930000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table service_item
        add column fee text,
        add column online_link text,
        add column category_code text,
        add column retired_on date;

      create table service_item_version (
        id uuid not null,
        code text not null,
        name text not null,
        "group" text not null,
        field text not null,
        eligible_groups text[] not null,
        materials text[] not null,
        steps text[] not null,
        time_limit_working_days int not null,
        handling_organisation text not null,
        places text[] not null,
        one_stop boolean not null,
        assisted boolean not null,
        fee text,
        online_link text,
        category_code text,
        retired_on date,
        version int not null,
        primary key (code, version)
      );
      insert into service_item_version
      select id, code, name, "group", field, eligible_groups, materials, steps, time_limit_working_days, handling_organisation, places, one_stop,
        assisted, fee, online_link, category_code, retired_on, version
      from service_item;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table service_item_version;
      alter table service_item drop column fee, drop column online_link, drop column category_code, drop column retired_on;
    `);
  }
}
