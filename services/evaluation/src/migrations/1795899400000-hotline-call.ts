import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calls to a hotline: each one, answered or not. */
export class HotlineCall1795899400000 implements MigrationInterface {
  readonly name = 'HotlineCall1795899400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Stream EVT_INTAKE; the id is that of the event, so a call is one row however often it is heard of.
      create table hotline_call (
        id uuid primary key,
        area_code text not null,
        called_at timestamptz not null,
        answered boolean not null,
        in_time boolean not null
      );
      -- What a call counts for is said by the definitions, which run after this.
      create trigger count_row after insert or update on hotline_call for each row execute function count_row();
    `);
  }

  async down(): Promise<void> {
    throw new Error('what was heard is never taken away: restore a back-up instead');
  }
}
