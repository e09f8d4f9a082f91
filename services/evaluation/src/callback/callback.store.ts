import { type Actor, narrowerArea, newId } from '@zero-distance/kernel';
import type { Reading, Tx } from '@zero-distance/messaging';
import { areaConditions } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { CallbackEntity, CallbackHistoryEntity } from './callback.entity.js';
import { CALLBACK_EVENTS, type Callback, type CallbackStep } from './callback.js';
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
  const conditions = ['true', ...areaConditions(area, given)];
  if (actor.org) conditions.push(OF_ORGANISATION.replace('$ORG', given(actor.org)));
  if (filter.requestId) conditions.push(`request_id = ${given(filter.requestId)}`);
  if (filter.before) conditions.push(`id < ${given(filter.before)}`);
  if (filter.state) conditions.push(`state = '${filter.state}'`);
  const sql = `select ${tx.columns(CallbackEntity)} from callback where ${conditions.join(' and ')} order by id desc limit ${given(filter.limit)}`;
  return tx.page<CallbackEntity>(sql, params);
}

/** Queues a new callback as it is after `steps`, and the steps. */
export function insertCallback(tx: Tx, opened: Callback, steps: readonly CallbackStep[]): void {
  tx.insert(CallbackEntity, steps.at(-1)?.after ?? opened);
  appendHistory(tx, opened, 'open', null, null);
  tx.emit('evaluation.callback.opened.v1', opened, CALLBACK_EVENTS['evaluation.callback.opened.v1'](opened, tx.now));
  for (const step of steps) tellStep(tx, step);
}

/** Queues what `steps` changed of a callback, as one update; refused by the Tx when somebody else was faster. */
export function updateCallback(tx: Tx, before: Callback, steps: readonly CallbackStep[]): Callback {
  const changes: Partial<Callback> = Object.assign({}, ...steps.map((step) => step.changes));
  tx.update(CallbackEntity, before, changes, steps.length);
  for (const step of steps) tellStep(tx, step);
  return steps.at(-1)?.after ?? before;
}

function tellStep(tx: Tx, { action, before, after, event }: CallbackStep): void {
  const reason = action === 'give-up' ? (after.possible ? 'not-reached' : 'nobody-to-call') : null;
  appendHistory(tx, after, action, before.state, reason);
  tx.emit(event, after, CALLBACK_EVENTS[event](after, tx.now));
}

function appendHistory(
  tx: Tx,
  after: Callback,
  action: CallbackAction | 'open',
  fromState: CallbackState | null,
  reason: string | null,
): void {
  const row = { id: newId(), callbackId: after.id, action, fromState, toState: after.state, actorId: tx.actor.id, reason, at: tx.now };
  tx.append(CallbackHistoryEntity, row);
}
