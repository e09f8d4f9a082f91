import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 设施故障: orders that mend what is broken at a service point. */
export class FacilityFault1795960000001 implements MigrationInterface {
  readonly name = 'FacilityFault1795960000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter domain work_order_type drop constraint work_order_type_check;
      alter domain work_order_type add check (value in ('request', 'hazard-rectification', 'facility-fault'));
      alter table work_order add column facility_fault jsonb;
    `);
  }

  async down(): Promise<void> {
    throw new Error('orders of service points are never taken away: restore a back-up instead');
  }
}
