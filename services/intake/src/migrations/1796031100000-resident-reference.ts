import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 原编号: under which number of a former register somebody was brought in, by keyed hashes alone. */
export class ResidentReference1796031100000 implements MigrationInterface {
  readonly name = 'ResidentReference1796031100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table resident_reference (
        reference_index text primary key,
        resident_id uuid not null,
        said_index text
      );
      create index resident_reference_of on resident_reference (resident_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('what was brought along is never taken away: restore a back-up instead');
  }
}
