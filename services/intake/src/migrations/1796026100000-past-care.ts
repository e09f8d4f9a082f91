import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 历史走访: when key persons of the time before were looked after and visited. Who they are is not known: the reference is a keyed hash. */
export class PastCare1796026100000 implements MigrationInterface {
  readonly name = 'PastCare1796026100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table past_care (
        id uuid primary key,
        past_reference text not null,
        area_code text not null,
        risk text not null check (risk in ('high', 'key', 'general')),
        every_days int not null,
        from_on date not null,
        until_on date not null,
        first_due_on date,
        visited_on text[] not null
      );
      create unique index past_care_reference on past_care (past_reference);
    `);
  }

  async down(): Promise<void> {
    throw new Error('what was brought along is never taken away: restore a back-up instead');
  }
}
