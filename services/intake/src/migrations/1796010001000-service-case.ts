import { areaIndexesV1, changeTimeV1, historyTableV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Service cases 办件 with their history, and which items clerks complete alone 一人通办资格. */
export class ServiceCase1796010001000 implements MigrationInterface {
  readonly name = 'ServiceCase1796010001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table service_case (
        id uuid primary key,
        version int not null,
        state text not null check (state in ('open', 'preparing', 'submitted', 'decided', 'delivered', 'refused', 'withdrawn')),
        area_code text not null,
        organisation_id uuid,
        service_point_code text references service_point (code),
        mode text not null check (mode in ('window', 'home', 'online', 'assisted')),
        item_code text not null,
        item_version int not null,
        item_name text not null,
        one_stop boolean not null,
        limit_working_days int not null,
        materials jsonb not null,
        applicant_id uuid,
        applicant text,
        applicant_name text,
        applicant_id_number text,
        applicant_phone text,
        resident_id uuid,
        handlers text[] not null,
        consent_way text check (consent_way in ('written', 'spoken', 'online')),
        forms_at timestamptz,
        external_number text,
        opened_at timestamptz not null,
        submitted_at timestamptz,
        due_at timestamptz,
        tracked_at timestamptz,
        decided_at timestamptz,
        result text,
        refusal text check (refusal in ('not-eligible', 'materials-lacking', 'elsewhere')),
        delivered_at timestamptz,
        delivery_way text check (delivery_way in ('window', 'home', 'post', 'online')),
        copy_given boolean not null,
        alone boolean,
        one_visit boolean,
        satisfaction text check (satisfaction in ('very-satisfied', 'satisfied', 'basically-satisfied', 'dissatisfied', 'very-dissatisfied')),
        rated_at timestamptz,
        rating_due_at timestamptz,
        finding text check (finding in ('put-right', 'explained', 'unfounded')),
        verified_at timestamptz,
        ended_at timestamptz,
        next_at timestamptz
      );
      ${areaIndexesV1('service_case')}
      create index service_case_organisation on service_case (organisation_id, id) where organisation_id is not null;
      create index service_case_applicant on service_case (applicant_id, id) where applicant_id is not null;
      create index service_case_resident on service_case (resident_id, id) where resident_id is not null;
      create index service_case_item on service_case (item_code, id);
      create index service_case_external on service_case (external_number, id) where external_number is not null;
      -- What is not decided yet, and what is to be verified, stays few however many are stored.
      create index service_case_due on service_case (due_at, id) where state = 'submitted';
      create index service_case_to_verify on service_case (id) where rating_due_at is not null and verified_at is null;
      create index service_case_next on service_case (next_at) where next_at is not null;
      ${changeTimeV1('service_case')}

      ${historyTableV1('service_case')}

      create table clerk_qualification (
        id uuid primary key,
        version int not null,
        key text not null unique,
        clerk_id text not null,
        item_code text not null references service_item (code),
        organisation text not null,
        area_code text not null,
        since date not null,
        retired_on date
      );
      create index clerk_qualification_area on clerk_qualification (area_code, id);
      create index clerk_qualification_clerk on clerk_qualification (clerk_id, id);
      create index clerk_qualification_item on clerk_qualification (item_code, id);
      create index clerk_qualification_organisation on clerk_qualification (organisation, id);
      ${changeTimeV1('clerk_qualification')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('service cases are never taken away: restore a back-up instead');
  }
}
