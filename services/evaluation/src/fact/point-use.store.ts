import { startOf } from '@zero-distance/calendar';
import type { EventData } from '@zero-distance/contracts';
import type { Tx } from '@zero-distance/persistence';

// How often service points were used, a row a count. Written only by the consumer of intake's stream.

/** 登记、更正: it counts on its own day, by what was said last and how that was counted. */
export const keepUses = (
  tx: Tx,
  { pointUseId, areaCode, day, uses, method }: EventData<'intake.service-point.used.v1'>,
  version: number,
): void =>
  tx.upsert(
    `insert into point_use as u (id, area_code, day_starts_at, uses, method, version) values ($1, $2, $3, $4, $5, $6)
     on conflict (id) do update set uses = case when excluded.version > u.version then excluded.uses else u.uses end,
       method = case when excluded.version > u.version then excluded.method else u.method end, version = greatest(excluded.version, u.version)`,
    [pointUseId, areaCode, startOf(day), uses, method, version],
  );
