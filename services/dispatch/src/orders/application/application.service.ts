import { Injectable } from '@nestjs/common';
import { dueAt } from '@zero-distance/calendar';
import { idsOf } from '@zero-distance/files';
import { type Actor, unwrap } from '@zero-distance/kernel';
import { type ReadTx, Transactor, type Tx } from '@zero-distance/persistence';
import { mapPage, type Page, type Target } from '@zero-distance/platform';
import { readLedger } from '../../deadlines/deadline/deadline.store.js';
import { refuse } from '../../errors.js';
import { ReferenceData } from '../../reference/reference.service.js';
import { FILES } from '../file/file.store.js';
import { WORK_ORDER_SEARCH } from '../search/order-search.store.js';
import type { Assignment } from '../work-order/outcome.js';
import { isLead } from '../work-order/reach.js';
import { designate } from '../work-order/routing.js';
import { takeAsSystem } from '../work-order/step.js';
import type { WorkOrder } from '../work-order/work-order.js';
import { holdWorkOrder, saveSteps, WORK_ORDERS } from '../work-order/work-order.store.js';
import type { ApplicationDetailDto, ApplicationDto, ApplicationQuery, AskInput, GrantInput } from './application.dto.js';
import { type Application, ask } from './application.js';
import { APPLICATIONS, placeApplication } from './application.store.js';
import { toApplicationDetailDto, toApplicationDto } from './application.view.js';
import { whatFollows } from './granting.js';

/** 申请: what leads ask, and what the centre decides. An application and its order are changed together. */
@Injectable()
export class ApplicationService {
  constructor(
    private readonly transactor: Transactor,
    private readonly reference: ReferenceData,
  ) {}

  /** @param order what it is asked of, and the version the caller has read */
  ask(actor: Actor, order: Target, { reason, files, ...asked }: AskInput): Promise<ApplicationDto> {
    return this.transactor.transact(actor, async (tx) => {
      const reference = this.reference.current;
      const found = await WORK_ORDERS.load(tx, order.id, order.ifMatch);
      if (!isLead(actor, found, reference)) throw refuse('work_order.not_lead');
      const application = unwrap(ask(found, asked, actor.id, reference.contextAt(tx.now)));
      holdWorkOrder(tx, found);
      const evidence = await FILES.read(tx, files, 'request');
      FILES.attach(tx, { kind: 'application', id: application.id }, evidence);
      return toApplicationDto(placeApplication(tx, application, reason, idsOf(evidence)), reason, this.view(tx));
    });
  }

  list(actor: Actor, query: ApplicationQuery): Promise<Page<ApplicationDto>> {
    return this.transactor.read(actor, async (tx) => {
      const page = await APPLICATIONS.list(tx, { ...query, q: await WORK_ORDER_SEARCH.seek(tx, query.q) });
      const reasons = await APPLICATIONS.words(tx, page.items, 'ask');
      return mapPage(page, (found) => toApplicationDto(found, reasons.get(found.id) ?? null, this.view(tx)));
    });
  }

  get(actor: Actor, id: string): Promise<ApplicationDetailDto> {
    return this.transactor.read(actor, async (tx) => {
      const found = await APPLICATIONS.load(tx, id);
      const [history, files] = await Promise.all([APPLICATIONS.history(tx, found), FILES.of(tx, 'application', [id])]);
      return toApplicationDetailDto(found, { history, files: files.get(id) ?? [] }, this.view(tx));
    });
  }

  /** 同意: what was asked for happens to the order, in the same transaction. */
  grant(actor: Actor, { id, ifMatch }: Target, { reason, ...designation }: GrantInput): Promise<ApplicationDto> {
    return this.transactor.transact(actor, async (tx) => {
      const found = await APPLICATIONS.load(tx, id, ifMatch);
      const order = await WORK_ORDERS.load(tx, found.workOrderId);
      const granted = APPLICATIONS.take(tx, found, 'grant', { decidedAt: tx.now }, { reason });
      if (order.leadOrganisationId !== found.organisationId) throw refuse('application.order_moved_on');
      await this.follow(tx, found, order, reason, this.assignment(tx, found, order, { reason, ...designation }));
      return this.show(granted, tx);
    });
  }

