import { areaIndexesV1, changeTimeV1, historyTableV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often service points were used 阵地使用, with the history of each count. */
export class PointUse1796025000000 implements MigrationInterface {
  readonly name = 'PointUse1796025000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table point_use (
        id uuid primary key,
        version int not null,
        state text not null check (state in ('recorded', 'corrected')),
        service_point_code text not null references service_point (code),
        area_code text not null,
        organisation_id uuid,
        day date not null,
        from_hour int,
        to_hour int,
        uses int not null check (uses >= 0),
        method text not null,
        recorded_by text not null,
        recorded_at timestamptz not null,
        correctable_until timestamptz not null,
        check (from_hour is null and to_hour is null or from_hour between 0 and 23 and to_hour between from_hour + 1 and 24)
      );
      ${areaIndexesV1('point_use')}
      create index point_use_organisation on point_use (organisation_id, id) where organisation_id is not null;
      create index point_use_point on point_use (service_point_code, id);
      create index point_use_state on point_use (state, id);
      create index point_use_method on point_use (method, id);
      -- What was counted of a day is looked at before more is.
      create index point_use_day on point_use (service_point_code, day);
      ${changeTimeV1('point_use')}

      ${historyTableV1('point_use')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('counts of uses are never taken away: restore a back-up instead');
  }
}
