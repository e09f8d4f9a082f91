import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which months are published by themselves, and which because somebody decided it. */
export class PublishedClock1796030000000 implements MigrationInterface {
  readonly name = 'PublishedClock1796030000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- YYYY-MM in Shanghai: from this month on each is published once it is over. No row until something was taken in here.
      create table published_clock (
        one boolean primary key default true check (one),
        first_month text not null
      );
      -- Months before it that somebody said are whole.
      create table published_decision (
        month text primary key,
        decided_by text not null,
        decided_at timestamptz not null
      );
      -- Where months were published by themselves, the next one is, too.
      insert into published_clock (first_month)
        select to_char((max(month) || '-01')::date + interval '1 month', 'YYYY-MM') from published_month having count(*) > 0;
    `);
  }

  async down(): Promise<void> {
    throw new Error('what was published is never taken away: restore a back-up instead');
  }
}
