import type { ReadTx } from '@zero-distance/persistence';
import { prefixConditions } from '@zero-distance/platform';
import { MOST_MENTIONS } from './area-mention.js';

/** What lies in an area and goes on or is in use, noun by noun: what of the table, and where it says its area. */
const LYING = {
  openRequests: { from: 'request', still: `state in ('received', 'dispatched', 'mediating', 'divided', 'reopened')` },
  snapshotReports: { from: 'snapshot_report', still: `state = 'reported'` },
  missedCalls: { from: 'missed_call', still: `state = 'open'` },
  receptionDays: { from: 'reception_day', still: `state in ('announced', 'held')` },
  rounds: { from: 'round', still: `state in ('planned', 'open')` },
  residents: { from: 'resident', still: `state = 'registered'` },
  keyPersons: { from: 'key_person', still: `state <> 'left'` },
  knowledgeEntries: { from: 'knowledge_entry', still: `state <> 'retired'` },
  activities: { from: 'activity', still: `state in ('planned', 'announced', 'held')` },
  activityBookings: { from: 'activity_booking', still: `state in ('waiting', 'offered', 'booked', 'confirmed')` },
  activityOutcomes: { from: 'activity_outcome', still: `state = 'recorded'` },
  serviceCases: { from: 'service_case', still: `state in ('open', 'preparing', 'submitted', 'decided')` },
  homeVisits: { from: 'home_visit', still: `state = 'planned'` },
  clerkQualifications: { from: 'clerk_qualification', still: 'retired_on is null' },
  knockNeeds: { from: 'knock_need', still: `state = 'waiting'` },
  facilityFaults: { from: 'facility_fault', still: `state in ('reported', 'repairing')` },
  servicePoints: { from: 'service_point', still: 'retired_on is null' },
  wechatGroups: { from: 'wechat_group', still: 'retired_on is null' },
  mobileGridWorkers: { from: 'mobile_grid_worker', still: 'retired_on is null' },
  grids: { from: 'grid', still: 'true', column: 'code' },
} as const;

/** Where an area is named yet, as far as intake knows: how many of each. */
export type AreaMentions = { readonly [N in keyof typeof LYING]: number } & { readonly predecessors: string[] };

/** Each count ends at `MOST_MENTIONS`, so that the district costs no more than that. */
export async function mentionsOf(tx: ReadTx, area: string): Promise<AreaMentions> {
  const params: unknown[] = [];
  const given = (value: unknown): string => `$${params.push(value)}`;
  const counts = Object.entries(LYING).map(([noun, { from, still, ...where }]) => {
    const within = prefixConditions(area, given, 'column' in where ? where.column : 'area_code').join(' and ');
    return `(select count(*)::int from (select from ${from} where ${within} and ${still} limit ${MOST_MENTIONS}) as found) as "${noun}"`;
  });
  const predecessors = `array(select code from area where successor_area = ${given(area)} order by code) as predecessors`;
  const [row] = await tx.query<AreaMentions & Record<string, unknown>>(`select ${[...counts, predecessors].join(', ')}`, params);
  return row as AreaMentions;
}
