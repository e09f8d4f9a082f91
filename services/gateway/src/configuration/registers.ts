import type { Service } from '@zero-distance/contracts';
import type { DistrictApi } from './district-api.js';
import { successorsFirst } from './successors-first.js';

/** A register that says how a district works. Matters, people and their rights are none. */
export interface ConfiguredRegister {
  readonly service: Service;
  /** As imports call it, which is also its address. */
  readonly register: string;
  /** It stands on a map, and leaves and comes as GeoJSON. */
  readonly isOnMaps?: boolean;
  /** Its rows as a CSV file that the service imports; the exported list unless said. */
  readonly read?: (api: DistrictApi) => Promise<string>;
}

/** In the order in which one names another. */
export const CONFIGURED: readonly ConfiguredRegister[] = [
  { service: 'intake', register: 'areas' },
  { service: 'intake', register: 'area-boundaries', isOnMaps: true },
  { service: 'intake', register: 'categories' },
  { service: 'dispatch', register: 'organisations' },
  { service: 'dispatch', register: 'responsibilities' },
  { service: 'dispatch', register: 'holidays' },
  { service: 'intake', register: 'resident-groups' },
  { service: 'intake', register: 'service-items', read: serviceItemsOf },
  { service: 'intake', register: 'service-points' },
];

/** Registers whose rows are retired into another by an action of theirs, which their files do not do; and what it calls the other. */
export const RETIRING = [
  { service: 'intake', register: 'areas', successor: 'successorArea' },
  { service: 'intake', register: 'categories', successor: 'successorCategory' },
  { service: 'dispatch', register: 'organisations', successor: 'successorOrganisation' },
] as const;

/** What can be imported and is no configuration: who works, what stands and what happened in the district, which a back-up moves. */
export const NOT_CONFIGURED = [
  'intake/grids',
  'intake/wechat-groups',
  'intake/past-requests',
  'intake/past-reception-days',
  'intake/past-calls',
  'intake/past-service-cases',
  'intake/past-home-visits',
  'intake/point-uses',
  'intake/past-care',
  'intake/residents',
  'intake/past-activity-outcomes',
  'intake/past-activities',
  'intake/past-rounds',
  'case-mediation/past-cases',
  'intake/mobile-grid-workers',
  'case-mediation/mediators',
  'inspection/premises',
  'inspection/past-hazards',
  'inspection/past-visits',
  'evaluation/past-callbacks',
] as const;

/** The catalogue is open to everybody, so that a file of it is one page. */
async function serviceItemsOf(api: DistrictApi): Promise<string> {
  const items = await api.all('/api/intake/v1/service-items');
  return csvOf(successorsFirst(items.map(({ version: _, ...item }) => item)));
}

/** Rows as an import takes them: columns by the names of the fields, values of a list with `;` between. */
function csvOf(rows: readonly Record<string, unknown>[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const cell = (value: unknown) => `"${(Array.isArray(value) ? value.join(';') : String(value ?? '')).replaceAll('"', '""')}"`;
  return [columns.join(','), ...rows.map((row) => columns.map((column) => cell(row[column])).join(',')), ''].join('\r\n');
}
