import { wordDomainV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A requester chooses whether to be written to, and in which language. Who asked before nobody asked, so they are not. */
export class MessageChoice1795843200000 implements MigrationInterface {
  name = 'MessageChoice1795843200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${wordDomainV1('message_choice', ['zh', 'en', 'none'])}
      alter table requester add column messages message_choice not null default 'none'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table requester drop column messages; drop domain message_choice');
  }
}
