import type { ReadTx, Tx } from '@zero-distance/persistence';
import { ACTIVITIES, loadHeld } from '../activity/activity.store.js';
import { ACTIVITY_OUTCOMES } from '../activity-outcome/activity-outcome.store.js';
import { HOME_VISITS } from '../home-visit/home-visit.store.js';
import { relocate } from '../home-visit/home-visit-people.store.js';
import { SERVICE_CASES } from '../service-case/service-case.store.js';

// What is open of the services in an area that is retired, and how it comes to lie in the successor: with its history, and its event.

/** The successor of an area; null while it is in use. */
type Successor = (areaCode: string) => string | null;

/** A noun that lies in an area while it is open. */
export interface OpenService {
  readonly what: string;
  /** Its table, and the condition by which its rows are open: as the indexes by area have them. */
  readonly from: string;
  readonly open: string;
  /** Queues that one lies in the successor, unless somebody was faster. */
  move(tx: Tx, id: string, successorOf: Successor): Promise<void>;
}

const BECAUSE = { reason: '区划撤并 The area was retired into another' };

/** A booking lies in the area of who was booked. What is told of it says how it stands, which stays. */
const moveBooking = (tx: Tx, id: string, areaCode: string): void =>
  tx.write('update activity_booking set area_code = $2 where id = $1', [id, areaCode], 'any');

export const OPEN_SERVICES: readonly OpenService[] = [
  {
    what: 'service case',
    from: 'service_case',
    open: `state in ('open', 'preparing', 'submitted', 'decided')`,
    async move(tx, id, successorOf) {
      const found = await SERVICE_CASES.load(tx, id);
      const areaCode = successorOf(found.areaCode);
      if (areaCode !== null && found.endedAt === null) SERVICE_CASES.take(tx, found, 'relocate', { areaCode }, BECAUSE);
    },
  },
  {
    what: 'home visit',
    from: 'home_visit',
    open: `state = 'planned'`,
    async move(tx, id, successorOf) {
      const found = await HOME_VISITS.load(tx, id);
      const areaCode = successorOf(found.areaCode);
      if (areaCode !== null && found.state === 'planned') relocate(tx, [found], areaCode, BECAUSE);
    },
  },
  {
    what: 'activity',
    from: 'activity',
    open: `state in ('planned', 'announced', 'held')`,
    async move(tx, id, successorOf) {
      const found = await loadHeld(tx, id);
      const areaCode = successorOf(found.areaCode);
      if (areaCode !== null && found.nextAt !== null) ACTIVITIES.take(tx, found, 'relocate', { areaCode }, BECAUSE);
    },
  },
  {
    what: 'activity booking',
    from: 'activity_booking',
    open: `state in ('waiting', 'offered', 'booked', 'confirmed')`,
    async move(tx, id, successorOf) {
      const [found] = await tx.query<{ areaCode: string }>('select area_code as "areaCode" from activity_booking where id = $1', [id]);
      const areaCode = found ? successorOf(found.areaCode) : null;
      if (areaCode !== null) moveBooking(tx, id, areaCode);
    },
  },
  {
    what: 'count of uses',
    from: 'point_use',
    open: 'true', // all of them: who looks after the point sees what was counted before
    async move(tx, id, successorOf) {
      const [found] = await tx.query<{ areaCode: string }>('select area_code as "areaCode" from point_use where id = $1', [id]);
      const areaCode = found ? successorOf(found.areaCode) : null;
      if (areaCode !== null) tx.write('update point_use set area_code = $2 where id = $1', [id, areaCode], 'any');
    },
  },
  {
    what: 'activity outcome',
    from: 'activity_outcome',
    open: `state = 'recorded'`,
    async move(tx, id, successorOf) {
      const found = await ACTIVITY_OUTCOMES.load(tx, id);
      const areaCode = successorOf(found.areaCode);
      if (areaCode === null || found.state !== 'recorded') return;
      ACTIVITY_OUTCOMES.take(tx, found, 'relocate', { areaCode }, BECAUSE);
      moveBooking(tx, found.bookingId, areaCode); // who asks whether it is still so finds there whom to ask
    },
  },
];

/** Some of a noun that are open in these areas. */
export async function openServicesIn(
  tx: ReadTx,
  { from, open }: OpenService,
  areaCodes: readonly string[],
  limit: number,
): Promise<string[]> {
  if (areaCodes.length === 0) return [];
  const rows = await tx.query<{ id: string }>(`select id from ${from} where area_code = any($1) and ${open} limit $2`, [areaCodes, limit]);
  return rows.map(({ id }) => id);
}
