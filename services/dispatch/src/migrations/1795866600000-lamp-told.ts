import { wordDomainV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 亮灯: which lamp of an order was told of, and when it turns next. Orders of before tell of theirs from their next step on. */
export class LampTold1795866600000 implements MigrationInterface {
  readonly name = 'LampTold1795866600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${wordDomainV1('told_lamp', ['yellow', 'red'])}
      alter table work_order add lamp_told told_lamp, add next_lamp_at timestamptz;
      create index work_order_lamp on work_order (next_lamp_at) where next_lamp_at is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table work_order drop lamp_told, drop next_lamp_at; drop domain told_lamp');
  }
}
