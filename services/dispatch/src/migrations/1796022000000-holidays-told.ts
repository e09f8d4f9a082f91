import { emitSnapshotEvents } from '@zero-distance/messaging';
import type { MigrationInterface, QueryRunner } from 'typeorm';

interface HolidayRow {
  readonly id: string;
  readonly date: string;
  readonly kind: 'holiday' | 'workday';
  readonly version: number;
}

/** Intake begins to count the limits of service cases by the district's own days. */
export class HolidaysTold1796022000000 implements MigrationInterface {
  readonly name = 'HolidaysTold1796022000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('update holiday set version = version + 1');
    const holidays = (await runner.query('select id, date::text, kind, version from holiday order by date')) as HolidayRow[];
    await emitSnapshotEvents(
      runner,
      holidays.map(({ id, date, kind, version }) => ({
        type: 'dispatch.holiday.registered.v1' as const,
        aggregate: { id, version },
        data: { holidayId: id, date, kind },
      })),
    );
  }

  async down(): Promise<void> {
    // What was told stays told, and is as true as before.
  }
}
