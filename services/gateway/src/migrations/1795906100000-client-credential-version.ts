import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often the credentials of a client were void: tokens that name an earlier version open nothing. */
export class ClientCredentialVersion1795906100000 implements MigrationInterface {
  readonly name = 'ClientCredentialVersion1795906100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table client add column credential_version int not null default 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table client drop column credential_version');
  }
}
