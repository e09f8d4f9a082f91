import { startOf } from '@zero-distance/calendar';
import type { EventData } from '@zero-distance/contracts';
import { type Tx } from '@zero-distance/persistence';
import { readPolicies } from '@zero-distance/platform';
import { POLICIES } from '../../policy/policy.js';
import { readCalendar } from '../../reference/holiday/holiday.store.js';
import { recounted } from './service-case.js';
import { casesDueAfter, moveDueTimes } from './service-case.store.js';

/** A day became a day off, or a working day: what is to be decided or verified after it, and was counted over it, is due at another time. */
export async function holidayRegistered(tx: Tx, { date, kind }: EventData<'dispatch.holiday.registered.v1'>): Promise<void> {
  const waiting = await casesDueAfter(tx, startOf(date));
  if (waiting.length === 0) return;
  const began = waiting.map(({ submittedAt, ratedAt }) => (ratedAt ?? submittedAt ?? tx.now).getTime());
  const [calendar, policies] = await Promise.all([readCalendar(tx, new Date(Math.min(...began))), readPolicies(tx, POLICIES)]);
  for (const found of waiting) moveDueTimes(tx, found, recounted(found, calendar, policies), `${date} ${kind}`);
}
