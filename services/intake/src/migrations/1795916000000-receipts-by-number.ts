import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Receipts of visitors have no id: those kept for an Idempotency-Key are found by their number when a report is erased. */
export class ReceiptsByNumber1795916000000 implements MigrationInterface {
  readonly name = 'ReceiptsByNumber1795916000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index idempotency_receipt on idempotency ((answer ->> 'number')) where answer ? 'trackingCode'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index idempotency_receipt');
  }
}
