import { emitSnapshotEvents } from '@zero-distance/messaging';
import type { MigrationInterface, QueryRunner } from 'typeorm';

interface OrganisationRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly area_code: string;
  readonly version: number;
}

/** The gateway begins to look up the organisations that accounts and clients act for. */
export class OrganisationsTold1795830276177 implements MigrationInterface {
  readonly name = 'OrganisationsTold1795830276177';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('update organisation set version = version + 1');
    const organisations = (await runner.query('select * from organisation order by code')) as OrganisationRow[];
    await emitSnapshotEvents(
      runner,
      organisations.map(({ id, code, name, kind, area_code, version }) => ({
        type: 'dispatch.organisation.registered.v1' as const,
        aggregate: { id, version },
        data: { organisationId: id, code, name, kind, areaCode: area_code },
      })),
    );
  }

  async down(): Promise<void> {
    // What was told stays told, and is as true as before.
  }
}
