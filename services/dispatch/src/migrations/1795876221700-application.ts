import { areaIndexesV1, changeTimeV1, historyTableV1, wordDomainV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Applications 申请 of leads, with their history; parked orders, and what moves a due time since then. */
export class Application1795876221700 implements MigrationInterface {
  readonly name = 'Application1795876221700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter domain work_order_state drop constraint work_order_state_check;
      alter domain work_order_state add check
        (value in ('pending', 'dispatched', 'accepted', 'in-progress', 'parked', 'replied', 'approved', 'closed', 'terminated'));
      alter table work_order add column review_on date, add column returned_by uuid[];
      create index work_order_review on work_order (step_due_at) where state = 'parked';

      alter domain deadline_kind drop constraint deadline_kind_check;
      alter domain deadline_kind add check (value in ('granted', 'extended', 'corrected', 'paused', 'resumed', 'calendar_changed'));
      alter table deadline_entry drop constraint deadline_entry_check;
      alter table deadline_entry add check (case when kind = 'calendar_changed' then num_nonnulls(amount, unit) < 2 and edition is not null
        when kind in ('paused', 'resumed') then num_nonnulls(amount, unit, edition) = 0
        else num_nulls(amount, unit) = 0 and edition is null end);

      ${wordDomainV1('application_kind', ['return', 'extension', 'parking', 'termination', 'reassignment', 'exclusion'])}
      ${wordDomainV1('application_state', ['asked', 'appealed', 'refused', 'granted', 'withdrawn', 'lapsed', 'revoked'])}
      create table application (
        id uuid primary key,
        version int not null,
        kind application_kind not null,
        state application_state not null,
        work_order_id uuid not null,
        source_id uuid not null,
        type work_order_type not null,
        round round not null,
        area_code text not null,
        barred_organisation_ids uuid[],
        barred_account_ids text[],
        organisation_id uuid not null,
        reason_code text,
        extend_by jsonb,
        review_on date,
        asked_at timestamptz not null,
        asked_by text not null,
        appealed_by text,
        due_at timestamptz not null,
        reminded_at timestamptz,
        decided_at timestamptz,
        appeal_until timestamptz,
        check ((extend_by is not null) = (kind = 'extension')),
        check ((review_on is not null) = (kind = 'parking'))
      );
      -- Of a kind one is open for an order. A refusal is appealed, not asked again; what is granted once in a round is not granted twice.
      create unique index application_open on application (work_order_id, kind) where state in ('asked', 'appealed');
      create unique index application_once on application (work_order_id, round, organisation_id, kind)
        where state in ('asked', 'appealed', 'refused') or state = 'granted' and kind in ('extension', 'exclusion');
      create index application_order on application (work_order_id, id);
      create index application_source on application (source_id);
      create index application_organisation on application (organisation_id, id);
      create index application_state on application (state, id) where state in ('asked', 'appealed');
      create index application_due on application (due_at) where state in ('asked', 'appealed');
      ${areaIndexesV1('application')}
      ${changeTimeV1('application')}

      ${historyTableV1('application')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('applications are never taken away: restore a back-up instead');
  }
}
