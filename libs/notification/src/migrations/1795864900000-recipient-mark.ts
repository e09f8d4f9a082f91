import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 收件人标记: a keyed hash of whom a message was sent to, kept for a day, so that nobody is sent more than so many. */
export class RecipientMark1795864900000 implements MigrationInterface {
  name = 'RecipientMark1795864900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table message add recipient_mark text;
      create index message_recipient on message (recipient_mark, settled_at) where recipient_mark is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table message drop recipient_mark');
  }
}
