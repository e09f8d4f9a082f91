import { Injectable } from '@nestjs/common';
import { type Actor, actsFor, DAY_MS, unwrap } from '@zero-distance/kernel';
import { type ReadTx, Transactor, type Tx } from '@zero-distance/persistence';
import { mapPage, type Page, type Target } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { isBarred } from '../../reference/barred.js';
import { isStreet } from '../../reference/organisation.js';
import type { DecisionContext } from '../../reference/reference.js';
import { ReferenceData } from '../../reference/reference.service.js';
import { WORK_ORDER_SEARCH } from '../search/order-search.store.js';
import { isFinished, type WorkOrder } from '../work-order/work-order.js';
import { holdWorkOrder, WORK_ORDERS } from '../work-order/work-order.store.js';
import type {
  ConcludeInput,
  MoveWhistleInput,
  WhistleDetailDto,
  WhistleDto,
  WhistleInput,
  WhistleMarkInput,
  WhistleQuery,
} from './whistle.dto.js';
import { refuseWhistle } from './whistle.errors.js';
import { moved, movedInWords, notMetYet, ownSummons, tooEarly, type Whistle, whistle, withSummons } from './whistle.js';
import { calledAlready, countMoves, countWhistles, holdWhistles, placeWhistle, WHISTLES } from './whistle.store.js';
import { toWhistleDetailDto, toWhistleDto } from './whistle.view.js';

/** 吹哨报到: a street summons departments to a matter; they come or not, and both sides mark each other. */
@Injectable()
export class WhistleService {
  constructor(
    private readonly transactor: Transactor,
    private readonly reference: ReferenceData,
  ) {}

  /** @param target the order that it is about, and the version the caller has read */
  whistle(actor: Actor, target: Target, { departments, place, meetAt, reason }: WhistleInput): Promise<WhistleDto> {
    return this.transactor.transact(actor, async (tx) => {
      const reference = this.reference.current;
      const order = await WORK_ORDERS.load(tx, target.id, target.ifMatch);
      if (isFinished(order)) throw refuseWhistle('whistle.order_ended');
      const street = actor.org === undefined ? undefined : reference.organisation(actor.org);
      if (!street || !isStreet(street)) throw refuseWhistle('whistle.not_a_street');
      const { coHandlers } = unwrap(reference.assignment(street.code, departments));
      const barred = coHandlers.find(({ id }) => isBarred(reference, order, id)); // nor who took over the work of one that is named
      if (barred) throw refuse('work_order.organisation_barred', { organisation: barred.code }, '/departments');
      const at = timeToMeet(meetAt, reference.contextAt(tx.now));
      const call = { organisationId: street.id, summoned: coHandlers.map(({ id }) => id), place, meetAt: at };
      const called = whistle(order, call, reference.contextAt(tx.now));
      await refuseOneMore(tx, order, called, reference.policies['whistles-per-order']);
      holdWorkOrder(tx, order);
      return this.show(placeWhistle(tx, called, reason), tx);
    });
  }

  list(actor: Actor, query: WhistleQuery): Promise<Page<WhistleDto>> {
    return this.transactor.read(actor, async (tx) =>
      mapPage(await WHISTLES.list(tx, { ...query, q: await WORK_ORDER_SEARCH.seek(tx, query.q) }), (found) => this.show(found, tx)),
    );
  }

  get(actor: Actor, id: string): Promise<WhistleDetailDto> {
    return this.transactor.read(actor, async (tx) => {
      const found = await WHISTLES.load(tx, id);
      return toWhistleDetailDto(found, await WHISTLES.history(tx, found), this.view(tx));
    });
  }

  /** 报到: late from `arriveBy` on. */
  arrive(actor: Actor, { id, ifMatch }: Target): Promise<WhistleDto> {
    return this.transactor.transact(actor, async (tx) => {
      const found = await WHISTLES.load(tx, id, ifMatch);
      WHISTLES.step(tx, found, 'arrive');
      const early = tooEarly(found, tx.now);
      if (early) throw early;
      const arrived = { arrivedAt: tx.now.toISOString(), onTime: tx.now <= found.arriveBy };
      const summoned = withSummons(found, ownOf(found, tx), arrived);
      return this.show(WHISTLES.take(tx, found, 'arrive', { summoned }), tx);
    });
  }

