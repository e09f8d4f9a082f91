import type { AreaComparisonType } from '@zero-distance/contracts';
import { emitSnapshotEvents } from '@zero-distance/messaging';
import type { MigrationInterface, QueryRunner } from 'typeorm';

interface AreaRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly comparison_type: AreaComparisonType | null;
  readonly edition: string;
  readonly version: number;
}

/** The gateway begins to look up the areas that it gives to accounts and clients. */
export class AreasTold1795830276177 implements MigrationInterface {
  readonly name = 'AreasTold1795830276177';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('update area set version = version + 1');
    const areas = (await runner.query('select * from area order by code')) as AreaRow[];
    await emitSnapshotEvents(
      runner,
      areas.map(({ id, code, name, kind, comparison_type, edition, version }) => ({
        type: 'intake.area.registered.v1' as const,
        aggregate: { id, version },
        data: { areaId: id, code, name, kind, comparisonType: comparison_type, edition },
      })),
    );
  }

  async down(): Promise<void> {
    // What was told stays told, and is as true as before.
  }
}
