import { Injectable } from '@nestjs/common';
import type { EventData } from '@zero-distance/contracts';
import type { EventContext } from '@zero-distance/messaging';
import type { Tx } from '@zero-distance/persistence';
import { refuse } from '../errors.js';
import { removeHandlers, saveHandlers } from '../participation/participation.store.js';
import { RequestEntity } from './request.entity.js';
import type { Request } from './request.js';
import { advance, record } from './request.store.js';
import { REQUEST_TRANSITIONS, type RequestAction, type RequestState } from './request.transitions.js';

type Answer = Pick<Request, 'publicAnswer' | 'repliedAt'>;

/** What the other services did to a request, as intake hears it. Each method is a part of the consumer's transaction. */
@Injectable()
export class RequestProgress {
  /** Keeps a heard event in the request's story. */
  remember({ tx, event }: EventContext, requestId: string, detail: Record<string, unknown>): void {
    const [service = '', noun, verb] = event.type.split('.');
    record(tx, requestId, { service, action: `${noun}.${verb}`, at: event.time, detail });
  }

  /** 已派单: an organisation has it. Heard again when the order is given to another. */
  async dispatched(tx: Tx, data: EventData<'dispatch.work-order.dispatched.v1'>): Promise<void> {
    const request = await load(tx, data.sourceId);
    // Withdrawn or answered while the order was on its way: dispatch hears of that and ends the order.
    if (!canHappen('dispatch', request)) return;
    advance(tx, request, 'dispatch', { workOrderId: data.workOrderId, organisationId: data.leadOrganisationId });
    saveHandlers(
      tx,
      request.id,
      [data.leadOrganisationId, ...data.coOrganisationIds].filter((id) => id !== null),
    );
  }

  /** 退单: who had it sees it no more; the centre gives it to another. */
  orderReturned(tx: Tx, data: EventData<'dispatch.work-order.returned.v1'>): void {
    removeHandlers(tx, data.sourceId);
  }

  /** 退回受理: the order ended without an answer. When it ended because a clerk settled the request, there is nothing to decide. */
  async orderTerminated(tx: Tx, data: EventData<'dispatch.work-order.terminated.v1'>): Promise<void> {
    const request = await load(tx, data.sourceId);
    removeHandlers(tx, request.id);
    if (SETTLED_HERE.includes(request.state)) return;
    // Not dispatched here yet: the dispatching, heard before, was passed over because a clerk was faster; or it never was.
    if (canHappen('return', request)) advance(tx, request, 'return', { workOrderId: null, organisationId: null }, data.reasonCode);
  }

  /** 转调解: a case is open. */
  async mediating(tx: Tx, requestId: string, caseId: string): Promise<void> {
    const request = await load(tx, requestId);
    if (!canHappen('mediate', request)) return; // withdrawn meanwhile: the case hears of that
    advance(tx, request, 'mediate', { caseId });
  }

  /** 已答复 by a work order. Throws until what comes before it has been heard: the transport tries again. */
  async answeredByWorkOrder(tx: Tx, data: EventData<'dispatch.work-order.approved.v1'>): Promise<void> {
    const answer = { publicAnswer: data.publicAnswer, repliedAt: new Date(data.repliedAt) };
    const change = { answeredBy: 'dispatch' as const, workOrderId: data.workOrderId, organisationId: data.leadOrganisationId };
    await this.reply(tx, data.sourceId, { ...answer, ...change });
  }

  /** 已答复 by a mediation, whatever its outcome. */
  async answeredByCase(tx: Tx, requestId: string, caseId: string, publicAnswer: string): Promise<void> {
    await this.reply(tx, requestId, { answeredBy: 'case-mediation', caseId, publicAnswer, repliedAt: tx.now });
  }

  /** 已办结, or 重办 when the requester was not content. */
  async calledBack(tx: Tx, data: EventData<'evaluation.callback.recorded.v1'>): Promise<void> {
    const request = await load(tx, data.requestId);
    if (data.outcome === 'closed') advance(tx, request, 'close', { closedAt: tx.now });
    else advance(tx, request, 'reopen', { round: request.round + 1 });
  }

  private async reply(tx: Tx, requestId: string, change: Partial<Request> & Answer): Promise<void> {
    const request = await load(tx, requestId);
    if (SETTLED_HERE.includes(request.state)) return; // a clerk was faster: the answer came too late to matter
    advance(tx, request, 'reply', change);
  }
}

/** Throws when the request is not known here: an event about it can't be true, and becomes a dead letter. */
async function load(tx: Tx, id: string): Promise<Request> {
  const request = await tx.findOne(RequestEntity, { id });
  if (!request) throw refuse('request.not_found', { id });
  return request;
}

/** Settled by a clerk, without anybody else. */
const SETTLED_HERE: readonly RequestState[] = ['withdrawn', 'answered', 'declined'];

const canHappen = (action: RequestAction, request: Request): boolean =>
  REQUEST_TRANSITIONS.rows.some((row) => row.action === action && row.from.includes(request.state));
