import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { DAY_MS } from '@zero-distance/kernel';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { ACCESS_TABLE, assertAreaInUse, mapPage, type Page, readPolicies, seesOnlyOwn, type Target } from '@zero-distance/platform';
import { holdResidents } from '../../people/key-person/held-resident.store.js';
import { filesOf, RESIDENTS } from '../../people/resident/resident.store.js';
import { POLICIES } from '../../policy/policy.js';
import type { ServicePolicies } from '../../policy/service-policy.js';
import { isOrderOf, stateOfCase } from './home-matter.store.js';
import type {
  CompleteHomeVisitInput,
  EndHomeVisitInput,
  HomeVisitDetailDto,
  HomeVisitDto,
  HomeVisitQuery,
  MissHomeVisitInput,
  MoveHomeVisitInput,
  PlanHomeVisitInput,
} from './home-visit.dto.js';
import { refuseVisit } from './home-visit.errors.js';
import { ended, type HomeVisit, moved, planVisit, type Slot, slotFault, takenBack, wentAt } from './home-visit.js';
import { HOME_VISITS, refuseBusy } from './home-visit.store.js';
import { toHomeVisitDetailDto, toHomeVisitDto } from './home-visit.view.js';

type Change = (found: HomeVisit, tx: Tx, policies: ServicePolicies) => HomeVisit | Promise<HomeVisit>;

/** 上门服务: agreed with who cannot come, and what came of it. */
@Injectable()
export class HomeVisitService {
  constructor(private readonly transactor: Transactor) {}

  plan(actor: Actor, input: PlanHomeVisitInput): Promise<HomeVisitDto> {
    const { residentId, cause, workerId = actor.id, serviceCaseId = null, requestId = null } = input;
    checkOwn(actor, workerId);
    return this.transactor.transact(actor, async (tx) => {
      const areaCode = await areaOf(tx, residentId);
      await assertAreaInUse(tx, 'intake', areaCode, '/residentId');
      await checkMatter(tx, residentId, serviceCaseId, requestId);
      const slot = { workerId, startsAt: new Date(input.from), endsAt: new Date(input.until) };
      checkSlot(slot, tx.now, await readPolicies(tx, POLICIES));
      await refuseBusy(tx, slot, null);
      const agreed = { ...slot, areaCode, organisationId: actor.organisation?.id ?? null, residentId, cause, serviceCaseId, requestId };
      return toHomeVisitDto(HOME_VISITS.insert(tx, planVisit(agreed, tx.now)), tx);
    });
  }

  /** Who may not see the resident learns of no visit; who sees the own visits alone sees those. */
  list(actor: Actor, { residentId, ...query }: HomeVisitQuery): Promise<Page<HomeVisitDto>> {
    return this.transactor.read(actor, async (tx) => {
      if (residentId !== undefined && !actor.onlyOwn) await RESIDENTS.load(tx, residentId);
      const residentIds = residentId === undefined ? undefined : await filesOf(tx, residentId);
      return mapPage(await HOME_VISITS.list(tx, { ...query, residentIds }), (found) => toHomeVisitDto(found, tx));
    });
  }

  get(actor: Actor, id: string): Promise<HomeVisitDetailDto> {
    return this.transactor.read(actor, async (tx) => {
      const found = await HOME_VISITS.load(tx, id);
      return toHomeVisitDetailDto(found, await HOME_VISITS.history(tx, found), tx);
    });
  }

  move(actor: Actor, target: Target, { from, until, workerId, reason }: MoveHomeVisitInput): Promise<HomeVisitDto> {
    checkOwn(actor, workerId ?? actor.id);
    return this.act(actor, target, async (found, tx, policies) => {
      const slot = {
        workerId: workerId ?? found.workerId,
        startsAt: from === undefined ? found.startsAt : new Date(from),
        endsAt: until === undefined ? found.endsAt : new Date(until),
      };
      checkSlot(slot, tx.now, policies);
      await refuseBusy(tx, slot, found.id);
      return HOME_VISITS.take(tx, found, 'move', moved(slot), { reason });
    });
  }

  complete(actor: Actor, target: Target, { visitedAt }: CompleteHomeVisitInput): Promise<HomeVisitDto> {
    return this.act(actor, target, (found, tx, policies) => {
      const { before } = HOME_VISITS.step(tx, found, 'complete');
      return HOME_VISITS.take(tx, before, 'complete', ended(tx.now, policies, timeOf(found, tx.now, visitedAt)));
    });
  }

