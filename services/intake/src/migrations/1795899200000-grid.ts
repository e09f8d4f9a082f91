import { changeTimeV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who looks after a grid; and the box around each boundary, so that a point finds its areas by an index. */
export class Grid1795899200000 implements MigrationInterface {
  readonly name = 'Grid1795899200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table grid (
        id uuid primary key,
        code text not null unique,
        kind text not null,
        worker_account_id text,
        worker_name text not null,
        phone text not null,
        supervision_phone text not null,
        buildings int,
        households int,
        version int not null default 1
      );
      ${changeTimeV1('grid')}
      alter table area_boundary add column west float8, add column south float8, add column east float8, add column north float8;
      update area_boundary b set (west, south, east, north) = (
        select min((p->>0)::float8), min((p->>1)::float8), max((p->>0)::float8), max((p->>1)::float8)
        from jsonb_path_query(b.geometry, 'strict $.coordinates.** ? (@.type() == "array" && @[0].type() == "number")') p
      );
      alter table area_boundary alter west set not null, alter south set not null, alter east set not null, alter north set not null;
      create index area_boundary_extent on area_boundary using gist (box(point(west, south), point(east, north)));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table area_boundary drop column west, drop column south, drop column east, drop column north; drop table grid',
    );
  }
}
