import { areaIndexesV1, changeTimeV1, historyTableV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Key persons 重点服务对象, with their history and their visits. */
export class KeyPerson1795932000000 implements MigrationInterface {
  readonly name = 'KeyPerson1795932000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table key_person (
        id uuid primary key,
        version int not null,
        state text not null check (state in ('waiting', 'assigned', 'cared-for', 'transferring', 'referred', 'left')),
        area_code text not null,
        resident_id uuid not null,
        kind text not null,
        risk text not null,
        organisation_id uuid,
        worker_id text,
        offered_to text,
        offered_organisation_id uuid,
        offer_until timestamptz,
        entered_at timestamptz not null,
        changed_at timestamptz,
        last_visit_at timestamptz,
        overdue_since timestamptz,
        due_at timestamptz,
        next_at timestamptz,
        leaving text
      );
      ${areaIndexesV1('key_person')}
      -- Whoever is looked after is so once.
      create unique index key_person_open on key_person (resident_id) where state <> 'left';
      create index key_person_resident on key_person (resident_id);
      create index key_person_organisation on key_person (organisation_id, id) where organisation_id is not null;
      create index key_person_offered_organisation on key_person (offered_organisation_id, id) where offered_organisation_id is not null;
      create index key_person_worker on key_person (worker_id, id) where worker_id is not null;
      create index key_person_offered_to on key_person (offered_to, id) where offered_to is not null;
      create index key_person_state on key_person (state, id);
      create index key_person_due on key_person (due_at, id) where due_at is not null;
      create index key_person_overdue on key_person (id) where overdue_since is not null;
      create index key_person_next on key_person (next_at) where next_at is not null;
      ${changeTimeV1('key_person')}

      ${historyTableV1('key_person')}

      create table care_visit (
        id uuid primary key,
        key_person_id uuid not null,
        at timestamptz not null,
        way text not null,
        met boolean not null,
        risk text not null,
        counts boolean not null,
        need text not null,
        request_id uuid,
        note text,
        recorded_by text not null,
        recorded_at timestamptz not null
      );
      create index care_visit_key_person on care_visit (key_person_id, at);
    `);
  }

  async down(): Promise<void> {
    throw new Error('key persons are never taken away: restore a back-up instead');
  }
}
