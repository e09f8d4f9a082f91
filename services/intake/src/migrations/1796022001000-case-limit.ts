import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of service cases 办件: what is left of a limit, when one lapses, and the district's own days, which both are counted by. */
export class CaseLimit1796022001000 implements MigrationInterface {
  readonly name = 'CaseLimit1796022001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A read copy: dispatch's days off and make-up workdays.
      create table holiday (
        date date primary key,
        kind text not null check (kind in ('holiday', 'workday'))
      );
      alter table service_case
        add column limit_left int,
        add column late_since timestamptz,
        add column lapses_at timestamptz;
      -- Those that something is missing of are told of before they lapse, as new ones are; those that nothing is missing of do not lapse.
      update service_case set lapses_at = next_at, next_at = next_at - interval '5 days'
      where state in ('open', 'preparing') and jsonb_path_exists(materials, '$[*] ? (@.state == "missing")');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table holiday; alter table service_case drop column limit_left, drop column late_since, drop column lapses_at',
    );
  }
}
