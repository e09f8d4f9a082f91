import { dateOf } from '@zero-distance/calendar';
import { type Actor, isWithinArea } from '@zero-distance/kernel';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import { defineRegister } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { ServicePointEntity } from './service-point.entity.js';
import { refusePoint } from './service-point.errors.js';
import { isThere, type ServicePoint, type ServicePointState } from './service-point.js';

/** Its changes are told to nobody: no other service keeps where people are served. */
export const SERVICE_POINTS = defineRegister({
  entity: ServicePointEntity,
  key: 'code',
  visible: { by: 'area', column: 'area_code' },
  filters: { kind: 'kind' },
  lies: { in: 'areaCode', service: 'intake' },
  unique: 'service_point_code_key',
  changedMeanwhile: () => refuse('register.changed_meanwhile'),
  onChange: moveUses,
});

/** Queues that what was counted of a point lies where that lies, and is seen by who runs it: who looks after it from now on sets it right. */
function moveUses(tx: Tx, { code, areaCode, operatorOrganisation }: ServicePoint): void {
  tx.write(
    `update point_use u set area_code = $2, organisation_id = o.id from (select (select id from organisation where code = $3) as id) o
     where u.service_point_code = $1 and (u.area_code, u.organisation_id) is distinct from ($2, o.id)`,
    [code, areaCode, operatorOrganisation],
    'any',
  );
}

const NOTHING_COUNTED: ServicePointState = { freeBays: null, baysCountedAt: null };

type StateRow = ServicePointState & { readonly code: string };

/** What is there at the moment of each of them, by code. Of bays never more are free than there are since they were counted. */
export async function statesOf(tx: ReadTx, codes: readonly string[]): Promise<(code: string) => ServicePointState> {
  const rows = await tx.query<StateRow & Record<string, unknown>>(
    `select b.code, least(b.free, p.bays) as "freeBays", b.counted_at as "baysCountedAt"
     from service_point_bays b join service_point p on p.code = b.code where b.code = any($1::text[])`,
    [codes],
  );
  const states = new Map(rows.map(({ code, freeBays, baysCountedAt }) => [code, { freeBays, baysCountedAt }]));
  return (code) => states.get(code) ?? NOTHING_COUNTED;
}

/** Queues how many bays are free, unless somebody has counted since. */
export const saveFreeBays = (tx: Tx, code: string, free: number): void =>
  tx.write(
    `insert into service_point_bays (code, free, counted_at) values ($1, $2, $3)
     on conflict (code) do update set free = excluded.free, counted_at = excluded.counted_at where service_point_bays.counted_at <= excluded.counted_at`,
    [code, free, tx.now],
    'any',
  );

/** Those that are there today, all of the district: some dozens. */
export const presentPoints = (tx: ReadTx): Promise<ServicePoint[]> =>
  tx.query<ServicePointEntity & Record<string, unknown>>(
    `${tx.select(ServicePointEntity, 't')} where (t.retired_on is null or t.retired_on > $1) order by t.code`,
    [dateOf(tx.now)],
  );

/** No chain of successors is longer than anybody walks. */
const MOST_STEPS = 10;

/** The service point with this code, which is there today. Throws 404, or says where to go instead: the first of those that replaced it that is there. */
export async function presentPointOf(tx: ReadTx, actor: Actor, code: string): Promise<ServicePoint> {
  const point = await pointOf(tx, actor, code);
  const { retiredOn } = point;
  if (retiredOn === null || isThere(point, tx.now)) return point;
  let next: ServicePoint | undefined = point;
  for (let step = 0; step < MOST_STEPS && next && !isThere(next, tx.now); step += 1)
    next = next.successorCode === null ? undefined : await SERVICE_POINTS.find(tx, next.successorCode);
  if (!next || !isThere(next, tx.now)) throw refusePoint('service_point.retired', { code, day: retiredOn });
  const { code: successor, name, address } = next;
  throw refusePoint('service_point.succeeded', { code, day: retiredOn, successor, name, address });
}

/** What service points are called, by their codes: of those that are there no more, too. */
export async function pointNames(tx: ReadTx, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ code: string; name: string }>('select code, name from service_point where code = any($1::text[])', [codes]);
  return new Map(rows.map(({ code, name }) => [code, name]));
}

/** The service point with this code, if it lies in the caller's area. Throws 404. */
export async function pointOf(tx: ReadTx, actor: Actor, code: string, pointer?: string): Promise<ServicePoint> {
  const point = await SERVICE_POINTS.find(tx, code);
  if (!point || !isWithinArea(point.areaCode, actor.area)) throw refusePoint('service_point.not_found', { code }, pointer);
  return point;
}
