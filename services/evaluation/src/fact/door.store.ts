import type { EventData } from '@zero-distance/contracts';
import type { Tx } from '@zero-distance/persistence';

// Doors of door-knocking rounds 敲门行动: how many were on the frozen list, a row a grid, and what counts of each that somebody knocked at. Where a door is,
// is not known here. Written only by the consumer of intake's stream.

/** 名单冻结: what is to be knocked at counts from here on. */
export function keepDoors(tx: Tx, { roundId, openedAt, grids }: EventData<'intake.round.opened.v1'>): void {
  tx.upsert(
    `insert into door_list (round_id, area_code, opened_at, doors)
     select $1, g."areaCode", $2, g.targets from jsonb_to_recordset($3::jsonb) as g ("areaCode" text, targets int)
     on conflict (round_id, area_code) do nothing`,
    [roundId, openedAt, JSON.stringify(grids)],
  );
}

/** 敲门: what counts of a door now. */
export function keepKnock(
  tx: Tx,
  { targetId, areaCode, roundOpenedAt, counted }: EventData<'intake.knock.recorded.v1'>,
  version: number,
): void {
  tx.upsert(
    `insert into door (target_id, area_code, opened_at, met, version) values ($1, $2, $3, $4, $5)
     on conflict (target_id) do update set area_code = excluded.area_code, met = excluded.met, version = excluded.version
     where door.version < excluded.version`,
    [targetId, areaCode, roundOpenedAt, counted === 'met', version],
  );
}

/** 历史敲门: how many of a grid were met, and not which. */
export const keepPastDoors = (tx: Tx, { pastRoundId, areaCode, openedAt, doors, met }: EventData<'intake.past-round.imported.v1'>): void =>
  tx.upsert(
    `insert into door_list (round_id, area_code, opened_at, doors, met) values ($1, $2, $3, $4, $5)
     on conflict (round_id, area_code) do nothing`,
    [pastRoundId, areaCode, openedAt, doors, met],
  );
