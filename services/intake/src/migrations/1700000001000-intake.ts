import { areaIndexesV1, wordDomainV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Intake1700000001000 implements MigrationInterface {
  name = 'Intake1700000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table area (
        id uuid primary key,
        code text not null unique,
        name text not null,
        kind text not null check (kind in ('district', 'street', 'town', 'township', 'residents_committee', 'villagers_committee', 'grid', 'other')),
        comparison_type text check (comparison_type in ('old-estate', 'new-estate', 'rural-village')),
        edition text not null,
        version int not null default 1
      );

      create table category (
        id uuid primary key,
        code text not null unique check (code ~ '^[0-9]{6}$'),
        name text not null,
        version int not null default 1
      );

      create table service_item (
        id uuid primary key,
        code text not null unique,
        name text not null,
        "group" text not null check ("group" in ('high-frequency', 'elderly', 'disabled', 'five-deliveries')),
        field text not null,
        eligible_groups text[] not null,
        materials text[] not null,
        steps text[] not null,
        time_limit_working_days int not null check (time_limit_working_days > 0),
        handling_organisation text not null,
        places text[] not null,
        one_stop boolean not null,
        assisted boolean not null,
        version int not null default 1
      );

      -- A read copy of dispatch's organisations.
      create table organisation (
        id uuid primary key,
        code text not null unique,
        name text not null,
        version int not null
      );

      create sequence request_number_seq as int increment 100 minvalue 0 maxvalue 999900 start 100 cycle;

      -- Domains, not checks of the table: a domain checks only what is written, with an expression that is parsed once a
      -- connection; a check is parsed again by each statement that touches the table (docs/decisions/0014).
      ${wordDomainV1('request_state', ['received', 'answered', 'declined', 'dispatched', 'mediating', 'replied', 'reopened', 'closed', 'withdrawn'])}
      ${wordDomainV1('urgency', ['life-safety', 'utilities', 'normal', 'complex'])}
      ${wordDomainV1('answering_service', ['dispatch', 'case-mediation', 'intake'])}

      create table request (
        id uuid primary key,
        number text not null,
        state request_state not null,
        kind text not null,
        channel text not null,
        -- No foreign key: registering checks the code, and one that was registered is never taken away. A key would be a look-up in each
        -- create, and a share lock that all of them take on the one row of a much used category.
        category_code text not null,
        area_code text not null,
        place text,
        point jsonb,
        title text not null,
        text text not null,
        urgency urgency not null,
        upstream_reference text,
        confidential boolean not null,
        publishable boolean not null,
        callback_possible boolean not null,
        received_at timestamptz not null,
        round int not null default 1,
        work_order_id uuid,
        case_id uuid,
        organisation_id uuid,
        answered_by answering_service,
        public_answer text,
        replied_at timestamptz,
        closed_at timestamptz,
        version int not null default 1
      ) with (fillfactor = 80);
      create unique index request_number on request (number);
      create unique index request_upstream on request (channel, upstream_reference) where upstream_reference is not null;
      ${areaIndexesV1('request')}
      -- What is not settled yet stays few however many are stored.
      create index request_open on request (state, id) where state in ('received', 'dispatched', 'mediating', 'replied', 'reopened');
      create index request_organisation on request (organisation_id, id) where organisation_id is not null;

      -- Who asks, apart from what is asked: encrypted, and its table can be guarded and erased by itself.
      -- Only written together with its request, so no foreign key has to look that up once more.
      create table requester (
        request_id uuid primary key,
        name text not null,
        name_masked text not null,
        phone text,
        phone_masked text,
        phone_index text,
        address text
      );
      create index requester_phone on requester (phone_index) where phone_index is not null;

      create table access_record (
        id uuid primary key,
        request_id uuid not null references request (id),
        actor_id text not null,
        purpose text not null,
        at timestamptz not null
      );
      create index access_record_request on access_record (request_id, at);

      create table request_history (
        id uuid not null,
        request_id uuid not null,
        at timestamptz not null,
        service text not null,
        action text not null,
        from_state text,
        to_state text,
        actor_id text,
        reason text,
        detail jsonb
      ) partition by range (at);
      create index request_history_request on request_history (request_id, at);

      insert into partition_plan values ('request_history', 'month', null);
      select maintain_partitions();
    `);
  }

  async down(): Promise<void> {
    throw new Error('restore a back-up instead');
  }
}
