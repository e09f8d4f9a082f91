import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 订阅: who is told of which events at which address, and what became of each delivery. */
export class Webhook1795843000000 implements MigrationInterface {
  readonly name = 'Webhook1795843000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table webhook (
        id uuid primary key,
        version int not null,
        owner_id text not null,
        url text not null,
        types text[] not null,
        scopes text[] not null,
        roles text[] not null,
        area_code text not null,
        org text,
        organisation_id uuid,
        state text not null check (state in ('enabled', 'disabled')),
        disabled_reason text,
        secret_sealed bytea not null,
        previous_secret_sealed bytea,
        previous_until timestamptz,
        last_id bigint not null, -- the feed up to here is told, or waits in webhook_delivery
        created_at timestamptz not null,
        updated_at timestamptz not null,
        constraint webhook_once unique (owner_id, url)
      );

      create table webhook_delivery (
        id uuid primary key,
        version int not null default 1,
        webhook_id uuid not null references webhook,
        feed_id bigint, -- null: a test
        event_id uuid not null,
        type text not null,
        aggregate_id uuid not null,
        body text not null,
        state text not null check (state in ('waiting', 'delivered', 'dropped')),
        tries int not null default 0,
        first_tried_at timestamptz,
        next_at timestamptz not null,
        status int,
        fault text,
        took_ms int,
        delivered_at timestamptz,
        created_at timestamptz not null
      );
      create index webhook_delivery_waiting on webhook_delivery (webhook_id, id) where state = 'waiting';
      create index webhook_delivery_webhook on webhook_delivery (webhook_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table webhook_delivery, webhook');
  }
}