  /** 改期、改地点: while nobody has come. All who were summoned are told. */
  move(actor: Actor, { id, ifMatch }: Target, { place, meetAt, reason }: MoveWhistleInput): Promise<WhistleDto> {
    return this.transactor.transact(actor, async (tx) => {
      const context = this.reference.current.contextAt(tx.now);
      const found = await WHISTLES.load(tx, id, ifMatch);
      WHISTLES.step(tx, found, 'move');
      const most = context.policies['whistle-moves'];
      if ((await countMoves(tx, found)) >= most) throw refuseWhistle('whistle.moved_too_often', { most: String(most) });
      const to = meetAt === undefined ? undefined : timeToMeet(meetAt, context);
      const changes = unwrap(moved(found, { place, meetAt: to }, context));
      await holdWhistles(tx, found.workOrderId);
      await refuseSame(tx, { ...found, ...changes });
      return this.show(WHISTLES.take(tx, found, 'move', changes, { reason: movedInWords(found, { ...found, ...changes }, reason) }), tx);
    });
  }

  /** 办结: what came of it. */
  conclude(actor: Actor, { id, ifMatch }: Target, { result, text }: ConcludeInput): Promise<WhistleDto> {
    return this.transactor.transact(actor, async (tx) => {
      const found = await WHISTLES.load(tx, id, ifMatch);
      WHISTLES.step(tx, found, 'conclude');
      const early = notMetYet(found, tx.now);
      if (early) throw early;
      return this.show(WHISTLES.take(tx, found, 'conclude', { result, concludedAt: tx.now }, { reason: text }), tx);
    });
  }

  cancel(actor: Actor, { id, ifMatch }: Target, reason: string): Promise<WhistleDto> {
    return this.transactor.transact(actor, async (tx) =>
      this.show(WHISTLES.take(tx, await WHISTLES.load(tx, id, ifMatch), 'cancel', {}, { reason }), tx),
    );
  }

  /** 双向评分: the street marks a department that it names, a department the street. */
  mark(actor: Actor, { id, ifMatch }: Target, { mark, department }: WhistleMarkInput): Promise<WhistleDto> {
    return this.transactor.transact(actor, async (tx) => {
      const { policies } = this.reference.current;
      const found = await WHISTLES.load(tx, id, ifMatch);
      WHISTLES.step(tx, found, 'mark');
      if (mark > policies['mark-scale']) throw refuse('part.mark_beyond_scale', { most: policies['mark-scale'] }, '/mark');
      return this.show(WHISTLES.take(tx, found, 'mark', { summoned: this.marked(tx, found, mark, department) }), tx);
    });
  }

  private marked(tx: Tx, found: Whistle, mark: number, department: string | undefined): Whistle['summoned'] {
    if (!actsFor(tx.actor.organisation, found.organisationId)) {
      const own = ownSummons(found, tx.actor.organisation);
      if (own?.markOfCaller != null) throw refuseWhistle('whistle.marked_already');
      return withSummons(found, own?.organisationId, { markOfCaller: mark });
    }
    const named = department === undefined ? undefined : this.reference.current.organisation(department)?.id;
    const marked = found.summoned.find(({ organisationId }) => organisationId === named);
    if (!marked) throw refuseWhistle('whistle.department_wanted', {}, '/department');
    if (marked.mark !== null) throw refuseWhistle('whistle.marked_already');
    return withSummons(found, marked.organisationId, { mark });
  }

  private show(found: Whistle, tx: ReadTx): WhistleDto {
    return toWhistleDto(found, this.view(tx));
  }

  private view({ actor, now }: ReadTx) {
    return { actor, now, reference: this.reference.current };
  }
}

/** Neither over, nor so far ahead that nobody waits for it. */
function timeToMeet(meetAt: string, { now, policies }: DecisionContext): Date {
  const at = new Date(meetAt);
  if (at <= now) throw refuseWhistle('whistle.in_the_past', {}, '/meetAt');
  const latest = new Date(now.getTime() + policies['whistle-ahead-days'] * DAY_MS);
  if (at > latest) throw refuseWhistle('whistle.too_far_ahead', { latest: latest.toISOString() }, '/meetAt');
  return at;
}

/** Few enough for those who are summoned, and none of the same twice: counted while nobody else whistles about the order. */
async function refuseOneMore(tx: Tx, order: WorkOrder, called: Whistle, most: number): Promise<void> {
  if ((await countWhistles(tx, order, most)) >= most) throw refuseWhistle('whistle.too_many', { most: String(most) });
  await refuseSame(tx, called);
}

/** Not the same twice to one hour. */
async function refuseSame(tx: Tx, called: Whistle): Promise<void> {
  const same = await calledAlready(tx, called);
  if (same) throw refuseWhistle('whistle.called_already', { id: same }, '/meetAt');
}

/** The summoned one that the caller acts for; nobody where the state table refuses the action. */
const ownOf = (found: Whistle, { actor }: ReadTx): string | undefined => ownSummons(found, actor.organisation)?.organisationId;
