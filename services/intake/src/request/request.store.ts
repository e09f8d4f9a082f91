import { narrowerArea, newId, unwrap } from '@zero-distance/kernel';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import { areaConditions, type MatterReach, selectReached, withinReach } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { REQUESTS_SEEN } from '../participation/participation.store.js';
import { RequestEntity, RequestHistoryEntity } from './request.entity.js';
import { REQUEST_EVENTS, type Request, transition } from './request.js';
import type { RequestAction } from './request.transitions.js';

/** A row and the masked requester beside it. */
export type RequestRow = RequestEntity & { nameMasked: string | null; phoneMasked: string | null };

/** Which requests to find; what is left out does not narrow. */
export interface RequestFilter {
  readonly within?: string;
  readonly state?: string;
  readonly kind?: string;
  readonly number?: string;
  readonly upstreamReference?: string;
  readonly phoneIndex?: string;
  /** Without those whose requester is not to be known. */
  readonly openRequesters?: boolean;
  /** Rows before this id, newest first. */
  readonly before?: string;
  readonly limit: number;
}

/** The conditions of what is asked for. */
function conditionsOf(area: string, filter: RequestFilter, given: (value: unknown) => string): string[] {
  const parts = areaConditions(area, given, 'r.area_code');
  const add = (sql: string, value: unknown) => {
    if (value !== undefined && value !== '') parts.push(sql.replace('?', given(value)));
  };
  add('r.state = ?', filter.state);
  add('r.kind = ?', filter.kind);
  add('r.number = ?', filter.number);
  add('r.upstream_reference = ?', filter.upstreamReference);
  add('q.phone_index = ?', filter.phoneIndex);
  add('r.id < ?', filter.before);
  if (filter.openRequesters) parts.push('not r.confidential');
  return parts;
}

const shown = (
  tx: ReadTx,
): string => `select ${tx.columns(RequestEntity, 'r')}, q.name_masked as "nameMasked", q.phone_masked as "phoneMasked"
  from request r left join requester q on q.request_id = r.id`;

/** Requests within the caller's reach, newest first. */
export async function findRequests(tx: ReadTx, reach: MatterReach, filter: RequestFilter): Promise<RequestRow[]> {
  const area = narrowerArea(reach.area, filter.within);
  if (area === undefined) return [];
  const params: unknown[] = [];
  const given = (value: unknown) => `$${params.push(value)}`;
  const page = { select: shown(tx), conditions: conditionsOf(area, filter, given), limit: filter.limit };
  return tx.page<RequestRow>(selectReached(reach, given, REQUESTS_SEEN, page), params);
}

/** The request, or 404: also when it lies beyond the caller's reach. */
export async function needRequest(tx: ReadTx, reach: MatterReach, id: string): Promise<RequestRow> {
  const params: unknown[] = [];
  const given = (value: unknown) => `$${params.push(value)}`;
  const sql = `${shown(tx)} where r.id = ${given(id)} and ${withinReach(reach, given, REQUESTS_SEEN)}`;
  const [row] = await tx.query<RequestRow>(sql, params);
  if (!row) throw refuse('request.not_found', { id });
  return row;
}

/** Queues a step of a request: the change, its history, its event. Throws the refusal when the table has no such row. */
export function advance(
  tx: Tx,
  request: Request,
  action: RequestAction,
  changes: Partial<Request> = {},
  reason: string | null = null,
): Request {
  const { before, after, event, ...step } = unwrap(transition(request, action, tx.actor, changes));
  tx.update(RequestEntity, before, step.changes);
  record(tx, after.id, { action, fromState: before.state, toState: after.state, actorId: tx.actor.id, reason });
  tx.emit(event, after, REQUEST_EVENTS[event](after, tx.now, reason ?? action));
  return after;
}

/** Queues a line of the request's story. */
export function record(tx: Tx, requestId: string, line: Partial<RequestHistoryEntity> & { action: string }): void {
  tx.append(RequestHistoryEntity, { id: newId(), requestId, at: tx.now, service: 'intake', ...line });
}

/** The whole story, oldest first. */
export function findHistory(tx: ReadTx, requestId: string): Promise<RequestHistoryEntity[]> {
  const sql = `select ${tx.columns(RequestHistoryEntity)} from request_history where request_id = $1 order by at, id`;
  return tx.query<RequestHistoryEntity>(sql, [requestId]);
}
