import { Injectable } from '@nestjs/common';
import { dateOf } from '@zero-distance/calendar';
import type { Actor } from '@zero-distance/kernel';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { assertWithinArea, readPolicies } from '@zero-distance/platform';
import { holdResidents } from '../../people/key-person/held-resident.store.js';
import { filesOf, RESIDENTS } from '../../people/resident/resident.store.js';
import { PersonalData } from '../../personal-data/personal-data.service.js';
import { POLICIES } from '../../policy/policy.js';
import { RegistrationService } from '../../requests/request/registration.service.js';
import { requestNumber } from '../../requests/request/request-number.js';
import type { ServiceItem } from '../service-item/service-item.js';
import { SERVICE_ITEMS } from '../service-item/service-item.store.js';
import { pointOf } from '../service-point/service-point.store.js';
import { NO_APPLICANT, sealApplicant } from './applicant.js';
import { faultOf, type Material, missingOf, type SaidOfMaterial, settled, toldAtOnce } from './material.js';
import type { ServiceCaseDto } from './service-case.dto.js';
import { refuseCase } from './service-case.errors.js';
import { newCaseId, openServiceCase, type ServiceCase } from './service-case.js';
import { SERVICE_CASES, standingCase } from './service-case.store.js';
import { toServiceCaseDto } from './service-case.view.js';
import type { BroughtMaterialInput, OpenServiceCaseInput } from './service-case-input.dto.js';

/** 收件: who applies for what, and all that is missing, told in one go. */
@Injectable()
export class ServiceCaseOpeningService {
  constructor(
    private readonly transactor: Transactor,
    private readonly personalData: PersonalData,
    private readonly registrations: RegistrationService,
  ) {}

  /** 收件. Its number is drawn from those of requests: who has one tells it over the telephone. */
  open(actor: Actor, input: OpenServiceCaseInput): Promise<ServiceCaseDto> {
    return this.registrations.numbered((sequence) => this.numbered(actor, input, sequence));
  }

  private numbered(actor: Actor, input: OpenServiceCaseInput, sequence: number): Promise<ServiceCaseDto> {
    const { itemCode, mode, areaCode, servicePointCode = null, applicantId = null, applicant, residentId = null } = input;
    assertWithinArea(actor, areaCode, '/areaCode');
    if ((applicantId === null) === (applicant === undefined)) throw refuseCase('service_case.applicant_wanted', {}, '/applicantId');
    if ((mode === 'assisted') !== (input.consentWay !== undefined)) throw refuseCase('service_case.consent_wanted', {}, '/consentWay');
    return this.transactor.transact(actor, async (tx) => {
      await checkResident(tx, applicantId, '/applicantId');
      await checkResident(tx, residentId, '/residentId');
      if (servicePointCode !== null) await pointOf(tx, actor, servicePointCode);
      const item = await itemToApplyFor(tx, itemCode);
      if (mode === 'assisted' && !item.assisted) throw refuseCase('service_case.item_not_assisted', { code: itemCode }, '/mode');
      const id = newCaseId(tx.now);
      const sealed = applicant ? sealApplicant(id, applicant, this.personalData) : NO_APPLICANT;
      const where = { areaCode, servicePointCode, organisationId: actor.organisation?.id ?? null };
      const whom = { applicantId, residentId: residentId === applicantId ? null : residentId, consentWay: input.consentWay ?? null };
      if (input.again !== true) await refuseStanding(tx, { ...whom, ...sealed }, itemCode);
      const materials = materialsOf(item, input, tx.now);
      const opening = { id, number: requestNumber(areaCode, tx.now, sequence), item, mode, materials, ...where, ...whom, ...sealed };
      return toServiceCaseDto(SERVICE_CASES.insert(tx, openServiceCase(opening, actor.id, tx.now, await readPolicies(tx, POLICIES))), tx);
    });
  }
}

/** Who may not see a resident gets the 404 alone; of a file that is merged or erased meanwhile nothing is applied for. */
export async function checkResident(tx: Tx, residentId: string | null, pointer: string): Promise<void> {
  if (residentId === null) return;
  await holdResidents(tx, residentId);
  const { state } = await RESIDENTS.load(tx, residentId);
  if (state !== 'registered') throw refuseCase('service_case.resident_not_registered', { resident: residentId }, pointer);
}

/** 重复收件: whoever applied has the same item under way, for the same person, and the caller sees it. */
async function refuseStanding(
  tx: Tx,
  who: Pick<ServiceCase, 'applicantId' | 'applicantIdIndex' | 'applicantPersonIndex' | 'residentId'>,
  itemCode: string,
): Promise<void> {
  const files = who.applicantId === null ? [] : await filesOf(tx, who.applicantId);
  const number = await standingCase(tx, { ...who, files }, itemCode);
  if (number !== undefined) throw refuseCase('service_case.open_already', { number }, '/itemCode');
}

async function itemToApplyFor(tx: Tx, code: string): Promise<ServiceItem> {
  const item = await SERVICE_ITEMS.find(tx, code);
  const isOffered = item && (item.retiredOn === null || dateOf(tx.now) < item.retiredOn);
  if (!isOffered) throw refuseCase('service_case.no_item', { code }, '/itemCode');
  return item;
}

/** 一次告知: all that the item asks for and that is not there is told now. */
function materialsOf(
  { materials: names }: ServiceItem,
  { materials: brought = [], complete = false }: OpenServiceCaseInput,
  now: Date,
): Material[] {
  const told = toldAtOnce([...new Set(names)], now);
  const said = brought.map(saidOf);
  checkBrought(told, said);
  const opened = settled(told, said, true);
  return complete
    ? settled(
        opened,
        missingOf(opened).map((name) => ({ name, state: 'present', reason: null })),
        true,
      )
    : opened;
}

export const saidOf = ({ name, state, reason }: BroughtMaterialInput): SaidOfMaterial => ({ name, state, reason: reason ?? null });

const FAULTS = {
  unknown: 'service_case.material_unknown',
  not_missing: 'service_case.material_not_missing',
  reason: 'service_case.reason_for_waiver',
} as const;

export function checkBrought(materials: readonly Material[], said: readonly SaidOfMaterial[]): void {
  const wrong = faultOf(materials, said);
  if (wrong) throw refuseCase(FAULTS[wrong.fault], { material: said[wrong.place]?.name ?? '' }, `/materials/${wrong.place}`);
}
