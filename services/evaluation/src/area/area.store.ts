import type { EventData } from '@zero-distance/contracts';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import { prefixConditions } from '@zero-distance/platform';

/** What evaluation keeps of an area: a read copy, never changed here. */
export interface Area {
  readonly code: string;
  readonly name: string;
  readonly comparisonType: string | null;
}

/** 区划登记. Two editions of one code are two aggregates and come in any order: the later edition stands. */
export function keepArea(tx: Tx, area: EventData<'intake.area.registered.v1'>): void {
  tx.write(
    `insert into area (code, area_id, name, kind, comparison_type, edition, successor_area) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (code) do update set area_id = excluded.area_id, name = excluded.name, kind = excluded.kind,
       comparison_type = excluded.comparison_type, edition = excluded.edition, successor_area = excluded.successor_area
     where area.area_id = excluded.area_id or area.edition < excluded.edition`,
    [area.code, area.areaId, area.name, area.kind, area.comparisonType, area.edition, area.successorArea ?? null],
    'any',
  );
}

/** The areas of a comparison type inside `scope` (a code prefix). A type has as many areas as the district has communities. */
export function areasOfType(tx: ReadTx, scope: string, comparisonType: string): Promise<Area[]> {
  const params: unknown[] = [];
  const given = (value: unknown): string => `$${params.push(value)}`;
  const conditions = [`comparison_type = ${given(comparisonType)}`, ...prefixConditions(scope, given, 'code')];
  return tx.query<Area & Record<string, unknown>>(
    `select code, name, comparison_type as "comparisonType" from area where ${conditions.join(' and ')} order by code`,
    params,
  );
}

/** An area's name; null for one that was not heard of, and for the whole (''). */
export async function areaName(tx: ReadTx, code: string): Promise<string | null> {
  const [area] = await tx.query<{ name: string }>('select name from area where code = $1', [code]);
  return area?.name ?? null;
}
