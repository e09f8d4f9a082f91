import { areaIndexesV1, changeTimeV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mobile grid workers 移动网格员, and the ledger of their points 积分. */
export class SnapshotPoint1795899900000 implements MigrationInterface {
  readonly name = 'SnapshotPoint1795899900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mobile_grid_worker (
        id uuid primary key,
        code text not null constraint mobile_grid_worker_code_key unique,
        account_id text not null constraint mobile_grid_worker_account_key unique,
        platform text not null,
        pioneer boolean not null,
        area_code text not null,
        verified_on date,
        retired_on date,
        version int not null
      );
      ${areaIndexesV1('mobile_grid_worker')}
      ${changeTimeV1('mobile_grid_worker')}

      -- Rows are added and never changed: what is taken back is another row.
      create table snapshot_point (
        id uuid primary key,
        snapshot_report_id uuid not null,
        worker_id uuid not null references mobile_grid_worker,
        points int not null,
        month text not null,
        at timestamptz not null,
        actor_id text not null,
        reason text
      );
      create index snapshot_point_worker on snapshot_point (worker_id, id);
      create unique index snapshot_point_once on snapshot_point (snapshot_report_id, (points < 0));

      alter table snapshot_report add column points int;
    `);
  }

  async down(): Promise<void> {
    throw new Error('points that were earned are never taken away: restore a back-up instead');
  }
}
