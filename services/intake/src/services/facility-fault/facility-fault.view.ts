import type { Actor } from '@zero-distance/kernel';
import { type HistoryEntity, toHistoryLine } from '@zero-distance/platform';
import type { FacilityFaultDetailDto, FacilityFaultDto, FaultReceiptDto } from './facility-fault.dto.js';
import { type FacilityFault, isOverdue } from './facility-fault.js';
import { FACILITY_FAULT_TRANSITIONS, type FacilityFaultState, LOOKERS } from './facility-fault.transitions.js';

/** To whom it is shown, and when. */
interface View {
  readonly actor: Actor;
  readonly now: Date;
}

/** What the caller sees of a facility fault, and may do with it. */
export const toFacilityFaultDto = (found: FacilityFault, { actor, now }: View): FacilityFaultDto => ({
  id: found.id,
  version: found.version,
  state: found.state,
  actions: FACILITY_FAULT_TRANSITIONS.allowed(found.state, actor, found),
  servicePointCode: found.servicePointCode,
  name: found.name,
  place: found.place,
  facility: found.facility,
  note: LOOKERS.some((role) => actor.roles.includes(role)) ? found.note : null,
  finding: found.finding,
  areaCode: found.areaCode,
  categoryCode: found.categoryCode,
  organisationId: found.organisationId,
  reportedAt: found.reportedAt.toISOString(),
  dueAt: found.dueAt.toISOString(),
  overdue: isOverdue(found, now),
  endedAt: found.endedAt?.toISOString() ?? null,
});

/** The same with what was done about it. */
export const toFacilityFaultDetailDto = (
  found: FacilityFault,
  history: readonly HistoryEntity<FacilityFaultState>[],
  view: View,
): FacilityFaultDetailDto => ({
  ...toFacilityFaultDto(found, view),
  history: history.map(toHistoryLine),
});

/** What somebody hears who reported it in the street. */
export const toFaultReceiptDto = (
  { servicePointCode, facility, state, reportedAt }: FacilityFault,
  knownAlready: boolean,
): FaultReceiptDto => ({
  ...{ servicePointCode, facility, state, knownAlready },
  reportedAt: reportedAt.toISOString(),
});
