import type { Actor } from '@zero-distance/kernel';
import { newId, unwrap } from '@zero-distance/kernel';
import type { Reading, Tx } from '@zero-distance/messaging';
import { areaConditions } from '@zero-distance/platform';
import { refuse } from '../errors.js';
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
  /** Rows before this id, newest first. */
  readonly before?: string;
  readonly limit: number;
}

/** The conditions of a read: what is asked for, and always what the caller may see. */
function conditions(actor: Actor, filter: RequestFilter): { where: string; params: unknown[] } {
  const params: unknown[] = [];
  const parts: string[] = [];
  const given = (value: unknown) => `$${params.push(value)}`;
  const add = (sql: string, value: unknown) => {
    if (value !== undefined && value !== '') parts.push(sql.replace('?', given(value)));
  };
  for (const area of new Set([actor.area, filter.within ?? ''])) parts.push(...areaConditions(area, given, 'r.area_code'));
  add('r.organisation_id = (select id from organisation where code = ?)', actor.org);
  add('r.state = ?', filter.state);
  add('r.kind = ?', filter.kind);
  add('r.number = ?', filter.number);
  add('r.upstream_reference = ?', filter.upstreamReference);
  add('q.phone_index = ?', filter.phoneIndex);
  add('r.id < ?', filter.before);
  return { where: parts.length > 0 ? `where ${parts.join(' and ')}` : '', params };
}

const shown = (tx: Reading): string => `${tx.columns(RequestEntity, 'r')}, q.name_masked as "nameMasked", q.phone_masked as "phoneMasked"
  from request r left join requester q on q.request_id = r.id`;

/** Requests the actor may see, newest first. A person's organisation sees those it was made the lead of. */
export async function findRequests(tx: Reading, filter: RequestFilter): Promise<RequestRow[]> {
  const { where, params } = conditions(tx.actor, filter);
  params.push(filter.limit);
  return tx.page<RequestRow>(`select ${shown(tx)} ${where} order by r.id desc limit $${params.length}`, params);
}

/** The request, or 404: also when it lies outside what the actor may see. */
export async function needRequest(tx: Reading, id: string): Promise<RequestRow> {
  const sql = `select ${shown(tx)} where r.id = $1 and r.area_code like $2 || '%'
    and ($3::text is null or r.organisation_id = (select id from organisation where code = $3))`;
  const [row] = await tx.query<RequestRow>(sql, [id, tx.actor.area, tx.actor.org ?? null]);
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
export function findHistory(tx: Reading, requestId: string): Promise<RequestHistoryEntity[]> {
  const sql = `select ${tx.columns(RequestHistoryEntity)} from request_history where request_id = $1 order by at, id`;
  return tx.query<RequestHistoryEntity>(sql, [requestId]);
}