  miss(actor: Actor, target: Target, { reason, visitedAt }: MissHomeVisitInput): Promise<HomeVisitDto> {
    return this.act(actor, target, (found, tx, policies) => {
      const { before } = HOME_VISITS.step(tx, found, 'miss');
      return HOME_VISITS.take(tx, before, 'miss', ended(tx.now, policies, timeOf(found, tx.now, visitedAt)), { reason });
    });
  }

  /** 撤回误登: what was said came of it. Who goes is at no other visit at that time by then. */
  takeBack(actor: Actor, target: Target, { reason }: EndHomeVisitInput): Promise<HomeVisitDto> {
    return this.act(actor, target, async (found, tx, policies) => {
      const { before } = HOME_VISITS.step(tx, found, 'take-back');
      const areaCode = found.residentId === null ? found.areaCode : await areaOf(tx, found.residentId);
      await checkGoesOn(tx, found);
      await refuseBusy(tx, found, found.id);
      return HOME_VISITS.take(tx, before, 'take-back', takenBack(found, areaCode, tx.now, policies), { reason });
    });
  }

  cancel(actor: Actor, target: Target, { reason }: EndHomeVisitInput): Promise<HomeVisitDto> {
    return this.act(actor, target, (found, tx, policies) => HOME_VISITS.take(tx, found, 'cancel', ended(tx.now, policies), { reason }));
  }

  private act(actor: Actor, { id, ifMatch }: Target, change: Change): Promise<HomeVisitDto> {
    return this.transactor.transact(actor, async (tx) => {
      const [found, policies] = [await HOME_VISITS.load(tx, id, ifMatch), await readPolicies(tx, POLICIES)];
      return toHomeVisitDto(await change(found, tx, policies), tx);
    });
  }
}

/** Where a resident lives whom somebody may go to: who may not see them gets the 404 alone. */
async function areaOf(tx: Tx, residentId: string): Promise<string> {
  await holdResidents(tx, residentId);
  const { state, areaCode } = await RESIDENTS.load(tx, residentId);
  if (state !== 'registered') throw refuseVisit('home_visit.resident_not_registered', { resident: residentId }, '/residentId');
  return areaCode;
}

/** When somebody went. Before it was agreed to begin nobody has, nor later than now. */
function timeOf(found: HomeVisit, now: Date, said: string | undefined): Date {
  const at = wentAt(found, now, said === undefined ? undefined : new Date(said));
  if (at < found.startsAt || at > now)
    throw refuseVisit('home_visit.went_wrong', { from: found.startsAt.toISOString(), until: now.toISOString() }, '/visitedAt');
  return at;
}

function checkSlot(slot: Slot, now: Date, { 'home-visit-hours': hours, 'order-ahead-days': days }: ServicePolicies): void {
  const wrong = slotFault(slot, now, hours, days);
  if (wrong === 'turned') throw refuseVisit('home_visit.times_turned', { hours }, '/until');
  if (wrong === 'ahead')
    throw refuseVisit('home_visit.too_far_ahead', { days, latest: new Date(now.getTime() + days * DAY_MS).toISOString() }, '/until');
}

/** Of a case there is nothing to go for any more. */
const OVER = new Set(['delivered', 'refused', 'withdrawn']);

/** Who sees the own visits alone agrees and moves them for themselves: one that somebody else goes to would be lost to them. */
function checkOwn(actor: Actor, workerId: string): void {
  if (workerId !== actor.id && seesOnlyOwn(ACCESS_TABLE['intake.homeVisits.list'], actor.roles))
    throw refuseVisit('home_visit.own_only', {}, '/workerId');
}

/** What was said of a visit is not taken back for a case that is over meanwhile: nobody would have anything to go for. */
async function checkGoesOn(tx: Tx, { residentId, serviceCaseId }: HomeVisit): Promise<void> {
  if (residentId === null || serviceCaseId === null) return;
  const state = await stateOfCase(tx, serviceCaseId, await filesOf(tx, residentId));
  if (state === undefined || OVER.has(state)) throw refuseVisit('home_visit.case_over');
}

/** What it is for is for this resident, by this file or one that was merged into it. */
async function checkMatter(tx: Tx, residentId: string, serviceCaseId: string | null, requestId: string | null): Promise<void> {
  const files = await filesOf(tx, residentId);
  const state = serviceCaseId === null ? 'open' : await stateOfCase(tx, serviceCaseId, files);
  if (state === undefined) throw refuseVisit('home_visit.not_theirs', {}, '/serviceCaseId');
  if (OVER.has(state)) throw refuseVisit('home_visit.case_over', {}, '/serviceCaseId');
  if (requestId !== null && !(await isOrderOf(tx, requestId, files))) throw refuseVisit('home_visit.not_theirs', {}, '/requestId');
}
