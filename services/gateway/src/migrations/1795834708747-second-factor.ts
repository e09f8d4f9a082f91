import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 动态口令: a sealed secret, the last step of time whose code was used, and the recovery codes that are left. */
export class SecondFactor1795834708747 implements MigrationInterface {
  readonly name = 'SecondFactor1795834708747';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table account add column totp_sealed bytea, add column totp_step bigint;
      create table recovery_code (
        account_id uuid not null references account on delete cascade,
        hash text not null,
        primary key (account_id, hash)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table recovery_code; alter table account drop column totp_step, drop column totp_sealed');
  }
}
