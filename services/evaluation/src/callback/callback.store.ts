import type { ReadTx } from '@zero-distance/persistence';
import { defineAggregate, type Erasure, searchedBy } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { CallbackEntity, CallbackHistoryEntity } from './callback.entity.js';
import { CALLBACK_EVENTS, type Callback } from './callback.js';
import { CALLBACK_TRANSITIONS } from './callback.transitions.js';

/** Which open callbacks to list: those opened by a time, which are overdue, or those opened later. */
interface Overdue {
  readonly is: boolean;
  readonly openedBy: Date;
}

/** By number and area: evaluation knows no words of a request. */
export const CALLBACK_SEARCH = searchedBy({ number: 'request_number' });

export const CALLBACKS = defineAggregate(
  {
    machine: CALLBACK_TRANSITIONS,
    entity: CallbackEntity,
    history: { entity: CallbackHistoryEntity, key: 'callbackId', since: 'openedAt' },
    notFound: (id) => refuse('callback.not_found', { id }),
    /** The organisation that answered takes part in the callback about its answer. */
    visible: { by: 'matter', participants: 'organisation_id', recuses: true },
    begins: { action: 'open', event: 'evaluation.callback.opened.v1' },
    imported: { action: 'import', event: 'evaluation.callback.imported.v1' },
    events: CALLBACK_EVENTS,
    filters: {
      q: CALLBACK_SEARCH.filter,
      state: 'state',
      requestId: 'request_id',
      requestKind: 'request_kind',
      overdue: ({ is, openedBy }: Overdue, { given }) => `state = 'open' and opened_at ${is ? '<' : '>='} ${given(openedBy)}`,
    },
  },
  (callback: Callback, { now }) => ({ ...callback, now }),
);

/** The first callback of a request, if there is one. */
export async function firstCallbackOf(tx: ReadTx, requestId: string): Promise<Callback | undefined> {
  return (await tx.query<CallbackEntity>(`${tx.select(CallbackEntity, 't')} where t.request_id = $1 and t.round = 1`, [requestId]))[0];
}

/** The callbacks of a request's rounds, by id. */
export async function callbacksOf(tx: ReadTx, requestId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>('select id from callback where request_id = $1', [requestId]);
  return rows.map(({ id }) => id);
}

/** Queues that the notes of a request's callbacks are gone. Nothing is told, so the version stays. */
export const eraseNotes = (erasure: Erasure): void =>
  erasure.remove('words', 'gone as (update callback set note = null where request_id = $1 and note is not null returning 1)', [
    erasure.matterId,
  ]);
