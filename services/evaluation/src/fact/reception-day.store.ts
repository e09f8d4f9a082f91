import type { EventData } from '@zero-distance/contracts';
import type { Tx } from '@zero-distance/persistence';

// Reception days, a row each. Each event writes the columns that it knows, so that they come to the same in any order. What visitors asked for is counted
// from the requests of their channel. Written only by the consumer of intake's stream.

/** 预告: it counts on its own day, once it is known to have been held; the day that it was held on is that of the last correction. */
export function keepReceptionDay(
  tx: Tx,
  { receptionDayId, areaCode, startsAt }: Pick<EventData<'intake.reception-day.announced.v1'>, 'receptionDayId' | 'areaCode' | 'startsAt'>,
): void {
  tx.upsert(
    `insert into reception_day (id, area_code, starts_at) values ($1, $2, $3)
     on conflict (id) do update set starts_at = coalesce(reception_day.starts_at, excluded.starts_at)`,
    [receptionDayId, areaCode, startsAt],
  );
}

/** 已举行: with how many came, as far as anybody said: what was said last holds, whatever comes first. */
export function keepHeld(tx: Tx, { receptionDayId, areaCode, startsAt = null, visitors }: Held, version: number): void {
  tx.upsert(
    `insert into reception_day as d (id, area_code, starts_at, held, visitors, counted_version) values ($1, $2, $4, true, $3, $5)
     on conflict (id) do update set held = true, starts_at = coalesce(excluded.starts_at, d.starts_at),
       visitors = case when excluded.counted_version >= d.counted_version then excluded.visitors else d.visitors end,
       counted_version = greatest(excluded.counted_version, d.counted_version)`,
    [receptionDayId, areaCode, visitors ?? 0, startsAt, visitors === undefined ? 0 : version],
  );
}

type Held = Pick<EventData<'intake.reception-day.presumed-held.v1'>, 'receptionDayId' | 'areaCode'> & {
  readonly startsAt?: string | null;
  /** None where nobody said. */
  readonly visitors?: number;
};
