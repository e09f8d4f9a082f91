import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 好差评: of which kind of request a callback is. Of those from before, nothing says it: their figures stay as they are. */
export class CallbackKind1795945000002 implements MigrationInterface {
  readonly name = 'CallbackKind1795945000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table callback add column request_kind text;
      create index callback_kind on callback (request_kind, id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('what was asked is never taken away: restore a back-up instead');
  }
}
