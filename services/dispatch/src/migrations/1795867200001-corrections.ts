import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Orders follow the corrections of their requests: a limit that is corrected, and who the list names now for an order that is worked on. */
export class Corrections1795867200001 implements MigrationInterface {
  readonly name = 'Corrections1795867200001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter domain deadline_kind drop constraint deadline_kind_check;
      alter domain deadline_kind add check (value in ('granted', 'corrected', 'calendar_changed'));
      alter table deadline_entry drop constraint deadline_entry_check;
      alter table deadline_entry add check (case kind when 'calendar_changed' then num_nonnulls(amount, unit) < 2 and edition is not null
        else num_nulls(amount, unit) = 0 and edition is null end);
      alter table work_order add column suggested_lead_organisation_id uuid;
      create index work_order_misrouted on work_order (id) where suggested_lead_organisation_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table work_order drop column suggested_lead_organisation_id;
      delete from deadline_entry where kind = 'corrected';
      alter table deadline_entry drop constraint deadline_entry_check;
      alter table deadline_entry add check (case kind when 'granted' then num_nulls(amount, unit) = 0 and edition is null
        else num_nonnulls(amount, unit) < 2 and edition is not null end);
      alter domain deadline_kind drop constraint deadline_kind_check;
      alter domain deadline_kind add check (value in ('granted', 'calendar_changed'));
    `);
  }
}
