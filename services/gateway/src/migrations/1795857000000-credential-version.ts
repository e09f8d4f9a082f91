import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often the credentials of an account were void: what was proven with others before leads nowhere. */
export class CredentialVersion1795857000000 implements MigrationInterface {
  readonly name = 'CredentialVersion1795857000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table account add column credential_version int not null default 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table account drop column credential_version');
  }
}
