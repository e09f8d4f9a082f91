import { Injectable } from '@nestjs/common';
import { dueAt } from '@zero-distance/calendar';
import type { PartEnding } from '@zero-distance/contracts';
import { idsOf } from '@zero-distance/files';
import type { Actor } from '@zero-distance/kernel';
import { type ReadTx, Transactor, type Tx } from '@zero-distance/persistence';
import { mapPage, type Page, type Target } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { isBarred } from '../../reference/barred.js';
import { ReferenceData } from '../../reference/reference.service.js';
import { FILES } from '../file/file.store.js';
import { WORK_ORDER_SEARCH } from '../search/order-search.store.js';
import type { PartDetailDto, PartDto, PartQuery, ReportInput } from './part.dto.js';
import { refusePart } from './part.errors.js';
import { isInTime, isParked, mayStill, type OrderOfPart, type Part, partsDueAt, WITHOUT_REPORT, whyOver } from './part.js';
import { countTakenBack, holdParts, orderOf, ordersOf, PARTS } from './part.store.js';
import { toPartDetailDto, toPartDto } from './part.view.js';

/** 协办: what co-handlers do of an order, and how its lead marks it. */
@Injectable()
export class PartService {
  constructor(
    private readonly transactor: Transactor,
    private readonly reference: ReferenceData,
  ) {}

  list(actor: Actor, query: PartQuery): Promise<Page<PartDto>> {
    return this.transactor.read(actor, async (tx) => {
      const page = await PARTS.list(tx, { ...query, q: await WORK_ORDER_SEARCH.seek(tx, query.q) });
      const reasons = await PARTS.words(tx, page.items, 'return');
      const whyOverOf = await this.overOf(tx, page.items);
      return mapPage(page, (found) => toPartDto(found, reasons.get(found.id) ?? null, { ...this.view(tx), over: whyOverOf(found) }));
    });
  }

  get(actor: Actor, id: string): Promise<PartDetailDto> {
    return this.transactor.read(actor, async (tx) => {
      const found = await PARTS.load(tx, id);
      const [history, files, over] = await Promise.all([PARTS.history(tx, found), FILES.byStep(tx, 'part', id), this.overOf(tx, [found])]);
      return toPartDetailDto(found, { history, files }, { ...this.view(tx), over: over(found) });
    });
  }

  accept(actor: Actor, target: Target): Promise<PartDto> {
    return this.transactor.transact(actor, async (tx) => {
      const { part } = await this.loadFor(tx, target, 'accept');
      return this.show(PARTS.take(tx, part, 'accept'), tx);
    });
  }

  /** 反馈: late, it says why. */
  report(actor: Actor, target: Target, { text, lateReason, files }: ReportInput): Promise<PartDto> {
    return this.transactor.transact(actor, async (tx) => {
      const { part } = await this.loadFor(tx, target, 'report');
      const onTime = isInTime(part, tx.now);
      if (!onTime && lateReason === undefined) throw refuse('part.late_reason_wanted', { until: part.dueAt.toISOString() }, '/lateReason');
      if (onTime && lateReason !== undefined) throw refuse('part.not_late', { until: part.dueAt.toISOString() }, '/lateReason');
      const shown = await FILES.read(tx, files, 'result');
      FILES.attach(tx, { kind: 'part', id: part.id }, shown);
      const changes = { reportedAt: tx.now, reportedBy: tx.actor.id, report: text, onTime, lateReason: lateReason ?? null };
      return this.show(PARTS.take(tx, part, 'report', changes, { reason: inWords(text, lateReason), fileIds: idsOf(shown) }), tx);
    });
  }

