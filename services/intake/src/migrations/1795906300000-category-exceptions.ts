import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The index of the categories that every process keeps in memory: emergencies, and those that are retired. */
export class CategoryExceptions1795906300000 implements MigrationInterface {
  readonly name = 'CategoryExceptions1795906300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index category_exceptions on category (code) where emergency_number is not null or successor_category is not null',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index category_exceptions');
  }
}
