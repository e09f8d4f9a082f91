import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 办件编号: a number that can be read over the telephone, as requests have it. */
export class CaseNumber1796029500000 implements MigrationInterface {
  readonly name = 'CaseNumber1796029500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Nullable: processes of the release before take cases in without one while this one is rolled out.
      alter table service_case add column number text;
      -- Cases from before get theirs, too: of each draw from the sequence a hundred.
      with placed as (select id, area_code, opened_at, row_number() over (order by id) - 1 as place from service_case),
        drawn as materialized (
          select draw, nextval('request_number_seq') as first from generate_series(0, (select max(place) / 100 from placed)) draw
        )
      update service_case c
      set number = left(p.area_code, 12) || '-' || to_char(p.opened_at at time zone 'Asia/Shanghai', 'YYMMDD') || '-' || lpad((d.first + p.place % 100)::text, 6, '0')
      from placed p join drawn d on d.draw = p.place / 100 where c.id = p.id;
      create unique index service_case_number on service_case (number);
      create index service_case_day on service_case (split_part(number, '-', 2), id);
      create index service_case_sequence on service_case (split_part(number, '-', 3), id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table service_case drop column number');
  }
}
