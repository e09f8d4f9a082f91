import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 查询进展: wrong digits are counted for a network and a number, of which only a keyed hash is kept. `tracking_try`, which counted for the request and so let a
 * stranger close it to who asked, stays for processes of the version before, and goes with a later release.
 */
export class TrackingGuess1795899200001 implements MigrationInterface {
  readonly name = 'TrackingGuess1795899200001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table tracking_guess (guess text primary key, wrong int not null, since timestamptz not null);
      create index tracking_guess_since on tracking_guess (since);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table tracking_guess');
  }
}