  /** 不同意. */
  refuse(actor: Actor, { id, ifMatch }: Target, reason: string): Promise<ApplicationDto> {
    return this.transactor.transact(actor, async (tx) => {
      const { policies, calendar } = this.reference.current;
      const found = await APPLICATIONS.load(tx, id, ifMatch);
      const appealUntil = found.appealedBy === null ? dueAt(tx.now, policies['appeal-window'], calendar).at : null;
      return this.show(APPLICATIONS.take(tx, found, 'refuse', { decidedAt: tx.now, appealUntil }, { reason }), tx);
    });
  }

  /** 申请复核: once; the time to decide begins anew. */
  appeal(actor: Actor, { id, ifMatch }: Target, reason: string): Promise<ApplicationDto> {
    return this.transactor.transact(actor, async (tx) => {
      const { policies, calendar } = this.reference.current;
      const found = await APPLICATIONS.load(tx, id, ifMatch);
      const due = { dueAt: dueAt(tx.now, policies['decision-limit'], calendar).at, remindedAt: null, decidedAt: null, appealUntil: null };
      return this.show(APPLICATIONS.take(tx, found, 'appeal', { appealedBy: actor.id, ...due }, { reason }), tx);
    });
  }

  withdraw(actor: Actor, { id, ifMatch }: Target): Promise<ApplicationDto> {
    return this.transactor.transact(actor, async (tx) =>
      this.show(APPLICATIONS.take(tx, await APPLICATIONS.load(tx, id, ifMatch), 'withdraw'), tx),
    );
  }

  /** 撤销: an order that figures left out counts again. */
  revoke(actor: Actor, { id, ifMatch }: Target, reason: string): Promise<ApplicationDto> {
    return this.transactor.transact(actor, async (tx) =>
      this.show(APPLICATIONS.take(tx, await APPLICATIONS.load(tx, id, ifMatch), 'revoke', {}, { reason }), tx),
    );
  }

  /** Who leads from now on: named with a reassignment, and with nothing else. */
  private assignment({ actor, now }: Tx, { kind }: Application, order: WorkOrder, input: GrantInput): Assignment | undefined {
    const { leadOrganisation, coOrganisations, reason } = input;
    const isNamed = leadOrganisation !== undefined || coOrganisations !== undefined;
    if (kind !== 'reassignment' && isNamed) throw refuse('application.no_lead_wanted', { kind }, '/leadOrganisation');
    if (kind !== 'reassignment') return undefined;
    if (leadOrganisation === undefined) throw refuse('application.lead_wanted', {}, '/leadOrganisation');
    const assignment = unwrap(designate(this.reference.current, order, { leadOrganisation, coOrganisations, reason }, actor, now));
    if (assignment.leadOrganisationId !== order.leadOrganisationId) return assignment;
    throw refuse('work_order.same_lead', { organisation: leadOrganisation }, '/leadOrganisation');
  }

  private async follow(tx: Tx, found: Application, order: WorkOrder, reason: string, assignment?: Assignment): Promise<void> {
    const context = this.reference.current.contextAt(tx.now);
    const ledger = await readLedger(tx, order);
    const follows = whatFollows(found, order, { reason, ledger, assignment }, context);
    if (follows) saveSteps(tx, takeAsSystem(order, follows.action, context, follows.outcome));
  }

  private async show(found: Application, tx: ReadTx): Promise<ApplicationDto> {
    const reasons = await APPLICATIONS.words(tx, [found], 'ask');
    return toApplicationDto(found, reasons.get(found.id) ?? null, this.view(tx));
  }

  private view({ actor, now }: ReadTx) {
    return { actor, now, reference: this.reference.current };
  }
}
