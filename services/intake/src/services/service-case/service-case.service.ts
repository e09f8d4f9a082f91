import { Injectable, type StreamableFile } from '@nestjs/common';
import { dateOf } from '@zero-distance/calendar';
import { type DocumentFormat, Documents } from '@zero-distance/documents';
import type { Actor } from '@zero-distance/kernel';
import { Transactor, type Tx, withoutReplay } from '@zero-distance/persistence';
import { readPhone } from '@zero-distance/personal-data/phones';
import { mapPage, nameInRegister, type Page, type PageQuery, readPolicies, recordAccess, type Target } from '@zero-distance/platform';
import { filesOf, RESIDENTS } from '../../people/resident/resident.store.js';
import { PersonalData } from '../../personal-data/personal-data.service.js';
import type { CasePolicies } from '../../policy/case-policy.js';
import { POLICIES } from '../../policy/policy.js';
import { readCalendar } from '../../reference/holiday/holiday.store.js';
import { holdNumber } from '../../requests/counted-reference/counted-reference.store.js';
import type { FindByPhoneInput } from '../../requests/requester/requester.dto.js';
import type { RevealInput } from '../../requests/reveal/reveal.dto.js';
import { isQualifiedOn, keyOf } from '../clerk-qualification/clerk-qualification.js';
import { CLERK_QUALIFICATIONS } from '../clerk-qualification/clerk-qualification.store.js';
import { endVisitsOfCase } from '../home-visit/home-visit-people.store.js';
import { PAST_SERVICE_CASES } from '../past-service-case/past-service-case.store.js';
import { openApplicant } from './applicant.js';
import { CASE_NOTICE, toCaseNotice } from './case-notice.view.js';
import { askedLater, type Material, missingOf, settled } from './material.js';
import type { RevealedApplicantDto, ServiceCaseDetailDto, ServiceCaseDto, ServiceCaseQuery } from './service-case.dto.js';
import { refuseCase } from './service-case.errors.js';
import {
  askedFor,
  brought,
  decided,
  delivered,
  ended,
  formsFilled,
  handledBy,
  rated,
  type ServiceCase,
  subjectOf,
  submitted,
  verified,
} from './service-case.js';
import { caseOfNumber, SERVICE_CASE_SEARCH, SERVICE_CASES } from './service-case.store.js';
import { HANDLERS, SERVICE_CASE_TRANSITIONS, type ServiceCaseAction } from './service-case.transitions.js';
import { toServiceCaseDetailDto, toServiceCaseDto } from './service-case.view.js';
import type {
  AskMaterialsInput,
  BringMaterialsInput,
  DecideCaseInput,
  DeliverCaseInput,
  RateCaseInput,
  RefuseCaseInput,
  SubmitCaseInput,
  TakeBackCaseInput,
  TakeBackStepInput,
  TrackCaseInput,
  VerifyRatingInput,
  WithdrawCaseInput,
} from './service-case-input.dto.js';
import { checkBrought, checkResident, saidOf } from './service-case-opening.service.js';
import { type CaseStepTakenBack, lastStepOf, reopened, takenBack, unrated } from './taking-back.js';

type Change = (found: ServiceCase, tx: Tx, policies: CasePolicies) => ServiceCase | Promise<ServiceCase>;

/** 办件: from the counter to the rating. */
@Injectable()
export class ServiceCaseService {
  constructor(
    private readonly transactor: Transactor,
    private readonly personalData: PersonalData,
    private readonly documents: Documents,
  ) {}

  /** Of a resident: what was applied for by their file and by those that were merged into it, or for them. */
  list(actor: Actor, { residentId, ...query }: ServiceCaseQuery): Promise<Page<ServiceCaseDto>> {
    return this.transactor.read(actor, async (tx) => {
      const residentIds = residentId === undefined ? undefined : await filesOf(tx, (await RESIDENTS.load(tx, residentId)).id);
      const q = await SERVICE_CASE_SEARCH.seek(tx, query.q);
      return mapPage(await SERVICE_CASES.list(tx, { ...query, q, residentIds }), (found) => toServiceCaseDto(found, tx));
    });
  }

  /** Of who is on no register, by the keyed hash of their number. */
  findByPhone(actor: Actor, { phone }: FindByPhoneInput, page: PageQuery): Promise<Page<ServiceCaseDto>> {
    const applicantPhoneIndex = this.personalData.index.ofPhone(readPhone(phone));
    return this.transactor.read(actor, async (tx) =>
      mapPage(await SERVICE_CASES.list(tx, { ...page, applicantPhoneIndex }), (found) => toServiceCaseDto(found, tx)),
    );
  }

  /** 一次告知单. */
  notice(actor: Actor, id: string, format: DocumentFormat): Promise<StreamableFile> {
    return this.documents.fileOf(actor, { document: CASE_NOTICE, format, subject: id }, async (tx) => {
      const found = await SERVICE_CASES.load(tx, id);
      const opensWith = found.number === null ? null : ((await caseOfNumber(tx, found.number))?.opensWith ?? null);
      return toCaseNotice(found, await nameInRegister(tx, 'area', found.areaCode), opensWith !== null);
    });
  }

