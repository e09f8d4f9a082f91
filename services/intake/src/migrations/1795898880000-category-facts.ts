import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a clerk has to know of a category to file under it and to close what is filed there; and categories that another one has taken over from. */
export class CategoryFacts1795898880000 implements MigrationInterface {
  readonly name = 'CategoryFacts1795898880000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table category
        add column scheme text not null default 'district',
        add column local_names text[] not null default '{}',
        add column exclusions text[] not null default '{}',
        add column confusables text[] not null default '{}',
        add column filing_conditions text,
        add column closing_conditions text,
        add column required_evidence text[] not null default '{}',
        add column component_type text,
        add column matter_type text,
        add column open311_code text,
        add column retired_at timestamptz,
        add column successor_category text,
        add constraint category_retired check ((retired_at is null) = (successor_category is null));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table category
        drop column scheme, drop column local_names, drop column exclusions, drop column confusables, drop column filing_conditions,
        drop column closing_conditions, drop column required_evidence, drop column component_type, drop column matter_type,
        drop column open311_code, drop column retired_at, drop column successor_category;
    `);
  }
}
