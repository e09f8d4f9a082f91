import { changeTimeV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Service points 阵地, and how many of their bays are free. */
export class ServicePoint1795960000000 implements MigrationInterface {
  readonly name = 'ServicePoint1795960000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table service_point (
        id uuid primary key,
        code text not null constraint service_point_code_key unique,
        kind text not null check (kind in ('community-window', 'village-station', 'warm-bee-station')),
        name text not null,
        area_code text not null,
        address text not null,
        longitude float8 not null,
        latitude float8 not null,
        facilities text[] not null,
        standards text[] not null,
        hours text[] not null,
        closed_on_holidays boolean not null,
        bays int not null,
        of_union boolean not null,
        phone text,
        operator_organisation text not null,
        fault_category_code text not null,
        retired_on date,
        successor_code text,
        version int not null
      );
      create index service_point_area on service_point (area_code, id);
      create index service_point_kind on service_point (kind, id);
      ${changeTimeV1('service_point')}

      create table service_point_bays (
        code text primary key references service_point (code),
        free int not null check (free >= 0),
        counted_at timestamptz not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table service_point_bays; drop table service_point');
  }
}
