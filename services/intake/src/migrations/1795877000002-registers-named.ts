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
type CategoryRow = Pick<AreaRow, 'id' | 'code' | 'name' | 'version'>;

/**
 * Those who knew only the codes of areas and categories keep their names too, so each is told of all of them again. The rows get a new version, because who heard of the old one
 * listens for the next.
 */
export class RegistersNamed1795877000002 implements MigrationInterface {
  readonly name = 'RegistersNamed1795877000002';

  async up(runner: QueryRunner): Promise<void> {
    const areas = await rowsOf<AreaRow>(runner, 'area');
    await emitSnapshotEvents(
      runner,
      areas.map(({ id, version, code, name, kind, edition, comparison_type }) => ({
        type: 'intake.area.registered.v1' as const,
        aggregate: { id, version },
        data: { areaId: id, code, name, kind, edition, comparisonType: comparison_type },
      })),
    );
    const categories = await rowsOf<CategoryRow>(runner, 'category');
    await emitSnapshotEvents(
      runner,
      categories.map(({ id, version, code, name }) => ({
        type: 'intake.category.registered.v1' as const,
        aggregate: { id, version },
        data: { categoryId: id, code, name },
      })),
    );
  }

  async down(): Promise<void> {
    // What was told stays told, and is as true as before.
  }
}

/** Takes the next version of each row, which locks it until its events are written: so their order is that of the versions. */
async function rowsOf<R>(runner: QueryRunner, table: 'area' | 'category'): Promise<R[]> {
  await runner.query(`update ${table} set version = version + 1`);
  return runner.query(`select * from ${table} order by code`) as Promise<R[]>;
}