  get(actor: Actor, id: string): Promise<ServiceCaseDetailDto> {
    return this.transactor.read(actor, async (tx) => {
      const found = await SERVICE_CASES.load(tx, id);
      return toServiceCaseDetailDto(found, await SERVICE_CASES.history(tx, found), tx);
    });
  }

  /**
   * 查看申请人: of nobody's file. Of a resident the file is looked at. Who handles cases sees all of it; who is to take the rating down or to verify it sees whom
   * to call, as long as that is to be done. No access record, no answer.
   */
  reveal(actor: Actor, id: string, { purpose }: RevealInput): Promise<RevealedApplicantDto> {
    return this.transactor.transact(withoutReplay(actor), async (tx) => {
      const found = await SERVICE_CASES.load(tx, id);
      const handles = HANDLERS.some((role) => actor.roles.includes(role));
      if (!handles && !isToCall(found, actor, tx.now)) throw refuseCase('service_case.nobody_to_call');
      const applicant = openApplicant(id, found.applicant, this.personalData.ring);
      if (!applicant) throw refuseCase('service_case.nobody_to_reveal');
      const { accessRecordId } = recordAccess(tx, 'intake', { action: 'reveal', subject: id, purpose });
      return { accessRecordId, name: applicant.name, idNumber: (handles && applicant.idNumber) || null, phone: applicant.phone ?? null };
    });
  }

  bring(actor: Actor, target: Target, { materials }: BringMaterialsInput): Promise<ServiceCaseDto> {
    return this.handle(actor, target, (found, tx, policies) => {
      const said = materials.map(saidOf);
      if (missingOf(found.materials).length > 0) checkBrought(found.materials, said);
      const isSameDay = dateOf(tx.now) === dateOf(found.openedAt);
      return take(tx, found, 'bring-materials', brought(settled(found.materials, said, isSameDay), tx.now, policies));
    });
  }

  /** 追加: marked as asked later; where it was submitted, nothing is due of who decides until it is submitted again. */
  ask(actor: Actor, target: Target, { materials, reason }: AskMaterialsInput): Promise<ServiceCaseDto> {
    return this.handle(actor, target, async (found, tx, policies) => {
      checkAsked(found.materials, materials);
      const asked = { found, materials: askedLater(found.materials, materials, tx.now) };
      const changes = askedFor(asked, tx.now, await readCalendar(tx), policies);
      return take(tx, found, 'ask-materials', changes, { reason });
    });
  }

  fillForms(actor: Actor, target: Target): Promise<ServiceCaseDto> {
    return this.handle(actor, target, (found, tx, policies) => take(tx, found, 'fill-forms', formsFilled(found, tx.now, policies)));
  }

  submit(actor: Actor, target: Target, { externalNumber }: SubmitCaseInput): Promise<ServiceCaseDto> {
    return this.handle(actor, target, async (found, tx, policies) => {
      const number = externalNumber ?? found.externalNumber;
      if (number === null && (found.mode === 'online' || found.mode === 'assisted'))
        throw refuseCase('service_case.number_wanted', {}, '/externalNumber');
      await checkNotBroughtAlong(tx, number);
      return take(tx, found, 'submit', submitted(found, number, tx.now, await readCalendar(tx), policies));
    });
  }

  track(actor: Actor, target: Target, { progress }: TrackCaseInput): Promise<ServiceCaseDto> {
    return this.handle(actor, target, (found, tx) => take(tx, found, 'track', { trackedAt: tx.now }, { reason: progress }));
  }

  decide(actor: Actor, target: Target, { result }: DecideCaseInput): Promise<ServiceCaseDto> {
    return this.handle(actor, target, (found, tx, policies) => take(tx, found, 'decide', decided(result, tx.now, policies)));
  }

  deliver(actor: Actor, target: Target, { way, copyGiven = false }: DeliverCaseInput): Promise<ServiceCaseDto> {
    return this.handle(actor, target, async (before, tx, policies) => {
      if (before.mode === 'assisted' && !copyGiven) throw refuseCase('service_case.copy_wanted', {}, '/copyGiven');
      const found = { ...before, ...handledBy(before, actor.id) };
      const qualification = await CLERK_QUALIFICATIONS.find(tx, keyOf(actor.id, found.itemCode));
      const isQualified = isQualifiedOn(qualification, actor.org, dateOf(tx.now));
      return take(tx, before, 'deliver', delivered(found, { way, copyGiven, isQualified }, tx.now, policies));
    });
  }

  refuse(actor: Actor, target: Target, { reasonCode, advice }: RefuseCaseInput): Promise<ServiceCaseDto> {
    return this.handle(actor, target, async (found, tx, policies) => {
      await endVisitsOfCase(tx, found.id);
      return take(tx, found, 'refuse', ended(tx.now, policies, reasonCode), { reasonCode, reason: advice });
    });
  }

