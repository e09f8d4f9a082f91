import { areaIndexesV1, changeTimeV1, historyTableV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Home visits 上门服务, with their history. */
export class HomeVisit1796010002000 implements MigrationInterface {
  readonly name = 'HomeVisit1796010002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table home_visit (
        id uuid primary key,
        version int not null,
        state text not null check (state in ('planned', 'done', 'not-met', 'cancelled')),
        area_code text not null,
        organisation_id uuid,
        resident_id uuid,
        cause text not null check (cause in ('elderly', 'disabled', 'ill', 'caring')),
        service_case_id uuid references service_case (id),
        request_id uuid,
        worker_id text not null,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        planned_at timestamptz not null,
        visited_at timestamptz,
        ended_at timestamptz,
        next_at timestamptz
      );
      ${areaIndexesV1('home_visit')}
      create index home_visit_organisation on home_visit (organisation_id, id) where organisation_id is not null;
      create index home_visit_worker_id on home_visit (worker_id, id);
      create index home_visit_resident on home_visit (resident_id, id) where resident_id is not null;
      create index home_visit_case on home_visit (service_case_id, id) where service_case_id is not null;
      -- What is agreed and not over stays little however much is stored.
      create index home_visit_slot on home_visit (worker_id, starts_at) where state = 'planned';
      create index home_visit_from on home_visit (starts_at, id) where state = 'planned';
      create index home_visit_overdue on home_visit (ends_at) where state = 'planned';
      create index home_visit_next on home_visit (next_at) where next_at is not null;
      ${changeTimeV1('home_visit')}

      ${historyTableV1('home_visit')}

      -- Who has ever gone: held while a visit of theirs is agreed.
      create table home_visit_worker (worker_id text primary key);
    `);
  }

  async down(): Promise<void> {
    throw new Error('home visits are never taken away: restore a back-up instead');
  }
}
