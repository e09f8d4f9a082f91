import { areaIndexesV1, changeTimeV1, historyTableV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Facility faults 设施故障, with their history. */
export class FacilityFault1795960001000 implements MigrationInterface {
  readonly name = 'FacilityFault1795960001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table facility_fault (
        id uuid primary key,
        version int not null,
        state text not null check (state in ('reported', 'repairing', 'repaired', 'dismissed')),
        service_point_code text not null references service_point (code),
        facility text not null check (facility in ('water', 'rest', 'heating', 'microwave', 'fridge', 'charging', 'first-aid', 'blood-pressure', 'toilet', 'umbrella', 'wifi', 'books')),
        area_code text not null,
        name text not null,
        place text not null,
        category_code text not null,
        note text,
        organisation_id uuid not null,
        reported_at timestamptz not null,
        confirmed_by text,
        due_at timestamptz not null,
        next_at timestamptz,
        ended_at timestamptz
      );
      ${areaIndexesV1('facility_fault')}
      create index facility_fault_organisation on facility_fault (organisation_id, id);
      create index facility_fault_point on facility_fault (service_point_code, id);
      -- What is broken is broken once, however many say so.
      create unique index facility_fault_open on facility_fault (service_point_code, facility) where state in ('reported', 'repairing');
      -- What nobody has looked at stays few however many are stored.
      create index facility_fault_due on facility_fault (due_at) where state = 'reported';
      create index facility_fault_next on facility_fault (next_at) where next_at is not null;
      ${changeTimeV1('facility_fault')}

      ${historyTableV1('facility_fault')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('facility faults are never taken away: restore a back-up instead');
  }
}
