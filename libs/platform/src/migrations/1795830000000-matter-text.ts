import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 诉求内容, sealed, of a service that works on requests and does not take them in. */
export class MatterText1795830000000 implements MigrationInterface {
  readonly name = 'MatterText1795830000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table matter_text (request_id uuid primary key, sealed_title text not null, sealed_text text not null)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table matter_text');
  }
}
