import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reception days 居民接待日: whether each was held, and how many came. */
export class ReceptionDay1795914000000 implements MigrationInterface {
  readonly name = 'ReceptionDay1795914000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Stream EVT_INTAKE; announced tells when it is, held that it was: in any order.
      create table reception_day (
        id uuid primary key,
        area_code text not null,
        starts_at timestamptz,
        held boolean not null default false,
        visitors int not null default 0
      );
      -- What a day counts for is said by the definitions, which run after this.
      create trigger count_row after insert or update on reception_day for each row execute function count_row();
    `);
  }

  async down(): Promise<void> {
    throw new Error('what was heard is never taken away: restore a back-up instead');
  }
}
