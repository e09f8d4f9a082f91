import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 撤回同意: keyed hashes of the identity numbers of who withdrew their consent, and the day, so that no list from before registers them again. */
export class ConsentWithdrawn1796032800000 implements MigrationInterface {
  readonly name = 'ConsentWithdrawn1796032800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table consent_withdrawn (id_index text primary key, withdrawn_on date not null)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table consent_withdrawn');
  }
}
