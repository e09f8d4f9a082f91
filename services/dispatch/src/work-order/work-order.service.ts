import { Injectable } from '@nestjs/common';
import { type Actor, newId, ok, type Result, SYSTEM, unwrap } from '@zero-distance/kernel';
import { expectVersion, Transactor, type Tx } from '@zero-distance/persistence';
import { decodeCursor, encodeCursor, type MatterReach, type Page, reachOf, toPage } from '@zero-distance/platform';
import { readLedger } from '../deadline/deadline.store.js';
import { refuse } from '../errors.js';
import type { RegisterSnapshot } from '../register/register.js';
import { Registers } from '../register/register.service.js';
import { approved, dispatched, nothingMore, type Outcome, rejected, replied, returned, terminated } from './outcome.js';
import { isLead } from './reach.js';
import { type Designation, designate } from './routing.js';
import { transition, type WorkOrderStep } from './step.js';
import type { WorkOrderDetailDto, WorkOrderDto, WorkOrderQuery } from './work-order.dto.js';
import { openAgain, type ReplyResult, type Setting, type WorkOrder } from './work-order.js';
import { listWorkOrders, loadWorkOrder, markReplaced, placeWorkOrder, readHistory, updateWorkOrder } from './work-order.store.js';
import type { WorkOrderAction } from './work-order.transitions.js';
import { toDetailDto, toDto, type View } from './work-order-view.dto.js';

/** The order an action is for, and the version the caller has read, if it said so. */
export interface Target {
  readonly id: string;
  readonly version?: number;
}

/** What an action is judged by, and what it comes to. */
type Rule = (order: WorkOrder, setting: Setting, registers: RegisterSnapshot) => Result<Outcome>;

/** What people and departments' systems do with orders. Each action is one read and one statement. */
@Injectable()
export class WorkOrderService {
  constructor(
    private readonly transactor: Transactor,
    private readonly registers: Registers,
  ) {}

  dispatch(actor: Actor, target: Target, designation: Designation): Promise<WorkOrderDto> {
    return this.act(actor, target, 'dispatch', (order, setting, registers) => {
      const assignment = designate(registers, order, designation, actor, setting.now);
      return assignment.ok ? ok(dispatched(order, assignment.value, setting)) : assignment;
    });
  }

  /** 再次派单: a new order for a request whose order was terminated, given to whom the centre names. */
  dispatchAgain(actor: Actor, { id, version }: Target, designation: Designation): Promise<WorkOrderDto> {
    return this.transactor.transact(actor, async (tx: Tx) => {
      const registers = this.registers.current;
      const setting = settingAt(tx.now, registers);
      const ended = await loadWorkOrder(tx, id, reachIn(registers, actor));
      expectVersion(ended.version, version);
      const opened = openAgain(ended, newId(), setting);
      if (!opened) throw refuse('work_order.not_dispatched_again', { state: ended.state });
      const assignment = unwrap(designate(registers, opened, designation, actor, setting.now));
      const party = { actor, isLead: false };
      const step = unwrap(transition(opened, 'dispatch', party, setting, () => ok(dispatched(opened, assignment, setting))));
      markReplaced(tx, ended);
      return toDto(placeWorkOrder(tx, opened, { by: actor, steps: [step] }, setting.policies), this.view(actor, registers, tx.now));
    });
  }

  accept(actor: Actor, target: Target): Promise<WorkOrderDto> {
    return this.act(actor, target, 'accept', () => ok(nothingMore));
  }

  start(actor: Actor, target: Target): Promise<WorkOrderDto> {
    return this.act(actor, target, 'start', () => ok(nothingMore));
  }

  reply(actor: Actor, target: Target, result: ReplyResult, text: string): Promise<WorkOrderDto> {
    return this.act(actor, target, 'reply', (order, setting) => ok(replied(order, result, text, actor.id, setting)));
  }

  reject(actor: Actor, target: Target, code: string, reason: string): Promise<WorkOrderDto> {
    return this.act(actor, target, 'reject', (order) => ok(rejected(order, code, reason)));
  }

