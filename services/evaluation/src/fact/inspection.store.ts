import type { EventData } from '@zero-distance/contracts';
import type { Tx } from '@zero-distance/persistence';

// Written only by the consumer of inspection's stream.

/** 排查登记, or brought in from the time before. */
export function keepVisit(tx: Tx, { visitId, areaCode, at, passed }: EventData<'inspection.visit.recorded.v1'>): void {
  tx.upsert('insert into visit (id, area_code, visited_at, passed) values ($1, $2, $3, $4) on conflict (id) do nothing', [
    visitId,
    areaCode,
    at,
    passed,
  ]);
}

/** 发现隐患; 当场整改 and 复查合格 settle it. */
export function keepHazardTime(
  tx: Tx,
  what: 'found_at' | 'settled_at',
  { hazardId, areaCode, at }: Pick<EventData<'inspection.hazard.found.v1'>, 'hazardId' | 'areaCode' | 'at'>,
): void {
  tx.upsert(`insert into hazard (id, area_code, ${what}) values ($1, $2, $3) on conflict (id) do update set ${what} = excluded.${what}`, [
    hazardId,
    areaCode,
    at,
  ]);
}

/** 历史隐患已导入: found and settled at times of its own. */
export function keepPastHazard(tx: Tx, { hazardId, areaCode, foundAt, settledAt }: EventData<'inspection.hazard.imported.v1'>): void {
  tx.upsert('insert into hazard (id, area_code, found_at, settled_at) values ($1, $2, $3, $4) on conflict (id) do nothing', [
    hazardId,
    areaCode,
    foundAt,
    settledAt,
  ]);
}
