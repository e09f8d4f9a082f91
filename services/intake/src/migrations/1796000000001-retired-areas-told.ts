import type { AreaComparisonType } from '@zero-distance/contracts';
import { emitSnapshotEvents } from '@zero-distance/messaging';
import type { MigrationInterface, QueryRunner } from 'typeorm';

interface RetiredRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly comparison_type: AreaComparisonType | null;
  readonly edition: string;
  readonly retired_at: Date;
  readonly successor_area: string;
  readonly version: number;
}

/** The other services begin to take in nothing new in areas that are no more: each is told of those again. */
export class RetiredAreasTold1796000000001 implements MigrationInterface {
  readonly name = 'RetiredAreasTold1796000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('update area set version = version + 1 where successor_area is not null');
    const areas = (await runner.query('select * from area where successor_area is not null order by code')) as RetiredRow[];
    await emitSnapshotEvents(
      runner,
      areas.map(({ id, code, name, kind, comparison_type, edition, retired_at, successor_area, version }) => ({
        type: 'intake.area.registered.v1' as const,
        aggregate: { id, version },
        data: {
          ...{ areaId: id, code, name, kind, comparisonType: comparison_type, edition },
          ...{ retiredAt: retired_at.toISOString(), successorArea: successor_area },
        },
      })),
    );
  }

  async down(): Promise<void> {
    // What was told stays told, and is as true as before.
  }
}
