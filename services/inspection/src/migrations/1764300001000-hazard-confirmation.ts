import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An open hazard of an item of premises is confirmed by later visits, not found again. */
export class HazardConfirmation1764300001000 implements MigrationInterface {
  name = 'HazardConfirmation1764300001000';

  async up(runner: QueryRunner): Promise<void> {
    // Of those that were found more than once, and of what the version before this one still finds, one is confirmed and the others are
    // settled each for itself.
    await runner.query(`
      alter table hazard add column confirmable boolean not null default false;
      update hazard set confirmable = true where id in (
        select distinct on (premises_id, item_code) id from hazard where state in ('ordered', 'transferred', 'rectified', 'failed')
        order by premises_id, item_code, id
      );
      create unique index hazard_open_item on hazard (premises_id, item_code)
        where confirmable and state in ('ordered', 'transferred', 'rectified', 'failed');

      create table hazard_confirmation (
        visit_id uuid not null references visit deferrable initially deferred, -- both come in one statement
        hazard_id uuid not null references hazard,
        primary key (visit_id, hazard_id)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('hazards are never taken away: restore a back-up instead');
  }
}
