import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 失效: applications are marked when a step of their order may be their end, so that the clock looks at these and at no others. */
export class ApplicationOver1795912147700 implements MigrationInterface {
  readonly name = 'ApplicationOver1795912147700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table application add column maybe_over boolean not null default false;
      update application set maybe_over = true where state in ('asked', 'appealed');
      create index application_maybe_over on application (id) where maybe_over and state in ('asked', 'appealed');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table application drop column maybe_over');
  }
}
