import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 调解笔录 is a purpose of files besides. */
export class FilePurposeMinutes1795864920000 implements MigrationInterface {
  name = 'FilePurposeMinutes1795864920000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter domain file_purpose drop constraint file_purpose_check;
      alter domain file_purpose add constraint file_purpose_check
        check (value in ('before', 'after', 'request', 'result', 'agreement', 'minutes'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter domain file_purpose drop constraint file_purpose_check;
      alter domain file_purpose add constraint file_purpose_check check (value in ('before', 'after', 'request', 'result', 'agreement'));
    `);
  }
}
