import type { Facility } from '@zero-distance/contracts';
import { findDueBy, type ReadTx, type Tx } from '@zero-distance/persistence';
import { defineAggregate, overdueFilter } from '@zero-distance/platform';
import { FacilityFaultEntity, FacilityFaultHistoryEntity } from './facility-fault.entity.js';
import { refuseFault } from './facility-fault.errors.js';
import { FACILITY_FAULT_EVENTS } from './facility-fault.js';
import { FACILITY_FAULT_TRANSITIONS } from './facility-fault.transitions.js';

export const FACILITY_FAULTS = defineAggregate({
  machine: FACILITY_FAULT_TRANSITIONS,
  entity: FacilityFaultEntity,
  history: { entity: FacilityFaultHistoryEntity, key: 'facilityFaultId', since: 'reportedAt' },
  notFound: (id) => refuseFault('facility_fault.not_found', { id }),
  /** Who mends it takes part in it. */
  visible: { by: 'matter', participants: 'organisation_id', recuses: false },
  begins: { action: 'report', event: 'intake.facility-fault.reported.v1' },
  events: FACILITY_FAULT_EVENTS,
  filters: {
    state: 'state',
    servicePointCode: 'service_point_code',
    overdue: overdueFilter('due_at', `state = 'reported'`),
  },
});

/** What is broken already of a service point. One report of a point at a time: of two at once the second sees what the first has made. */
export async function openFaultOf(tx: Tx, code: string, facility: Facility): Promise<FacilityFaultEntity | undefined> {
  await tx.execute('select from service_point where code = $1 for update', [code]);
  const [found] = await tx.query<FacilityFaultEntity & Record<string, unknown>>(
    `${tx.select(FacilityFaultEntity, 't')} where t.service_point_code = $1 and t.facility = $2 and t.state in ('reported', 'repairing')`,
    [code, facility],
  );
  return found;
}

/** What is known to be broken of each of them, by code: somebody of the staff has found it so. */
export async function brokenFacilities(tx: ReadTx, codes: readonly string[]): Promise<(code: string) => Facility[]> {
  const rows = await tx.query<{ code: string; facilities: Facility[] }>(
    `select service_point_code as code, array_agg(facility order by facility) as facilities from facility_fault
     where service_point_code = any($1::text[]) and state in ('reported', 'repairing') and confirmed_by is not null group by 1`,
    [codes],
  );
  const broken = new Map(rows.map(({ code, facilities }) => [code, facilities]));
  return (code) => broken.get(code) ?? [];
}

/** Queues that somebody else has to mend it now. No step of it: its order says who has it. */
export const saveMender = (tx: Tx, id: string, organisationId: string): void =>
  tx.write('update facility_fault set organisation_id = $2 where id = $1', [id, organisationId], 'any');

/** Those that nobody has looked at in time, the longest due before the others. */
export const findDueFaults = findDueBy('facility_fault', 'next_at');
