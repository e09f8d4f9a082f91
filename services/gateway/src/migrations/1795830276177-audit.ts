import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The audit trail, and the read copies of areas and organisations. Lines and their places in the chain are added to and never changed, by the
 * rights of the role; only what waits for its place is taken out again.
 */
export class Audit1795830276177 implements MigrationInterface {
  readonly name = 'Audit1795830276177';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit (
        id uuid primary key,
        version int not null default 1,
        service text not null,
        action text not null,
        subject text not null,
        actor_id text not null,
        client_id text,
        organisation text,
        detail jsonb,
        at timestamptz not null
      );
      create index audit_service on audit (service, id);
      create index audit_action on audit (action, id);
      create index audit_subject on audit (subject, id);
      create index audit_actor on audit (actor_id, id);

      create table audit_link (
        position bigint primary key,
        hash text not null,
        audit_id uuid not null constraint audit_link_once unique
      );
      create table audit_waiting (audit_id uuid primary key);

      create table area (code text primary key);
      create table organisation (
        id uuid primary key,
        code text not null,
        name text not null,
        kind text not null,
        area_code text not null
      );
      create index organisation_code on organisation (code);
    `);
  }

  async down(): Promise<void> {
    throw new Error('the audit trail is never taken away: restore a back-up instead');
  }
}
