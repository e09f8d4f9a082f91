import type { Tx } from '@zero-distance/persistence';
import { defineAggregate } from '@zero-distance/platform';
import { PointUseEntity, PointUseHistoryEntity } from './point-use.entity.js';
import { refuseUse } from './point-use.errors.js';
import { POINT_USE_EVENTS } from './point-use.js';
import { POINT_USE_TRANSITIONS } from './point-use.transitions.js';

export const POINT_USES = defineAggregate(
  {
    machine: POINT_USE_TRANSITIONS,
    entity: PointUseEntity,
    history: { entity: PointUseHistoryEntity, key: 'pointUseId', since: 'recordedAt' },
    notFound: (id) => refuseUse('point_use.not_found', { id }),
    /** Who runs the service point takes part in it. */
    visible: { by: 'matter', participants: 'organisation_id', recuses: false },
    begins: { action: 'record', event: 'intake.service-point.used.v1' },
    events: POINT_USE_EVENTS,
    filters: { state: 'state', servicePointCode: 'service_point_code', method: 'method' },
  },
  ({ correctableUntil }, { now }) => ({ correctableUntil, now }),
);

/** What was counted of a point on a day. One count of a point at a time: of two at once the second sees what the first has made. */
export async function usesOn(tx: Tx, code: string, day: string): Promise<PointUseEntity[]> {
  await tx.execute('select from service_point where code = $1 for update', [code]);
  return tx.query<PointUseEntity & Record<string, unknown>>(
    `${tx.select(PointUseEntity, 't')} where t.service_point_code = $1 and t.day = $2 order by t.id`,
    [code, day],
  );
}
