import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often service points were used 阵地使用. */
export class PointUse1796025001000 implements MigrationInterface {
  readonly name = 'PointUse1796025001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Stream EVT_INTAKE; how many, and how they were counted, is what was said last.
      create table point_use (
        id uuid primary key,
        area_code text not null,
        day_starts_at timestamptz not null,
        uses int not null,
        method text not null,
        version int not null
      );
      -- What each counts for is said by the definitions, which run after this.
      create trigger count_row after insert or update on point_use for each row execute function count_row();
    `);
  }

  async down(): Promise<void> {
    throw new Error('what was heard is never taken away: restore a back-up instead');
  }
}
