import { areaIndexesV1, policyTableV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mediators, cases with their sessions, agreement and history, and the policy values. */
export class CaseMediation1764000000001 implements MigrationInterface {
  readonly name = 'CaseMediation1764000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mediator (
        id uuid primary key,
        name text not null,
        qualification text not null check (qualification in ('professional', 'experienced')),
        specialities text[] not null,
        area_code text not null,
        committee text not null,
        registered_at timestamptz not null,
        version int not null default 1
      );
      create index mediator_area on mediator (area_code text_pattern_ops);

      create table mediation_case (
        id uuid primary key,
        request_id uuid,
        request_number text,
        round int not null check (round >= 1),
        area_code text not null,
        case_type text not null,
        difficulty text not null check (difficulty in ('simple', 'difficult', 'major')),
        amount numeric(14, 2) check (amount >= 0),
        summary text,
        parties jsonb not null,
        state text not null check (state in ('applied', 'accepted', 'declined', 'assigned', 'mediating',
          'agreed', 'failed', 'terminated', 'performed', 'breached')),
        mediator_id uuid references mediator (id),
        chosen_by_parties boolean not null,
        recused_mediator_ids uuid[] not null,
        applied_at timestamptz not null,
        accepted_at timestamptz,
        due_at timestamptz,
        concluded_at timestamptz,
        reason_code text,
        public_answer text,
        version int not null
      ) with (fillfactor = 80);
      -- One case for each round of a request, whatever is delivered twice.
      create unique index mediation_case_round on mediation_case (request_id, round) where request_id is not null;
      ${areaIndexesV1('mediation_case')}
      create index mediation_case_grid on mediation_case (left(area_code, 15), id);
      -- What has no outcome yet stays few however many are stored.
      create index mediation_case_open on mediation_case (id) where state in ('applied', 'accepted', 'assigned', 'mediating');
      create index mediation_case_mediator on mediation_case (mediator_id, id) where mediator_id is not null;

      create table mediation_case_history (
        id uuid not null,
        mediation_case_id uuid not null,
        action text not null,
        from_state text,
        to_state text not null,
        actor_id text not null,
        reason text,
        at timestamptz not null
      ) partition by range (at);
      create index mediation_case_history_case on mediation_case_history (mediation_case_id, id);
      insert into partition_plan values ('mediation_case_history', 'month', null);
      select maintain_partitions();

      create table session (
        id uuid primary key,
        case_id uuid not null references mediation_case (id),
        held_at timestamptz not null,
        place text not null,
        minutes text,
        extension_asked_by_all boolean not null,
        recorded_at timestamptz not null
      );
      create index session_case on session (case_id, held_at);

      create table agreement (
        id uuid primary key,
        case_id uuid not null unique references mediation_case (id),
        form text not null check (form in ('written', 'oral')),
        terms text not null,
        immediate boolean not null check (immediate or form = 'written'),
        perform_by timestamptz not null,
        agreed_at timestamptz not null
      );

      ${policyTableV1()}
    `);
  }

  async down(): Promise<void> {
    throw new Error('cases are never taken away: restore a back-up instead');
  }
}
