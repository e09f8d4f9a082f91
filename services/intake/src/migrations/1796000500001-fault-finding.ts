import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the staff found stands apart from what a stranger reported, which goes when the fault is over. */
export class FaultFinding1796000500001 implements MigrationInterface {
  name = 'FaultFinding1796000500001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table facility_fault add column finding text');
    // Whoever confirmed it took the words for theirs, and whoever mends it has them.
    await runner.query(`update facility_fault set finding = note where confirmed_by is not null and ended_at is null`);
    await runner.query(`update facility_fault set note = null where ended_at is not null`);
  }

  async down(): Promise<void> {
    throw new Error('facility faults are never taken away: restore a back-up instead');
  }
}
