import { randomInt } from 'node:crypto';
import type { Caller } from './caller.js';
import type { ClientLog } from './client-log.js';
import type { CallerName } from './product.js';

const post = <T = unknown>(caller: Caller, as: CallerName, path: string, body: object = {}): Promise<T> =>
  caller.insist<T>({ method: 'POST', path: `/api/intake/v1/${path}`, as, body });

/** 办件: applied for at a window with all that is asked for, decided and delivered there, and rated to somebody who did not handle it. */
export async function applyAtWindow(caller: Caller, log: ClientLog): Promise<void> {
  const applicant = { name: '钱七', phone: `138${String(randomInt(100_000_000)).padStart(8, '0')}` }; // of one person, one open case of an item
  const asked = { itemCode: 'HF-04', mode: 'window', areaCode: '230903011001', complete: true, applicant };
  const { id } = await post<{ id: string }>(caller, 'community', 'service-cases', asked);
  await post(caller, 'community', `service-cases/${id}/submit`);
  await post(caller, 'community', `service-cases/${id}/decide`, { result: '已核准。' });
  await post(caller, 'community', `service-cases/${id}/deliver`, { way: 'window' });
  await post(caller, 'clerk', `service-cases/${id}/rate`, { satisfaction: 'satisfied' });
  log.brought.push({ table: 'intake.service_case', id, state: 'delivered' });
}

/** How many come to an activity that has a place for one; the other waits, and is left out when it is held. */
const PLACES = 1;

/** 活动: announced, booked and waited for, held; who was booked came and had a check. */
export async function holdActivity(caller: Caller, log: ClientLog): Promise<void> {
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const plan = {
    areaCode: '230903011001',
    kind: 'health-check',
    title: '义诊',
    place: '文化广场',
    capacity: PLACES,
    startsAt: at(1),
    endsAt: at(3),
  };
  const { id } = await post<{ id: string }>(caller, 'clerk', 'activities', plan);
  await post(caller, 'clerk', `activities/${id}/announce`);
  const book = (name: string, phone: string) => post<{ id: string }>(caller, 'clerk', `activities/${id}/bookings`, { name, phone });
  const [first, second] = [await book('孙一', '13800000011'), await book('孙二', '13800000012')];
  await post(caller, 'clerk', `activity-bookings/${first.id}/confirm`);
  await post(caller, 'clerk', `activities/${id}/hold`);
  await post(caller, 'clerk', `activity-bookings/${first.id}/attend`);
  await post(caller, 'clerk', `activity-bookings/${first.id}/outcomes`, { outcome: 'checked' });
  await post(caller, 'clerk', `activities/${id}/close`);
  log.brought.push(
    { table: 'intake.activity', id, state: 'closed' },
    { table: 'intake.activity_booking', id: first.id, state: 'attended' },
    { table: 'intake.activity_booking', id: second.id, state: 'left-out' },
  );
}
