import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 服务到人: on which days each resident was served. What is served from now on is noted by a definition; what was, is told here. */
export class ResidentServed1795937500002 implements MigrationInterface {
  readonly name = 'ResidentServed1795937500002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table resident_served (
        resident_id uuid not null,
        day date not null,
        -- By so many visits and orders: none is left where an order was closed and is open again.
        times int not null,
        primary key (resident_id, day)
      );
      create index resident_served_day on resident_served (day) include (resident_id, times);
      insert into resident_served (resident_id, day, times)
      select resident_id, (at at time zone 'Asia/Shanghai')::date, count(*) from (
        select k.resident_id, v.at from care_visit v join key_person k on k.id = v.key_person_id where v.counts
        union all select resident_id, closed_at from request where resident_id is not null and closed_at is not null
      ) as service group by 1, 2;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger if exists note_order_served on request;
      drop trigger if exists note_visit_served on care_visit;
      drop function if exists note_order_served, note_visit_served, count_served;
      drop table resident_served;
    `);
  }
}
