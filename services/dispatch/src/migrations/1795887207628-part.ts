import { areaIndexesV1, changeTimeV1, historyTableV1, wordDomainV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Parts 协办 of co-handlers, with their history, and without which of them a lead answered. */
export class Part1795887207628 implements MigrationInterface {
  readonly name = 'Part1795887207628';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${wordDomainV1('part_state', ['open', 'accepted', 'reported', 'ended'])}
      ${wordDomainV1('part_ending', ['order-ended', 'given-to-another', 'reworked', 'recused'])}
      create table part (
        id uuid primary key,
        version int not null,
        state part_state not null,
        work_order_id uuid not null,
        source_id uuid not null,
        type work_order_type not null,
        round round not null,
        area_code text not null,
        barred_organisation_ids uuid[],
        barred_account_ids text[],
        organisation_id uuid not null,
        lead_organisation_id uuid not null,
        opened_at timestamptz not null,
        due_at timestamptz not null,
        is_paused boolean not null,
        reminded_at timestamptz,
        reported_at timestamptz,
        report text,
        on_time boolean,
        late_reason text,
        mark int check (mark > 0),
        ended_for part_ending,
        check ((ended_for is not null) = (state = 'ended')),
        check (num_nulls(reported_at, report, on_time) = case when state = 'reported' then 0 else 3 end)
      );
      create index part_order on part (work_order_id, id);
      create index part_source on part (source_id);
      -- What is not in yet stays few however many are stored.
      create index part_state on part (state, id) where state in ('open', 'accepted');
      create index part_due on part (due_at) where state in ('open', 'accepted');
      ${areaIndexesV1('part')}
      ${changeTimeV1('part')}

      ${historyTableV1('part')}

      create table part_organisation (organisation_id uuid not null, part_id uuid not null, primary key (organisation_id, part_id));

      alter table work_order add column replied_without_ids uuid[];
    `);
  }

  async down(): Promise<void> {
    throw new Error('parts are never taken away: restore a back-up instead');
  }
}
