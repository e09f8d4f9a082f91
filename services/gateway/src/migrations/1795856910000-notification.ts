import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 工作通知: what members of staff were told in the system, how they want to be told besides, and the number that a matter is asked for by. */
export class Notification1795856910000 implements MigrationInterface {
  name = 'Notification1795856910000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table notification (
        id uuid primary key,
        account_id text not null,
        event_id uuid not null,
        kind text not null,
        noun text not null,
        subject_id uuid not null,
        matter_id uuid not null,
        area_code text not null,
        happened_at timestamptz not null,
        created_at timestamptz not null,
        read_at timestamptz,
        version int not null,
        -- An event that comes again tells nobody twice.
        constraint notification_once unique (account_id, event_id)
      );
      create index notification_account on notification (account_id, id);
      create index notification_unread on notification (account_id, id) where read_at is null;

      create table staff_contact (
        account_id uuid primary key references account on delete cascade,
        email_sealed text,
        email_masked text,
        phone_sealed text,
        phone_masked text,
        language text not null,
        choices jsonb not null,
        version int not null
      );

      alter table feed_matter add column number text;
      update feed_matter m set number = e.data ->> 'number'
        from feed_event e where e.matter_id = m.id and e.noun = 'intake.request' and e.data ? 'number';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table feed_matter drop column number;
      drop table staff_contact, notification;
      delete from feed_reader where name = 'notification'`);
  }
}
