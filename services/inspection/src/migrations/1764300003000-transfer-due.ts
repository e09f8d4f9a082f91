import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A hazard that failed its recheck, or whose work order was terminated, is to be transferred by a time. */
export class TransferDue1764300003000 implements MigrationInterface {
  readonly name = 'TransferDue1764300003000';

  async up(runner: QueryRunner): Promise<void> {
    // By the preset limit, from when it came to be so. The version before this one knows no such time: what it fails or releases while it
    // still runs gets none until its next step.
    await runner.query(`
      alter table hazard add column transfer_due_at timestamptz;
      update hazard h set transfer_due_at = (date_trunc('day', coalesce(
          (select max(at) from hazard_history where hazard_id = h.id and at >= h.found_at), found_at
        ) at time zone 'Asia/Shanghai') + interval '4 days') at time zone 'Asia/Shanghai'
        where state in ('failed', 'transferred') and not with_work_order;

      -- When what is next of an open hazard is due, as HazardStore's DUE says it.
      create index hazard_due on hazard ((case
          when state = 'ordered' then rectify_by
          when state = 'rectified' then recheck_due_at
          when not with_work_order then transfer_due_at
        end))
        where state in ('ordered', 'transferred', 'rectified', 'failed');
    `);
  }

  async down(): Promise<void> {
    throw new Error('restore a back-up instead');
  }
}
