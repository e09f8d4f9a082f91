import { wordDomainV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How the answer of a callback came: asked by an agent, or on the web. Of those recorded before nothing is said. */
export class CallbackWay1795841500000 implements MigrationInterface {
  name = 'CallbackWay1795841500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${wordDomainV1('callback_way', ['agent', 'web'])}
      alter table callback add column way callback_way`);
  }

  async down(): Promise<void> {
    throw new Error('callbacks are never taken away: restore a back-up instead');
  }
}