  withdraw(actor: Actor, target: Target, { reason }: WithdrawCaseInput): Promise<ServiceCaseDto> {
    return this.handle(actor, target, async (found, tx, policies) => {
      await endVisitsOfCase(tx, found.id);
      return take(tx, found, 'withdraw', ended(tx.now, policies), { reason });
    });
  }

  /** 评价: taken down by somebody who did not handle it. */
  rate(actor: Actor, target: Target, { satisfaction }: RateCaseInput): Promise<ServiceCaseDto> {
    return this.handle(actor, target, async (found, tx, policies) =>
      SERVICE_CASES.take(tx, found, 'rate', rated(satisfaction, actor.id, tx.now, await readCalendar(tx), policies)),
    );
  }

  /** 撤回误登: of what was decided, delivered, or refused after it was handed in. */
  takeBack(actor: Actor, target: Target, { step, reason }: TakeBackStepInput): Promise<ServiceCaseDto> {
    return this.handle(actor, target, async (found, tx, policies) => {
      checkStep(found, step);
      if (found.state === 'refused') await checkPeople(tx, found);
      return take(tx, found, 'take-back', takenBack(found, tx.now, policies), { reason });
    });
  }

  /** 不予办理有误, before it was handed in. */
  reopen(actor: Actor, target: Target, { reason }: TakeBackCaseInput): Promise<ServiceCaseDto> {
    return this.handle(actor, target, async (found, tx, policies) => {
      await checkPeople(tx, found);
      return take(tx, found, 'reopen', reopened(found, tx.now, policies), { reason });
    });
  }

  /** 评价登记有误: who takes it back handles nothing of the case by that. */
  takeBackRating(actor: Actor, target: Target, { reason }: TakeBackCaseInput): Promise<ServiceCaseDto> {
    return this.handle(actor, target, (found, tx, policies) =>
      SERVICE_CASES.take(tx, found, 'take-back-rating', unrated(found, tx.now, policies), { reason }),
    );
  }

  /** 核实差评, likewise. */
  verifyRating(actor: Actor, target: Target, { finding, note }: VerifyRatingInput): Promise<ServiceCaseDto> {
    return this.handle(actor, target, (found, tx, policies) =>
      SERVICE_CASES.take(tx, found, 'verify-rating', verified(found, finding, tx.now, policies), { reasonCode: finding, reason: note }),
    );
  }

  private handle(actor: Actor, { id, ifMatch }: Target, change: Change): Promise<ServiceCaseDto> {
    return this.transactor.transact(actor, async (tx) => {
      const [found, policies] = [await SERVICE_CASES.load(tx, id, ifMatch), await readPolicies(tx, POLICIES)];
      return toServiceCaseDto(await change(found, tx, policies), tx);
    });
  }
}

/** True while the caller may take down how the applicant rates the case, or verify that rating. */
const isToCall = (found: ServiceCase, actor: Actor, now: Date): boolean =>
  SERVICE_CASE_TRANSITIONS.allowed(found.state, actor, subjectOf(found, actor, now)).some(
    (action) => action === 'rate' || action === 'verify-rating',
  );

/** A step of who handles the case: they join who has. */
const take = (
  tx: Tx,
  found: ServiceCase,
  action: ServiceCaseAction,
  changes: Partial<ServiceCase>,
  why: { readonly reasonCode?: string; readonly reason?: string } = {},
): ServiceCase => SERVICE_CASES.take(tx, found, action, { ...changes, ...handledBy(found, tx.actor.id) }, why);

/** What is sent twice does not take back the step before, too. */
function checkStep(found: ServiceCase, step: CaseStepTakenBack): void {
  const last = lastStepOf(found);
  if (last !== undefined && last !== step) throw refuseCase('service_case.another_step', { step: last }, '/step');
}

/** Nothing is taken up again for a file that ended meanwhile. */
async function checkPeople(tx: Tx, { applicantId, residentId }: ServiceCase): Promise<void> {
  await checkResident(tx, applicantId, '/applicantId');
  await checkResident(tx, residentId, '/residentId');
}

/** Who decides it knows it by one number: what a file brought along under it is counted, and this one would count beside it. */
async function checkNotBroughtAlong(tx: Tx, number: string | null): Promise<void> {
  if (number === null) return;
  await holdNumber(tx, 'service-case', number);
  if (await PAST_SERVICE_CASES.find(tx, number)) throw refuseCase('service_case.brought_along', { number }, '/externalNumber');
}

/** What is missing yet is not asked for again; what was taken and proves wrong is. */
function checkAsked(materials: readonly Material[], names: readonly string[]): void {
  const missing = missingOf(materials);
  const place = names.findIndex((name, at) => missing.includes(name) || names.indexOf(name) < at);
  if (place >= 0) throw refuseCase('service_case.material_known', { material: names[place] ?? '' }, `/materials/${place}`);
}