  /** Releases the answer. A hazard has no requester to ask, so its order is closed at once. */
  approve(actor: Actor, target: Target, publicAnswer: string): Promise<WorkOrderDto> {
    return this.act(actor, target, 'approve', (order) => ok(approved(order, publicAnswer)), closeUnlessAsked);
  }

  return(actor: Actor, target: Target, code: string, reason: string): Promise<WorkOrderDto> {
    return this.act(actor, target, 'return', (order, setting) => ok(returned(order, code, reason, setting)));
  }

  terminate(actor: Actor, target: Target, code: string, reason: string): Promise<WorkOrderDto> {
    return this.act(actor, target, 'terminate', () => ok(terminated(code, reason)));
  }

  async list(actor: Actor, query: WorkOrderQuery): Promise<Page<WorkOrderDto>> {
    const registers = this.registers.current;
    const now = new Date();
    const { organisation, requestId, limit, cursor } = query;
    const organisationId = organisation === undefined ? undefined : registers.organisation(organisation)?.id;
    if (organisation !== undefined && !organisationId) return { items: [], next: null };
    const [before] = decodeCursor(cursor, ['uuid']) ?? [];
    const filter = {
      ...query,
      organisationId,
      sourceId: requestId ?? query.sourceId,
      type: requestId ? ('request' as const) : undefined,
      overdue: query.overdue,
      before,
      limit: limit + 1,
    };
    const rows = await this.transactor.read(actor, (tx) => listWorkOrders(tx, now, reachIn(registers, actor), filter));
    return toPage(
      rows,
      limit,
      (order) => toDto(order, this.view(actor, registers, now)),
      (order) => encodeCursor(order.id),
    );
  }

  /** The order with its deadline ledger, explained, and its history. */
  async get(actor: Actor, id: string): Promise<WorkOrderDetailDto> {
    const registers = this.registers.current;
    return this.transactor.read(actor, async (tx) => {
      const order = await loadWorkOrder(tx, id, reachIn(registers, actor));
      const [ledger, history] = await Promise.all([readLedger(tx, order), readHistory(tx, order)]);
      return toDetailDto(order, ledger, history, this.view(actor, registers, tx.now));
    });
  }

  private act(
    actor: Actor,
    { id, version }: Target,
    action: WorkOrderAction,
    rule: Rule,
    then: (step: WorkOrderStep, setting: Setting) => WorkOrderStep[] = () => [],
  ): Promise<WorkOrderDto> {
    return this.transactor.transact(actor, async (tx: Tx) => {
      const registers = this.registers.current;
      const setting = settingAt(tx.now, registers);
      const order = await loadWorkOrder(tx, id, reachIn(registers, actor));
      expectVersion(order.version, version);
      const party = { actor, isLead: isLead(actor, order, registers) };
      const step = unwrap(transition(order, action, party, setting, (before) => rule(before, setting, registers)));
      const after = updateWorkOrder(tx, order, [step, ...then(step, setting)]);
      return toDto(after, this.view(actor, registers, tx.now));
    });
  }

  private view = (actor: Actor, registers: RegisterSnapshot, now: Date): View => ({ actor, registers, now });
}

/** How far a caller sees among orders, by the registers in memory. */
const reachIn = (registers: RegisterSnapshot, actor: Actor): MatterReach =>
  reachOf(actor, actor.org === undefined ? undefined : registers.organisation(actor.org));

/** What orders are judged by at a moment, from registers that belong together. */
export const settingAt = (now: Date, { policies, calendar }: RegisterSnapshot): Setting => ({ now, policies, calendar });

/** An action of the system, after or without a person's. */
export function takeAsSystem(order: WorkOrder, action: WorkOrderAction, setting: Setting, outcome: Outcome): WorkOrderStep {
  return unwrap(transition(order, action, { actor: SYSTEM, isLead: false }, setting, () => ok(outcome)));
}

const closeUnlessAsked = ({ after }: WorkOrderStep, setting: Setting): WorkOrderStep[] =>
  after.type === 'request' ? [] : [takeAsSystem(after, 'close', setting, nothingMore)];
