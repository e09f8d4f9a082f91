import { Injectable } from '@nestjs/common';
import { type Actor, isWithinArea, SYSTEM } from '@zero-distance/kernel';
import { Messages } from '@zero-distance/notification';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { assertWithinArea, mapPage, type Page, readPolicies, type Target } from '@zero-distance/platform';
import type { ActivityPolicies } from '../../policy/activity-policy.js';
import { POLICIES } from '../../policy/policy.js';
import type {
  ActivityDetailDto,
  ActivityDto,
  ActivityQuery,
  CorrectActivityInput,
  EmployerDto,
  PlanActivityInput,
  PublicActivityDto,
  PublicActivityQuery,
} from './activity.dto.js';
import { refuseActivity } from './activity.errors.js';
import {
  type Activity,
  closed,
  comingWithin,
  corrected,
  doorsAt,
  type Employer,
  held,
  isMoved,
  movedMessage,
  type Plan,
  type PlanFault,
  planActivity,
  planFault,
} from './activity.js';
import {
  ACTIVITIES,
  ACTIVITY_SEARCH,
  bookedOf,
  COMING_ACTIVITIES,
  countBookings,
  loadHeld,
  wakeAllWaiting,
  wakeBookings,
  wakeWaiting,
} from './activity.store.js';
import { toActivityDetailDto, toActivityDto, toPublicActivityDto } from './activity.view.js';

const NOBODY_YET = { taken: 0, booked: 0, confirmed: 0, waiting: 0, attended: 0 };

/** 活动: planned, announced, held and closed. */
@Injectable()
export class ActivityService {
  constructor(
    private readonly transactor: Transactor,
    private readonly messages: Messages,
  ) {}

