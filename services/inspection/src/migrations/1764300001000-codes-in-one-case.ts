import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The codes of premises are in capitals, so that no two differ by the case of their letters only. Where two already do, the one that has
 * been in capitals keeps the code, and the other stays as it is for the register's keepers to close: what was found there is not mixed up.
 */
export class CodesInOneCase1764300001000 implements MigrationInterface {
  name = 'CodesInOneCase1764300001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      with recoded as (
        select distinct on (upper(code)) code from premises p
        where code <> upper(code) and not exists (select from premises o where o.code = upper(p.code))
        order by upper(code), id
      ),
      visits as (update visit set premises_code = upper(premises_code) where premises_code in (select code from recoded)),
      hazards as (update hazard set premises_code = upper(premises_code) where premises_code in (select code from recoded))
      update premises set code = upper(code) where code in (select code from recoded);
    `);
  }

  async down(): Promise<void> {
    // The codes are as good as before: which of their letters were small is not known any more.
  }
}
