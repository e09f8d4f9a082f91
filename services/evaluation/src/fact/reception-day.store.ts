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

/** 已举行: with how many came, as far as anybody said. */
export function keepHeld(
  tx: Tx,
  {
    receptionDayId,
    areaCode,
    startsAt = null,
    visitors = 0,
  }: Pick<EventData<'intake.reception-day.presumed-held.v1'>, 'receptionDayId' | 'areaCode'> & {
    readonly startsAt?: string | null;
    readonly visitors?: number;
  },
): void {
  tx.upsert(
    `insert into reception_day (id, area_code, starts_at, held, visitors) values ($1, $2, $4, true, $3)
     on conflict (id) do update set held = true, starts_at = coalesce(excluded.starts_at, reception_day.starts_at),
       visitors = greatest(reception_day.visitors, excluded.visitors)`,
    [receptionDayId, areaCode, visitors, startsAt],
  );
}
