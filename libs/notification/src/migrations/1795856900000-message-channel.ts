import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 短信与邮件: by which way a message goes. Those of before were text messages, and so are those of a process of the release before. */
export class MessageChannel1795856900000 implements MigrationInterface {
  name = 'MessageChannel1795856900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table message add channel text not null default 'sms'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table message drop channel');
  }
}
