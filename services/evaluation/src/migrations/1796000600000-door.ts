import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Doors of door-knocking rounds 敲门行动: how many there were, and at which somebody was met. */
export class Door1796000600000 implements MigrationInterface {
  readonly name = 'Door1796000600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Stream EVT_INTAKE; the list of a round as it was frozen, by grid.
      create table door_list (
        round_id uuid not null,
        area_code text not null,
        opened_at timestamptz not null,
        doors int not null,
        primary key (round_id, area_code)
      );
      -- Those that somebody has knocked at.
      create table door (
        target_id uuid primary key,
        area_code text not null,
        opened_at timestamptz not null,
        met boolean not null,
        version int not null
      );
      -- What a door counts for is said by the definitions, which run after this.
      create trigger count_row after insert or update on door_list for each row execute function count_row();
      create trigger count_row after insert or update on door for each row execute function count_row();
    `);
  }

  async down(): Promise<void> {
    throw new Error('what was heard is never taken away: restore a back-up instead');
  }
}
