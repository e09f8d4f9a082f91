import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts and clients are changed over REST: each has a version, an account a name and perhaps a password that holds for a while. */
export class ManagedHolders1795832607452 implements MigrationInterface {
  readonly name = 'ManagedHolders1795832607452';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table account add column version int not null default 1, add column name text not null default '', add column one_time_until timestamptz;
      alter table client add column version int not null default 1;
      create index oidc_payload_account on oidc_payload ((payload ->> 'accountId')) where payload ->> 'accountId' is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index oidc_payload_account;
      alter table client drop column version;
      alter table account drop column one_time_until, drop column name, drop column version;
    `);
  }
}
