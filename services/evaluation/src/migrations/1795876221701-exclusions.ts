import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 剔除: which applications took an order, with what its requester said of it, out of the figures, and which of those were revoked. */
export class Exclusions1795876221701 implements MigrationInterface {
  readonly name = 'Exclusions1795876221701';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table exclusion (
        id uuid primary key,
        work_order_id uuid not null,
        request_id uuid not null,      -- or the hazard, which nobody is called back about
        granted boolean not null default false,
        revoked boolean not null default false
      );
      alter table work_order add column excluded boolean not null default false;
      alter table callback add column excluded boolean not null default false;
      -- Of months that are released nothing was excluded.
      update published_figure set counts = counts || jsonb_build_object('to-be-solved', counts -> 'callbacks') where counts ? 'callbacks';
    `);
  }

  async down(): Promise<void> {
    throw new Error('what was heard is never taken away: restore a back-up instead');
  }
}
