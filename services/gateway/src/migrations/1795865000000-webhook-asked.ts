import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 订阅的重放与测试: when they were asked for, as far as it bounds how many more there may be. */
export class WebhookAsked1795865000000 implements MigrationInterface {
  readonly name = 'WebhookAsked1795865000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      "alter table webhook add replayed_at timestamptz[] not null default '{}', add tested_at timestamptz[] not null default '{}'",
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table webhook drop replayed_at, drop tested_at');
  }
}
