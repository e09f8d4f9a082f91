import { areaIndexesV1, policyTableV1, wordDomainV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What evaluation decides itself: callbacks, and the policy they follow. */
export class Callback1700000001000 implements MigrationInterface {
  name = 'Callback1700000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${policyTableV1()}

      -- Domains, not checks of the table: a domain checks only what is written, with an expression that is parsed once a
      -- connection; a check is parsed again by each statement that touches the table (docs/decisions/0014).
      ${wordDomainV1('callback_state', ['open', 'recorded'])}
      ${wordDomainV1('callback_outcome', ['closed', 'rework'])}
      ${wordDomainV1('satisfaction', ['very-satisfied', 'satisfied', 'basically-satisfied', 'dissatisfied', 'very-dissatisfied'])}
      create domain round as int check (value >= 1);

      create table callback (
        id uuid primary key,
        request_id uuid not null,
        request_number text not null,
        organisation_id uuid,
        area_code text not null,
        round round not null,
        state callback_state not null,
        possible boolean not null,
        attempts int not null default 0,
        contacted boolean,
        solved boolean,
        satisfaction satisfaction,
        outcome callback_outcome,
        note text,
        opened_at timestamptz not null,
        recorded_at timestamptz,
        version int not null,
        constraint callback_once_a_round unique (request_id, round),
        -- Recorded has a time and an outcome, open neither; who was not reached said nothing.
        check (num_nonnulls(recorded_at, outcome) = case state when 'recorded' then 2 else 0 end
          and (contacted is true or num_nonnulls(solved, satisfaction) = 0))
      );
      ${areaIndexesV1('callback')}
      create index callback_organisation on callback (organisation_id, id) where organisation_id is not null;
      -- What is not recorded yet stays few however many are stored.
      create index callback_open on callback (id) where state = 'open';

      create table callback_history (
        id uuid not null,
        callback_id uuid not null,
        action text not null,
        from_state text,
        to_state text not null,
        actor_id text not null,
        reason text,
        at timestamptz not null,
        primary key (id, at)
      ) partition by range (at);
      create index callback_history_callback on callback_history (callback_id, at);
      insert into partition_plan values ('callback_history', 'month', null);
      select maintain_partitions();
    `);
  }

  async down(): Promise<void> {
    throw new Error('callbacks are never taken away: restore a back-up instead');
  }
}
