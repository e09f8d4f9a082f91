import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 覆盖率, counted ahead: what it is in each area, and how many changes there have been that may make it another. Key persons whose care has become one with that of
 * another keep the risk of that one until then.
 */
export class CoverageCounted1795981000000 implements MigrationInterface {
  readonly name = 'CoverageCounted1795981000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table coverage_change (area_code text not null, changes bigint not null);
      create index coverage_change_area on coverage_change (area_code text_pattern_ops) include (changes);
      insert into coverage_change (area_code, changes) select distinct area_code, 1 from resident;
      create table coverage_counted (
        area_code text not null,
        period text not null,
        -- Of how many changes the counts know.
        changes bigint not null,
        counts jsonb not null,
        primary key (period, area_code)
      );
      alter table key_person add column risk_before text;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger if exists note_resident_coverage on group_membership;
      drop trigger if exists note_resident_coverage on resident_served;
      drop trigger if exists note_moved_coverage on resident;
      drop function if exists note_resident_coverage, note_moved_coverage, note_coverage;
      drop table coverage_counted;
      drop table coverage_change;
      alter table key_person drop column risk_before;
    `);
  }
}
