import { type Actor, narrowerArea, newId } from '@zero-distance/kernel';
import type { Reading, Tx } from '@zero-distance/messaging';
import { refuse } from '../errors.js';
import { CallbackEntity, CallbackHistoryEntity } from './callback.entity.js';
import type { Callback } from './callback.js';
import type { CallbackAction, CallbackState } from './callback.transitions.js';

/** What a list of callbacks is cut by. */
export interface CallbackFilter {
  readonly state?: CallbackState;
  readonly areaCode?: string;
  readonly requestId?: string;
  /** Ids before this one: newest first. */
  readonly before?: string;
  readonly limit: number;
}

/** One step of a callback's life. */
export interface CallbackStep {
  readonly action: CallbackAction | 'open';
  readonly from: CallbackState | null;
  readonly to: CallbackState;
  readonly reason?: string;
}

const OF_ORGANISATION = 'organisation_id = (select o.id from organisation o where o.code = $ORG limit 1)';

/** The callback, if the caller may see it. Throws `callback.not_found`. */
export async function loadCallback(tx: Reading, actor: Actor, id: string): Promise<Callback> {
  const org = actor.org ? ` and ${OF_ORGANISATION.replace('$ORG', '$3')}` : '';
  const sql = `select ${tx.columns(CallbackEntity)} from callback where id = $1 and area_code like $2 || '%'${org}`;
  const [row] = await tx.query<CallbackEntity>(sql, [id, actor.area, ...(actor.org ? [actor.org] : [])]);
  if (!row) throw refuse('callback.not_found', { id });
  return row;
}

/** Callbacks that the caller may see, newest first. Only the filters given stand in the SQL, so that each finds its index. */
export async function listCallbacks(tx: Reading, actor: Actor, filter: CallbackFilter): Promise<Callback[]> {
  const area = narrowerArea(actor.area, filter.areaCode);
  if (area === undefined) return [];
  const params: unknown[] = [];
  const given = (value: unknown): string => `$${params.push(value)}`;
  const conditions = ['true'];
  if (area) conditions.push(`left(area_code, ${area.length}) = ${given(area)}`);
  if (actor.org) conditions.push(OF_ORGANISATION.replace('$ORG', given(actor.org)));
  if (filter.requestId) conditions.push(`request_id = ${given(filter.requestId)}`);
  if (filter.before) conditions.push(`id < ${given(filter.before)}`);
  if (filter.state) conditions.push(`state = '${filter.state}'`);
  const sql = `select ${tx.columns(CallbackEntity)} from callback where ${conditions.join(' and ')} order by id desc limit ${given(filter.limit)}`;
  return tx.page<CallbackEntity>(sql, params);
}

/** Queues a new callback. */
export function insertCallback(tx: Tx, callback: Callback): void {
  tx.insert(CallbackEntity, callback);
}

/** Changes the callback that was loaded as `before`; refused by the Tx when somebody else was faster. */
export function saveCallback(tx: Tx, before: Callback, after: Callback): void {
  const { state, attempts, contacted, solved, satisfaction, outcome, note, recordedAt } = after;
  tx.update(
    CallbackEntity,
    before,
    { state, attempts, contacted, solved, satisfaction, outcome, note, recordedAt },
    after.version - before.version,
  );
}

/** Queues a line of a callback's history. */
export function appendHistory(tx: Tx, callbackId: string, step: CallbackStep): void {
  const { action, from, to, reason = null } = step;
  tx.insert(CallbackHistoryEntity, {
    id: newId(),
    callbackId,
    action,
    fromState: from,
    toState: to,
    actorId: tx.actor.id,
    reason,
    at: tx.now,
  });
}
