import { startOf } from '@zero-distance/calendar';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import { defineAggregate, type MatterVisibility, visibleTo } from '@zero-distance/platform';
import { PointUseEntity, PointUseHistoryEntity } from './point-use.entity.js';
import { refuseUse } from './point-use.errors.js';
import { POINT_USE_EVENTS, type PointUse } from './point-use.js';
import { POINT_USE_TRANSITIONS } from './point-use.transitions.js';

/** Who looks after its service point: whose area that lies in, or who runs it. */
const VISIBLE: MatterVisibility = { by: 'matter', participants: 'organisation_id', recuses: false };

export const POINT_USES = defineAggregate(
  {
    machine: POINT_USE_TRANSITIONS,
    entity: PointUseEntity,
    history: { entity: PointUseHistoryEntity, key: 'pointUseId', since: 'recordedAt' },
    notFound: (id) => refuseUse('point_use.not_found', { id }),
    visible: VISIBLE,
    begins: { action: 'record', event: 'intake.service-point.used.v1' },
    events: POINT_USE_EVENTS,
    filters: { state: 'state', servicePointCode: 'service_point_code', method: 'method' },
  },
  ({ correctableUntil }, { now }) => ({ correctableUntil, now }),
);

/** Whether the caller would see a count that lies there: who may count is who sees it, and sets it right. */
export async function keepsPoint(
  tx: ReadTx,
  { areaCode, organisationId }: Pick<PointUse, 'areaCode' | 'organisationId'>,
): Promise<boolean> {
  const params: unknown[] = [areaCode, organisationId];
  const visible = visibleTo(tx.actor, (value) => `$${params.push(value)}`, VISIBLE);
  return (await tx.query(`select from (select $1::text as area_code, $2::uuid as organisation_id) t where ${visible}`, params)).length > 0;
}

/** One count of a point at a time: of two at once the second sees what the first has made. Nor is the point moved meanwhile. */
export const holdPoint = (tx: Tx, code: string): Promise<unknown> =>
  tx.execute('select from service_point where code = $1 for update', [code]);

/** What was counted of a point on a day. */
export const usesOn = (tx: ReadTx, code: string, day: string): Promise<PointUseEntity[]> =>
  tx.query<PointUseEntity & Record<string, unknown>>(
    `${tx.select(PointUseEntity, 't')} where t.service_point_code = $1 and t.day = $2 order by t.id`,
    [code, day],
  );

/** The area as it was when the day began: itself, unless it had gone into another by then. */
export async function areaOnDay(tx: ReadTx, areaCode: string, day: string): Promise<string> {
  const [found] = await tx.query<{ code: string }>(
    `with recursive chain as (
       select code, successor_area, retired_at, 0 as step from area where code = $1
       union all
       select a.code, a.successor_area, a.retired_at, step + 1 from chain c join area a on a.code = c.successor_area where c.retired_at <= $2
     )
     select code from chain order by step desc limit 1`,
    [areaCode, startOf(day)],
  );
  return found?.code ?? areaCode;
}
