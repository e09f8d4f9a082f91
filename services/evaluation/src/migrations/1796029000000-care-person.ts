import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom a visit was due to, by month and by year: one who is visited every day is one person of whom figures tell nothing, and not thirty. */
export class CarePerson1796029000000 implements MigrationInterface {
  readonly name = 'CarePerson1796029000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table care_person (
        key_person_id uuid not null,
        risk text not null,
        -- YYYY or YYYY-MM, in Shanghai.
        period text not null,
        -- Of the visit that was heard of last.
        area_code text not null,
        -- Of a visit that was due in it.
        due_at timestamptz not null,
        visits int not null,
        primary key (key_person_id, risk, period)
      );
      insert into care_person
        select v.key_person_id, v.risk, p.period, max(v.area_code), min(v.due_at), count(*)
        from care_visit v, unnest(array['YYYY', 'YYYY-MM']) as f (form), to_char(v.due_at at time zone 'Asia/Shanghai', f.form) as p (period)
        group by 1, 2, 3;
      -- What a person counts for is said by the definitions, which run after this and count everything again.
      create trigger count_row after insert or update on care_person for each row execute function count_row();
    `);
  }

  async down(): Promise<void> {
    throw new Error('what was heard is never taken away: restore a back-up instead');
  }
}