  /** 撤回反馈: by who reported it, while the lead has not answered. */
  takeBack(actor: Actor, target: Target, reason: string): Promise<PartDto> {
    return this.transactor.transact(actor, async (tx) => {
      const { policies } = this.reference.current;
      await holdParts(tx, (await PARTS.load(tx, target.id)).workOrderId);
      const { part } = await this.loadFor(tx, target, 'take-back');
      const most = policies['reports-per-order'];
      if ((await countTakenBack(tx, part)) >= most) throw refusePart('part.taken_back_too_often', { most });
      return this.show(PARTS.take(tx, part, 'take-back', WITHOUT_REPORT, { reason }), tx);
    });
  }

  /** 退回协办: it says why it is not its matter, and the centre has its time to decide. */
  return(actor: Actor, target: Target, reason: string): Promise<PartDto> {
    return this.transactor.transact(actor, async (tx) => {
      const { policies, calendar } = this.reference.current;
      const { part } = await this.loadFor(tx, target, 'return');
      const changes = { dueAt: dueAt(tx.now, policies['decision-limit'], calendar).at, remindedAt: null };
      return toPartDto(PARTS.take(tx, part, 'return', changes, { reason }), reason, this.view(tx));
    });
  }

  /** 维持协办: its time begins anew. Where the centre agrees, it names the order's co-handlers anew. */
  insist(actor: Actor, target: Target, reason: string): Promise<PartDto> {
    return this.transactor.transact(actor, async (tx) => {
      await holdParts(tx, (await PARTS.load(tx, target.id)).workOrderId);
      const { part, order } = await this.loadFor(tx, target, 'insist');
      const due = partsDueAt(order, this.reference.current.contextAt(tx.now));
      const changes = { isInsisted: true, isPaused: isParked(order), dueAt: due, remindedAt: null };
      return this.show(PARTS.take(tx, part, 'insist', changes, { reason }), tx);
    });
  }

  /** 评分 by the lead, once it has answered: of a part that never came in too. */
  mark(actor: Actor, target: Target, mark: number): Promise<PartDto> {
    return this.transactor.transact(actor, async (tx) => {
      const { part } = await this.loadFor(tx, target, 'mark');
      const most = this.reference.current.policies['mark-scale'];
      if (mark > most) throw refuse('part.mark_beyond_scale', { most }, '/mark');
      return this.show(PARTS.take(tx, part, 'mark', { mark }), tx);
    });
  }

  /** A part that the caller may act on, and its order; refused where the order is no longer as the part found it. A closed order's parts are marked yet. */
  private async loadFor(
    tx: Tx,
    { id, ifMatch }: Target,
    action: 'accept' | 'report' | 'take-back' | 'return' | 'insist' | 'mark',
  ): Promise<{ part: Part; order: OrderOfPart }> {
    const part = await PARTS.load(tx, id, ifMatch);
    PARTS.step(tx, part, action);
    const order = await orderOf(tx, part);
    const over = whyOver(part, order, (one) => isBarred(this.reference.current, order, one));
    if (over && !mayStill(action, over)) throw refuse('part.over', { reason: over });
    return { part, order };
  }

  private async show(found: Part, tx: ReadTx): Promise<PartDto> {
    const reasons = await PARTS.words(tx, [found], 'return');
    return toPartDto(found, reasons.get(found.id) ?? null, this.view(tx));
  }

  /** Why parts as they were read are over, where they are: what is over is not offered. */
  private async overOf(tx: ReadTx, parts: readonly Part[]): Promise<(part: Part) => PartEnding | undefined> {
    const orders = await ordersOf(tx, parts);
    return (part) => {
      const order = orders.get(part.workOrderId);
      return order && whyOver(part, order, (one) => isBarred(this.reference.current, part, one));
    };
  }

  /** To whom it is shown: after a step, of what is not over. */
  private view({ actor, now }: ReadTx) {
    return { actor, now, reference: this.reference.current, over: undefined };
  }
}

/** 反馈 as the history keeps it, when it was taken back too. */
const inWords = (text: string, lateReason: string | undefined): string =>
  lateReason === undefined ? text : `${text}（迟报理由：${lateReason}）`;
