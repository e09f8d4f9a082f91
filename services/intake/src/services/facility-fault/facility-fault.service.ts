import { Injectable } from '@nestjs/common';
import type { Facility } from '@zero-distance/contracts';
import { type Actor, SYSTEM } from '@zero-distance/kernel';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { AreasInUse, mapPage, type Page, readPolicies } from '@zero-distance/platform';
import { POLICIES } from '../../policy/policy.js';
import { organisationId } from '../../reference/organisation/organisation.store.js';
import type { ServicePoint } from '../service-point/service-point.js';
import { presentPointOf } from '../service-point/service-point.store.js';
import type {
  ConfirmFaultInput,
  FacilityFaultDetailDto,
  FacilityFaultDto,
  FacilityFaultQuery,
  FaultReceiptDto,
  RecordFaultInput,
  ReportFaultInput,
} from './facility-fault.dto.js';
import { refuseFault } from './facility-fault.errors.js';
import { confirmed, ended, type FacilityFault, reportFault } from './facility-fault.js';
import { FACILITY_FAULTS, openFaultOf } from './facility-fault.store.js';
import { toFacilityFaultDetailDto, toFacilityFaultDto, toFaultReceiptDto } from './facility-fault.view.js';

/** 设施故障: what somebody finds broken at a service point, and what becomes of it. */
@Injectable()
export class FacilityFaultService {
  constructor(
    private readonly transactor: Transactor,
    private readonly areas: AreasInUse,
  ) {}

  /** A passer-by reports, without a log-in: it waits until somebody of the staff has looked. What is known already is not reported twice. */
  reportPublicly(visitor: Actor, code: string, { facility, note }: ReportFaultInput): Promise<FaultReceiptDto> {
    return this.transactor.transact(visitor, async (tx) => {
      const point = await this.presentPoint(tx, SYSTEM, code, facility);
      const known = await openFaultOf(tx, code, facility);
      if (known) return toFaultReceiptDto(known, true);
      return toFaultReceiptDto(FACILITY_FAULTS.insert(tx, await faultAt(tx, point, facility, note)), false);
    });
  }

  /** Somebody of the staff stands before it: nobody has to look again. */
  record(actor: Actor, { servicePointCode: code, facility, finding }: RecordFaultInput): Promise<FacilityFaultDto> {
    return this.transactor.transact(actor, async (tx) => {
      const point = await this.presentPoint(tx, actor, code, facility);
      const known = await openFaultOf(tx, code, facility);
      if (known?.state === 'repairing') throw refuseFault('facility_fault.being_repaired', { code, facility, id: known.id }, '/facility');
      if (known) return toFacilityFaultDto(this.confirmIn(tx, known, finding), tx);
      const fault = await faultAt(tx, point, facility);
      const step = FACILITY_FAULTS.step(tx, fault, 'confirm');
      const after = { ...step.after, ...confirmed(actor.id, finding ?? null) };
      return toFacilityFaultDto(FACILITY_FAULTS.insert(tx, fault, { steps: [{ ...step, after }] }), tx);
    });
  }

  list(actor: Actor, query: FacilityFaultQuery): Promise<Page<FacilityFaultDto>> {
    return this.transactor.read(actor, async (tx) =>
      mapPage(await FACILITY_FAULTS.list(tx, query), (found) => toFacilityFaultDto(found, tx)),
    );
  }

  get(actor: Actor, id: string): Promise<FacilityFaultDetailDto> {
    return this.transactor.read(actor, async (tx) => {
      const found = await FACILITY_FAULTS.load(tx, id);
      return toFacilityFaultDetailDto(found, await FACILITY_FAULTS.history(tx, found), tx);
    });
  }

  /** 属实: an order is opened for who runs the service point. */
  confirm(actor: Actor, id: string, { finding }: ConfirmFaultInput, ifMatch?: number): Promise<FacilityFaultDto> {
    return this.act(actor, id, ifMatch, (found, tx) => this.confirmIn(tx, found, finding));
  }

  /** 不属实: somebody looked, and it works. */
  dismiss(actor: Actor, id: string, ifMatch?: number): Promise<FacilityFaultDto> {
    return this.act(actor, id, ifMatch, (found, tx) => FACILITY_FAULTS.take(tx, found, 'dismiss', ended(tx.now)));
  }

  /** Its order is of the area that its own went into, if that is no more. */
  private confirmIn(tx: Tx, found: FacilityFault, finding: string | undefined): FacilityFault {
    const areaCode = this.areas.goesOnIn(found.areaCode);
    return FACILITY_FAULTS.take(tx, found, 'confirm', { ...confirmed(tx.actor.id, findingOf(found, finding)), areaCode });
  }

  /** The service point, which is there and has that facility, in the area that its own went into if that is no more. Throws 404, 410 or 422. */
  private async presentPoint(tx: Tx, actor: Actor, code: string, facility: Facility): Promise<ServicePoint> {
    const point = await presentPointOf(tx, actor, code);
    if (point.facilities.includes(facility)) return { ...point, areaCode: this.areas.goesOnIn(point.areaCode) };
    throw refuseFault('facility_fault.not_there', { code, facility, facilities: point.facilities.join(', ') }, '/facility');
  }

  private act(
    actor: Actor,
    id: string,
    ifMatch: number | undefined,
    change: (found: FacilityFault, tx: Tx) => FacilityFault,
  ): Promise<FacilityFaultDto> {
    return this.transactor.transact(actor, async (tx) => toFacilityFaultDto(change(await FACILITY_FAULTS.load(tx, id, ifMatch), tx), tx));
  }
}

/** What whoever mends it is told. Where a stranger wrote something, the staff say it in words of their own: else nobody who mends it would know. */
function findingOf({ note }: FacilityFault, finding: string | undefined): string | null {
  if (note !== null && finding === undefined) throw refuseFault('facility_fault.finding_wanted', {}, '/finding');
  return finding ?? null;
}

async function faultAt(tx: Tx, point: ServicePoint, facility: Facility, note?: string): Promise<FacilityFault> {
  const [runs, policies] = await Promise.all([organisationId(tx, point.operatorOrganisation), readPolicies(tx, POLICIES)]);
  if (runs === undefined) throw refuseFault('facility_fault.nobody_runs_it', { code: point.code });
  return reportFault({ point, facility, note: note ?? null, organisationId: runs }, tx.now, policies);
}
