import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the public is told: figures of months that are over, each released once (docs/decisions), and numbers that end at the community. */
export class PublishedFigure1700000004000 implements MigrationInterface {
  name = 'PublishedFigure1700000004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table published_month (
        month text primary key,        -- YYYY-MM in Shanghai
        released_at timestamptz not null
      );
      create table published_figure (
        area_code text not null,       -- down to the community, and '', the whole
        month text not null references published_month,
        counts jsonb not null,         -- counters by name, as they were when the month was released
        withheld jsonb not null,       -- names of the figures that are not published of them
        primary key (area_code, month)
      );

      -- A request's number as the public sees it. Numbers of older requests name the grid: without it, whoever asks for one with any
      -- grid is given the same entry, so that nobody learns by trying which was the right one.
      create function public_number(number text) returns text language sql immutable strict parallel safe
        return case when strpos(number, '-') = 16 then left(number, 12) || substr(number, 16) else number end;
      create index request_public_number on request (public_number(number));
      drop index request_number; -- nothing looks for the whole number any more
    `);
  }

  async down(): Promise<void> {
    throw new Error('what was published is never taken away: restore a back-up instead');
  }
}