  plan(actor: Actor, { startsAt, endsAt, delivery, coOrganiser, employers, ...said }: PlanActivityInput): Promise<ActivityDto> {
    assertWithinArea(actor, said.areaCode, '/areaCode');
    return this.transactor.transact(actor, async (tx) => {
      const times = { startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
      const named = { coOrganiser: coOrganiser ?? null, employers: (employers ?? []).map(toEmployer) };
      const plan = { ...said, ...times, ...named, delivery: delivery ?? null };
      const policies = await readPolicies(tx, POLICIES);
      checkPlan(plan, tx.now, policies);
      const planned = planActivity(plan, actor.organisation?.id ?? null, tx.now, policies);
      return toActivityDto(ACTIVITIES.insert(tx, planned), NOBODY_YET, tx);
    });
  }

  list(actor: Actor, query: ActivityQuery): Promise<Page<ActivityDto>> {
    return this.transactor.read(actor, async (tx) => {
      const page = await ACTIVITIES.list(tx, { ...query, q: await ACTIVITY_SEARCH.seek(tx, query.q) });
      const countsOf = await countBookings(
        tx,
        page.items.map(({ id }) => id),
      );
      return mapPage(page, (found) => toActivityDto(found, countsOf(found.id), tx));
    });
  }

  get(actor: Actor, id: string): Promise<ActivityDetailDto> {
    return this.transactor.read(actor, async (tx) => {
      const found = await ACTIVITIES.load(tx, id);
      const [history, countsOf] = await Promise.all([ACTIVITIES.history(tx, found), countBookings(tx, [id])]);
      return toActivityDetailDto(found, { history, counts: countsOf(id) }, tx);
    });
  }

  /** What anybody may read, and book. */
  announced({ areaCode: heldFor, from, until, ...page }: PublicActivityQuery): Promise<Page<PublicActivityDto>> {
    return this.transactor.read(SYSTEM, async (tx) => {
      const found = await COMING_ACTIVITIES.list(tx, { ...page, heldFor, ...comingWithin({ from, until }, tx.now) });
      const countsOf = await countBookings(
        tx,
        found.items.map(({ id }) => id),
      );
      return mapPage(found, (one) => toPublicActivityDto(one, countsOf(one.id), tx.now));
    });
  }

  /** One that was announced, whatever became of it: whoever was sent its address reads that it was cancelled. */
  readPublicly(id: string): Promise<PublicActivityDto> {
    return this.transactor.read(SYSTEM, async (tx) => {
      const [found, countsOf] = await Promise.all([ACTIVITIES.load(tx, id), countBookings(tx, [id])]);
      if (found.announcedAt === null) throw refuseActivity('activity.not_found', { id });
      return toPublicActivityDto(found, countsOf(id), tx.now);
    });
  }

  /** 更正: what is left out stays. Whoever has a place keeps it, however few are left, and is told of another time or place; where there are more, who waits is offered one. */
  correct(actor: Actor, target: Target, { reason, startsAt, endsAt, employers, ...said }: CorrectActivityInput): Promise<ActivityDto> {
    return this.act(actor, target, async (found, tx, policies) => {
      const { title = found.title, place = found.place, capacity = found.capacity, coOrganiser = found.coOrganiser } = said;
      const times = { startsAt: startsAt ? new Date(startsAt) : found.startsAt, endsAt: endsAt ? new Date(endsAt) : found.endsAt };
      const named = employers?.map(toEmployer) ?? found.employers;
      const plan = { title, place, capacity, coOrganiser, ...times, employers: named };
      checkPlan({ ...plan, kind: found.kind, delivery: found.delivery }, tx.now, policies);
      if (capacity > found.capacity) wakeWaiting(tx, found.id);
      const after = ACTIVITIES.take(tx, found, 'correct', corrected(plan, policies), { reason });
      if (isMoved(found, after)) this.messages.keep(tx, ...(await bookedOf(tx, found.id)).map((id) => movedMessage(id, after)));
      return after;
    });
  }

  /** 预告: anybody reads it, and can book. */
  announce(actor: Actor, target: Target): Promise<ActivityDto> {
    return this.act(actor, target, (found, tx) => {
      const step = ACTIVITIES.step(tx, found, 'announce');
      if (found.startsAt <= tx.now) throw refuseActivity('activity.over');
      return ACTIVITIES.take(tx, step.before, 'announce', { announcedAt: tx.now });
    });
  }

  /** 举行: from now on who comes is recorded, and nobody waits for a place any more. */
  hold(actor: Actor, target: Target): Promise<ActivityDto> {
    return this.act(actor, target, (found, tx, policies) => {
      const step = ACTIVITIES.step(tx, found, 'hold');
      const from = doorsAt(found, policies);
      if (from > tx.now) throw refuseActivity('activity.not_begun', { from: from.toISOString() });
      wakeAllWaiting(tx, found.id);
      return ACTIVITIES.take(tx, step.before, 'hold', held(found, tx.now, policies));
    });
  }

  /** 结束: who confirmed and did not come was absent; who never confirmed was not. */
  close(actor: Actor, target: Target): Promise<ActivityDto> {
    return this.act(actor, target, (found, tx) => {
      wakeBookings(tx, found.id);
      return ACTIVITIES.take(tx, found, 'close', closed(tx.now));
    });
  }

  /** 取消: everybody who booked is told. */
  cancel(actor: Actor, target: Target, reason: string): Promise<ActivityDto> {
    return this.act(actor, target, (found, tx) => {
      wakeBookings(tx, found.id);
      return ACTIVITIES.take(tx, found, 'cancel', closed(tx.now), { reason });
    });
  }

  private act(
    actor: Actor,
    { id, ifMatch }: Target,
    change: (found: Activity, tx: Tx, policies: ActivityPolicies) => Activity | Promise<Activity>,
  ): Promise<ActivityDto> {
    return this.transactor.transact(actor, async (tx) => {
      const [found, policies] = [await loadHeld(tx, id, ifMatch), await readPolicies(tx, POLICIES)];
      if (!isWithinArea(found.areaCode, actor.area)) throw refuseActivity('activity.not_yours');
      return toActivityDto(await change(found, tx, policies), found.counts ?? NOBODY_YET, tx);
    });
  }
}

const toEmployer = ({ name, posts }: EmployerDto): Employer => ({ name, posts });

const FAULTS = {
  turned: ['activity.turned', '/endsAt'],
  over: ['activity.over', '/startsAt'],
  long: ['activity.too_long', '/endsAt'],
  ahead: ['activity.too_far', '/startsAt'],
  places: ['activity.too_many_places', '/capacity'],
  delivery: ['activity.delivery_wrong', '/delivery'],
  employers: ['activity.employers_wrong', '/employers'],
  'employer-twice': ['activity.employer_twice', '/employers'],
} as const satisfies Record<PlanFault, readonly [string, string]>;

function checkPlan(plan: Omit<Plan, 'areaCode'>, now: Date, policies: ActivityPolicies): void {
  const fault = planFault(plan, now, policies);
  if (!fault) return;
  const days = policies[fault === 'ahead' ? 'activity-ahead-days' : 'activity-longest-days'];
  throw refuseActivity(FAULTS[fault][0], { days, most: policies['activity-places'] }, FAULTS[fault][1]);
}
