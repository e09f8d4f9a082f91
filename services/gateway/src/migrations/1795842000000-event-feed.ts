import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 事件流. What the services tell, in the order in which it was committed here, cut by time; and beside it who may hear of each matter. Ids are given
 * out under the lock of `feed_head`, so that none becomes visible after a later one.
 */
export class EventFeed1795842000000 implements MigrationInterface {
  readonly name = 'EventFeed1795842000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table feed_head (only_row boolean primary key default true check (only_row), last_id bigint not null);
      insert into feed_head (last_id) values (0);

      -- Up to where each stream is kept, and up to where each reader in the gateway has come.
      create table feed_position (source text primary key, sequence bigint not null);
      create table feed_reader (name text primary key, last_id bigint not null);

      create table feed_event (
        id bigint not null,
        placed_at timestamptz not null, -- the time of the event, within the pieces that there are
        event_id uuid not null,
        noun text not null,
        type text not null,
        at timestamptz not null,
        aggregate_id uuid not null,
        aggregate_version int not null,
        matter_id uuid,
        area_code text not null,
        data jsonb not null
      ) partition by range (placed_at);
      create unique index feed_event_once on feed_event (placed_at, event_id);
      create index feed_event_id on feed_event (id);
      insert into partition_plan values ('feed_event', 'day', interval '30 days');
      select maintain_partitions();
      -- The streams hold seven days.
      do $$
      declare piece timestamptz;
      begin
        for ago in 1 .. 8 loop
          piece := date_trunc('day', now() at time zone 'UTC') at time zone 'UTC' - ago * interval '1 day';
          execute format('create table if not exists %I partition of feed_event for values from (%L) to (%L)',
            'feed_event_' || to_char(piece at time zone 'UTC', 'YYYYMMDD'), piece, piece + interval '1 day');
        end loop;
      end $$;

      create table feed_matter (
        id uuid primary key,
        withheld boolean not null,
        organisation_ids uuid[] not null,
        barred_organisation_ids uuid[] not null,
        barred_account_ids text[] not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table feed_matter, feed_event, feed_reader, feed_position, feed_head;
      delete from partition_plan where table_name = 'feed_event'`);
  }
}
