import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 查找居民: how often each account looked for residents by a number today. */
export class ResidentFind1795980000000 implements MigrationInterface {
  readonly name = 'ResidentFind1795980000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create table resident_find (account text not null, day date not null, times int not null, primary key (account, day))',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table resident_find');
  }
}
