import { Injectable } from '@nestjs/common';
import { dueAt } from '@zero-distance/calendar';
import { idsOf } from '@zero-distance/files';
import { type Actor, unwrap } from '@zero-distance/kernel';
import { type ReadTx, Transactor, type Tx } from '@zero-distance/persistence';
import { mapPage, type Page, type Target } from '@zero-distance/platform';
import { ReferenceData } from '../../reference/reference.service.js';
import { FILES } from '../file/file.store.js';
import { holdWorkOrder, WORK_ORDERS } from '../work-order/work-order.store.js';
import type {
  AnswerSupervisionInput,
  OpenSupervisionInput,
  SupervisionOrderDetailDto,
  SupervisionOrderDto,
  SupervisionOrderQuery,
} from './supervision-order.dto.js';
import { refuseSupervision } from './supervision-order.errors.js';
import { knownAs, openSupervision, type SupervisionOrder, withoutAnswer } from './supervision-order.js';
import {
  countTakenBack,
  mostSupervisionsOf,
  openAlready,
  placeSupervision,
  SUPERVISION_ORDERS,
  saidOfSupervisions,
  toldLateAt,
} from './supervision-order.store.js';
import { toSupervisionOrderDetailDto, toSupervisionOrderDto } from './supervision-order.view.js';
import { SUPERVISION_SEARCH } from './supervision-search.store.js';

/** 督办: leaders and the centre hold an organisation to account for its orders; it answers, and who opened it closes it or sends it back. */
@Injectable()
export class SupervisionOrderService {
  constructor(
    private readonly transactor: Transactor,
    private readonly reference: ReferenceData,
  ) {}

  open(actor: Actor, { cause, workOrderIds, reason }: OpenSupervisionInput): Promise<SupervisionOrderDto> {
    return this.transactor.transact(actor, async (tx) => {
      const orders = await Promise.all(workOrderIds.map((id) => WORK_ORDERS.load(tx, id)));
      const openedBy = actor.roles.includes('leader') ? 'leader' : 'centre';
      const opened = unwrap(openSupervision(cause, orders, openedBy, this.reference.current.contextAt(tx.now)));
      await this.refuseOneMore(tx, opened);
      for (const order of orders) holdWorkOrder(tx, order);
      const said = { reason, answer: null, orders: orders.map(knownAs) };
      return toSupervisionOrderDto(placeSupervision(tx, opened, orders, reason), said, this.view(tx));
    });
  }

  list(actor: Actor, query: SupervisionOrderQuery): Promise<Page<SupervisionOrderDto>> {
    return this.transactor.read(actor, async (tx) => {
      const page = await SUPERVISION_ORDERS.list(tx, { ...query, q: await SUPERVISION_SEARCH.seek(tx, query.q) });
      const said = await saidOfSupervisions(tx, page.items);
      return mapPage(page, (found) => toSupervisionOrderDto(found, said(found), this.view(tx)));
    });
  }

  get(actor: Actor, id: string): Promise<SupervisionOrderDetailDto> {
    return this.transactor.read(actor, async (tx) => {
      const found = await SUPERVISION_ORDERS.load(tx, id);
      const [said, history, files] = await Promise.all([
        saidOfSupervisions(tx, [found]),
        SUPERVISION_ORDERS.history(tx, found),
        FILES.byStep(tx, 'supervision-order', id),
      ]);
      return toSupervisionOrderDetailDto(found, said(found), { history, files }, this.view(tx));
    });
  }

  /** 答复: by who leads the orders; who opened it has its time to decide from then. */
  answer(actor: Actor, { id, ifMatch }: Target, { text, files }: AnswerSupervisionInput): Promise<SupervisionOrderDto> {
    return this.transactor.transact(actor, async (tx) => {
      const found = await SUPERVISION_ORDERS.load(tx, id, ifMatch);
      SUPERVISION_ORDERS.step(tx, found, 'answer');
      const shown = await FILES.read(tx, files, 'result');
      FILES.attach(tx, { kind: 'supervision-order', id }, shown);
      const answered = { answeredAt: tx.now, answeredBy: actor.id, answerDueAt: found.dueAt, onTime: tx.now <= found.dueAt };
      const changes = { ...answered, ...this.dueFrom(tx.now, 'decision-limit') };
      return this.show(SUPERVISION_ORDERS.take(tx, found, 'answer', changes, { reason: text, fileIds: idsOf(shown) }), tx, text);
    });
  }

  /** 撤回答复: by who gave it, before it is decided about. */
  takeBack(actor: Actor, { id, ifMatch }: Target, reason: string): Promise<SupervisionOrderDto> {
    return this.transactor.transact(actor, async (tx) => {
      const found = await SUPERVISION_ORDERS.load(tx, id, ifMatch);
      SUPERVISION_ORDERS.step(tx, found, 'take-back');
      const { 'reports-per-order': most } = this.reference.current.policies;
      if ((await countTakenBack(tx, found)) >= most)
        throw refuseSupervision('supervision_order.taken_back_too_often', { most: String(most) });
      return this.show(SUPERVISION_ORDERS.take(tx, found, 'take-back', withoutAnswer(found, await toldLateAt(tx, found)), { reason }), tx);
    });
  }

  /** 退回: the answer was not one, and the time to answer begins anew. */
  return(actor: Actor, { id, ifMatch }: Target, reason: string): Promise<SupervisionOrderDto> {
    return this.transactor.transact(actor, async (tx) => {
      const found = await SUPERVISION_ORDERS.load(tx, id, ifMatch);
      const changes = { answeredAt: null, answerDueAt: null, onTime: null, ...this.dueFrom(tx.now, 'supervision-limit') };
      return this.show(SUPERVISION_ORDERS.take(tx, found, 'return', changes, { reason }), tx);
    });
  }

  /** 销号, 撤销. */
  end(actor: Actor, { id, ifMatch }: Target, action: 'close' | 'revoke', reason: string): Promise<SupervisionOrderDto> {
    return this.transactor.transact(actor, async (tx) => {
      const found = await SUPERVISION_ORDERS.load(tx, id, ifMatch);
      return this.show(SUPERVISION_ORDERS.take(tx, found, action, { closedAt: tx.now }, { reason }), tx);
    });
  }

  /** Few enough for who has to answer, and none of the same twice: counted while nobody else opens one of these orders. */
  private async refuseOneMore(tx: Tx, opened: SupervisionOrder): Promise<void> {
    const { 'supervisions-per-order': most } = this.reference.current.policies;
    if ((await mostSupervisionsOf(tx, opened.workOrderIds)) >= most)
      throw refuseSupervision('supervision_order.too_many', { most: String(most) }, '/workOrderIds');
    const same = await openAlready(tx, opened);
    if (same) throw refuseSupervision('supervision_order.open_already', { id: same }, '/workOrderIds');
  }

  private dueFrom(now: Date, policy: 'supervision-limit' | 'decision-limit'): Pick<SupervisionOrder, 'dueAt' | 'remindedAt'> {
    const { policies, calendar } = this.reference.current;
    return { dueAt: dueAt(now, policies[policy], calendar).at, remindedAt: null };
  }

  /** @param answer that is given with it, and is not there to be read yet */
  private async show(found: SupervisionOrder, tx: ReadTx, answer?: string): Promise<SupervisionOrderDto> {
    const said = (await saidOfSupervisions(tx, [found]))(found);
    return toSupervisionOrderDto(found, { ...said, answer: answer ?? said.answer }, this.view(tx));
  }

  private view({ actor, now }: ReadTx) {
    return { actor, now, reference: this.reference.current };
  }
}
