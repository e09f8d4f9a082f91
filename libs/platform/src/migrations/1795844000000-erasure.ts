import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 依法删除 in a service that keeps words of matters: what it has taken away of each, and indexes to find what else holds them. */
export class Erasure1795844000000 implements MigrationInterface {
  name = 'Erasure1795844000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table erasure (
        id uuid primary key,
        matter_id uuid not null constraint erasure_once unique,
        at timestamptz not null,
        removed jsonb not null default '{}', -- by place, how many
        kept jsonb not null default '[]', -- what stays, and until when
        told_at timestamptz
      );
      create index erasure_untold on erasure (at) where told_at is null;
      -- Answers that are kept for their Idempotency-Key, by what they tell of; messages that failed, by their aggregate.
      create index idempotency_answer on idempotency ((answer ->> 'id'));
      create index dead_letter_subject on dead_letter ((headers ->> 'ce-subject'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index dead_letter_subject, idempotency_answer; drop table erasure');
  }
}
