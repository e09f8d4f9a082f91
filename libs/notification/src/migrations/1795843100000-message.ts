import { wordDomainV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 短信 of a service that writes to people: what waits, and the log of what was sent. No number and no text. */
export class Message1795843100000 implements MigrationInterface {
  name = 'Message1795843100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${wordDomainV1('message_state', ['waiting', 'sent', 'dead', 'dropped'])}
      create table message (
        id uuid primary key,
        key text not null,
        purpose text not null,
        subject_id uuid not null,
        link_purpose text,
        link_id uuid,
        state message_state not null,
        attempts int not null,
        not_before timestamptz not null,
        created_at timestamptz not null,
        settled_at timestamptz,
        recipient_masked text,
        failure text,
        version int not null,
        -- What is told twice is written once.
        constraint message_key unique (key),
        constraint message_link check ((link_purpose is null) = (link_id is null)),
        constraint message_settled check ((state = 'waiting') = (settled_at is null))
      );
      create index message_subject on message (subject_id, id);
      -- What waits stays few however many were sent.
      create index message_due on message (not_before) where state = 'waiting';
      create index message_unsent on message (state, id) where state <> 'sent';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table message; drop domain message_state');
  }
}
