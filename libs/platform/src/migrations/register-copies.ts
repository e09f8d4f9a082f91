import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The read copies of intake's areas and categories in a service that only has to know which codes there are. Codes that its own rows were
 * taken in with are there from the beginning: what was right when it was written stays so.
 */
export abstract class RegisterCopies implements MigrationInterface {
  abstract readonly name: string;
  /** A query for the area codes in the service's own rows. */
  protected abstract readonly areas: string;
  /** The same for categories, or the first digits of some. */
  protected abstract readonly categories: string;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table area (code text primary key);
      create table category (code text primary key);
      -- an area lies in those above it
      insert into area select distinct left(used.code, digits) from (${this.areas}) as used (code), unnest(array[6, 9, 12, 15]) as digits
        where length(used.code) >= digits;
      insert into category select distinct used.code from (${this.categories}) as used (code) where used.code <> '';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table area, category');
  }
}
