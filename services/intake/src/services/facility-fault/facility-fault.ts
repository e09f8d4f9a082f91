import type { EventData, Facility } from '@zero-distance/contracts';
import { HOUR_MS, newId, type Told } from '@zero-distance/kernel';
import type { ServicePoint } from '../service-point/service-point.js';
import type { FacilityFaultEventType, FacilityFaultState } from './facility-fault.transitions.js';

/** 设施故障: something of a service point that is broken, until it is repaired. */
export interface FacilityFault {
  readonly id: string;
  readonly version: number;
  readonly state: FacilityFaultState;
  readonly servicePointCode: string;
  readonly facility: Facility;
  readonly areaCode: string;
  /** What of the service point whoever mends it has to know, as it was when the fault was reported. */
  readonly name: string;
  readonly place: string;
  readonly categoryCode: string;
  /** What is wrong, as whoever reported it says; the staff read it until it is over. Nobody knows what a stranger writes: it is in no event. */
  readonly note: string | null;
  /** 核实情况: what somebody of the staff found, for whoever mends it. */
  readonly finding: string | null;
  /** Who mends it: who runs the service point, then who has the order. */
  readonly organisationId: string;
  readonly reportedAt: Date;
  /** The account that found it so; null while nobody has. It stays when a repair came to nothing: the facility is out of order as before. */
  readonly confirmedBy: string | null;
  /** By when somebody is to look at it. */
  readonly dueAt: Date;
  /** When its clock has something to do; null while it waits for nobody here. */
  readonly nextAt: Date | null;
  readonly endedAt: Date | null;
}

/** How long it waits for somebody to look. */
interface Waits {
  readonly 'fault-check-hours': number;
}

/** 待核实: by when somebody is to look at it, from now. */
export function toBeChecked(now: Date, waits: Waits): Pick<FacilityFault, 'dueAt' | 'nextAt'> {
  const dueAt = new Date(now.getTime() + waits['fault-check-hours'] * HOUR_MS);
  return { dueAt, nextAt: dueAt };
}

/** 提醒: told again as often as it is to be looked at. */
export const reminded = (now: Date, waits: Waits): Pick<FacilityFault, 'nextAt'> => ({ nextAt: toBeChecked(now, waits).nextAt });

/** 属实: it waits for its order. */
export const confirmed = (by: string, finding: string | null) => ({ confirmedBy: by, finding, nextAt: null });

/** What changes when it is over: what a stranger wrote goes. */
export const ended = (now: Date) => ({ nextAt: null, note: null, endedAt: now });

/** What somebody reports. */
interface Reported {
  readonly point: ServicePoint;
  readonly facility: Facility;
  readonly note: string | null;
  /** Who runs the service point. */
  readonly organisationId: string;
}

export const reportFault = ({ point, facility, note, organisationId }: Reported, now: Date, waits: Waits): FacilityFault => ({
  ...{ id: newId(now.getTime()), version: 1, state: 'reported', servicePointCode: point.code, facility, areaCode: point.areaCode },
  ...{ name: point.name, place: point.address, categoryCode: point.faultCategoryCode, note, organisationId },
  ...{ reportedAt: now, confirmedBy: null, finding: null, ...toBeChecked(now, waits), endedAt: null },
});

/** True while nobody has looked at it in time. */
export const isOverdue = ({ state, dueAt }: FacilityFault, now: Date): boolean => state === 'reported' && dueAt <= now;

const brief = ({ id, servicePointCode, facility, areaCode }: FacilityFault, { at }: Told<FacilityFault>) => ({
  facilityFaultId: id,
  servicePointCode,
  facility,
  areaCode,
  at: at.toISOString(),
});

/** The data of each event, from the facility fault after the step. */
export const FACILITY_FAULT_EVENTS: {
  readonly [E in FacilityFaultEventType]: (after: FacilityFault, told: Told<FacilityFault>) => EventData<E>;
} = {
  'intake.facility-fault.reported.v1': brief,
  'intake.facility-fault.confirmed.v1': (after, told) => ({
    ...brief(after, told),
    organisationId: after.organisationId,
    categoryCode: after.categoryCode,
    name: after.name,
    place: after.place,
    ...(after.finding !== null && { note: after.finding }),
    finderId: after.confirmedBy as string,
  }),
  'intake.facility-fault.dismissed.v1': brief,
  'intake.facility-fault.reminded.v1': brief,
  'intake.facility-fault.repaired.v1': brief,
  'intake.facility-fault.given-back.v1': brief,
};
