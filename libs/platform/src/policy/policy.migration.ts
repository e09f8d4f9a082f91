import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 政策参数 in versions. Services whose first migrations made the table themselves do not name this one. */
export class Policy1764300002000 implements MigrationInterface {
  name = 'Policy1764300002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table policy (
        id uuid primary key,
        name text not null,
        version int not null,
        value jsonb not null,
        reason text,
        set_by text not null,
        set_at timestamptz not null,
        constraint policy_name_version_key unique (name, version)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table policy');
  }
}
