import { areaIndexesV1, changeTimeV1, historyTableV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Snapshot reports 随手拍, with their history. */
export class SnapshotReport1795898870869 implements MigrationInterface {
  readonly name = 'SnapshotReport1795898870869';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table snapshot_report (
        id uuid primary key,
        version int not null,
        state text not null check (state in ('reported', 'registered', 'joined', 'refused')),
        number text not null unique,
        channel text not null check (channel in ('online', 'mobile-grid-worker')),
        area_code text not null,
        text text,
        place text,
        point jsonb,
        confidential boolean not null,
        name text,
        name_masked text,
        phone text,
        phone_masked text,
        tracking_code text,
        reported_by text,
        organisation_id uuid,
        request_id uuid,
        refusal_code text,
        public_answer text,
        reported_at timestamptz not null,
        decided_at timestamptz,
        erased_at timestamptz,
        due_at timestamptz not null,
        next_at timestamptz
      );
      ${areaIndexesV1('snapshot_report')}
      create index snapshot_report_organisation on snapshot_report (organisation_id, id) where organisation_id is not null;
      create index snapshot_report_reporter on snapshot_report (reported_by, id) where reported_by is not null;
      create index snapshot_report_request on snapshot_report (request_id) where request_id is not null;
      -- What nobody has looked at stays few however many are stored.
      create index snapshot_report_due on snapshot_report (due_at) where state = 'reported';
      create index snapshot_report_next on snapshot_report (next_at) where next_at is not null;
      ${changeTimeV1('snapshot_report')}

      ${historyTableV1('snapshot_report')}

      -- Wrong digits are counted for a report as for a request, and each has an id of its own.
      alter table tracking_try drop constraint tracking_try_request_id_fkey;
    `);
  }

  async down(): Promise<void> {
    throw new Error('snapshot reports are never taken away: restore a back-up instead');
  }
}
