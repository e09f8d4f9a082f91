import { narrowerArea, newId } from '@zero-distance/kernel';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import { areaConditions, type MatterColumns, type MatterReach, selectReached, withinReach } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { CallbackEntity, CallbackHistoryEntity } from './callback.entity.js';
import { CALLBACK_EVENTS, type Callback, type CallbackStep } from './callback.js';
import type { CallbackAction, CallbackState } from './callback.transitions.js';

/** What a list of callbacks is cut by. */
export interface CallbackFilter {
  readonly state?: CallbackState;
  readonly areaCode?: string;
  readonly requestId?: string;
  /** Only open ones: those opened by a time, which are overdue, or those opened later. */
  readonly overdue?: { readonly is: boolean; readonly openedBy: Date };
  /** Ids before this one: newest first. */
  readonly before?: string;
  readonly limit: number;
}

/** The organisation that answered takes part in the callback about its answer. */
const CALLBACKS_SEEN: MatterColumns = { alias: 'c', participates: (organisation) => `c.organisation_id = ${organisation}`, recuses: true };

/** The callback, if it lies within the caller's reach. Throws `callback.not_found`. */
export async function loadCallback(tx: ReadTx, reach: MatterReach, id: string): Promise<Callback> {
  const params: unknown[] = [];
  const given = (value: unknown): string => `$${params.push(value)}`;
  const sql = `select ${tx.columns(CallbackEntity, 'c')} from callback c where c.id = ${given(id)} and ${withinReach(reach, given, CALLBACKS_SEEN)}`;
  const [row] = await tx.query<CallbackEntity>(sql, params);
  if (!row) throw refuse('callback.not_found', { id });
  return row;
}

/** Callbacks within the caller's reach, newest first. Only the filters given stand in the SQL, so that each finds its index. */
export async function listCallbacks(tx: ReadTx, reach: MatterReach, filter: CallbackFilter): Promise<Callback[]> {
  const area = narrowerArea(reach.area, filter.areaCode);
  if (area === undefined) return [];
  const params: unknown[] = [];
  const given = (value: unknown): string => `$${params.push(value)}`;
  const conditions = areaConditions(area, given, 'c.area_code');
  if (filter.requestId) conditions.push(`request_id = ${given(filter.requestId)}`);
  if (filter.before) conditions.push(`c.id < ${given(filter.before)}`);
  if (filter.state) conditions.push(`state = '${filter.state}'`);
  if (filter.overdue) conditions.push(`state = 'open' and opened_at ${filter.overdue.is ? '<=' : '>'} ${given(filter.overdue.openedBy)}`);
  const page = { select: `select ${tx.columns(CallbackEntity, 'c')} from callback c`, conditions, limit: filter.limit };
  return tx.page<CallbackEntity>(selectReached(reach, given, CALLBACKS_SEEN, page), params);
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
