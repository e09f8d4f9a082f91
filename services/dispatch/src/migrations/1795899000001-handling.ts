import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 联系诉求人、分派经办: whom the lead reached, and who of its people does it. */
export class Handling1795899000001 implements MigrationInterface {
  readonly name = 'Handling1795899000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table work_order
        add column person_id uuid,
        add column stand_in_id uuid,
        add column section text,
        add column contacted_at timestamptz,
        add column contact_way text,
        add column contact_reached boolean,
        add column reached_at timestamptz;

      -- Who does it and who stands in, so that the list of each is one index scan; is_open keeps what is not finished short.
      create table work_order_person (
        account_id text not null,
        work_order_id uuid not null,
        is_open boolean not null default true,
        primary key (account_id, work_order_id)
      );
      create index work_order_person_open on work_order_person (account_id, work_order_id) where is_open;
      create index work_order_person_order on work_order_person (work_order_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table work_order_person;
      alter table work_order
        drop column person_id,
        drop column stand_in_id,
        drop column section,
        drop column contacted_at,
        drop column contact_way,
        drop column contact_reached,
        drop column reached_at;
    `);
  }
}
