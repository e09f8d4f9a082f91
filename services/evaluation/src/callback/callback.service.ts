import { Injectable } from '@nestjs/common';
import type { EventData } from '@zero-distance/contracts';
import { type Actor, findPersonalData, type Result, unwrap } from '@zero-distance/kernel';
import { expectVersion, Transactor, type Tx } from '@zero-distance/messaging';
import { decodeCursor, encodeCursor, type Page, readPolicies, toPage } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { POLICIES } from '../policy/policy.js';
import { type CallbackDto, type CallbackQuery, type RecordCallbackDto, toCallbackDto } from './callback.dto.js';
import { attemptCallback, type Callback, type CallbackPolicy, openCallback, recordCallback } from './callback.js';
import { appendHistory, insertCallback, listCallbacks, loadCallback, saveCallback } from './callback.store.js';

/** The callbacks: opened by a reply, attempted and recorded by people. */
@Injectable()
export class CallbackService {
  constructor(private readonly transactor: Transactor) {}

  /** A request was replied to: its callback of that round opens, or is over at once when there is nobody to call. */
  open(tx: Tx, reply: EventData<'intake.request.replied.v1'>): void {
    const callback = openCallback(reply, tx.now);
    insertCallback(tx, callback);
    appendHistory(tx, callback.id, { action: 'open', from: null, to: 'open' });
    const { id, requestId, areaCode, round } = callback;
    tx.emit('evaluation.callback.opened.v1', { id, version: 1 }, { callbackId: id, requestId, areaCode, round, at: tx.now.toISOString() });
    if (callback.state === 'recorded') tellGivenUp(tx, callback, 'nobody-to-call');
  }

  get(actor: Actor, id: string): Promise<CallbackDto> {
    return this.transactor.read(actor, async (tx) => toCallbackDto(await loadCallback(tx, actor, id), actor));
  }

  list(actor: Actor, query: CallbackQuery): Promise<Page<CallbackDto>> {
    const [before] = decodeCursor(query.cursor, ['uuid']) ?? [];
    return this.transactor.read(actor, async (tx) => {
      const rows = await listCallbacks(tx, actor, { ...query, before, limit: query.limit + 1 });
      return toPage(
        rows,
        query.limit,
        (row) => toCallbackDto(row, actor),
        (row) => encodeCursor(row.id),
      );
    });
  }

  /** 未接通. After the last attempt the callback is recorded as not contacted and the request closes. */
  attempt(actor: Actor, id: string, ifMatch?: number): Promise<CallbackDto> {
    return this.change(actor, id, ifMatch, (callback, policy, now) => attemptCallback(callback, actor, policy, now), tellAttempted);
  }

  /** 已接通: what the requester said. An unhappy answer sends the request back to be handled again. */
  record(actor: Actor, id: string, input: RecordCallbackDto, ifMatch?: number): Promise<CallbackDto> {
    const { solved, satisfaction, note = null } = input;
    if (note && findPersonalData(note).length > 0) throw refuse('callback.personal_data', {}, '/note');
    const rule = (callback: Callback, policy: CallbackPolicy, now: Date) =>
      recordCallback(callback, { solved, satisfaction, note }, actor, policy, now);
    return this.change(actor, id, ifMatch, rule, tellRecorded);
  }

  private change(
    actor: Actor,
    id: string,
    ifMatch: number | undefined,
    rule: (callback: Callback, policy: CallbackPolicy, now: Date) => Result<Callback>,
    tell: (tx: Tx, after: Callback) => void,
  ): Promise<CallbackDto> {
    return this.transactor.transact(actor, async (tx) => {
      const [before, policies] = await Promise.all([loadCallback(tx, actor, id), readPolicies(tx, POLICIES)]);
      expectVersion(before.version, ifMatch);
      const policy = { attempts: policies['callback-attempts'], rounds: policies['callback-rounds'] };
      const after = unwrap(rule(before, policy, tx.now));
      saveCallback(tx, before, after);
      tell(tx, after);
      return toCallbackDto(after, actor);
    });
  }
}

function tellAttempted(tx: Tx, callback: Callback): void {
  const { id, requestId, areaCode, attempts, state } = callback;
  const version = state === 'recorded' ? callback.version - 1 : callback.version;
  appendHistory(tx, id, { action: 'attempt', from: 'open', to: 'open' });
  tx.emit('evaluation.callback.attempted.v1', { id, version }, { callbackId: id, requestId, areaCode, attempts, at: tx.now.toISOString() });
  if (state === 'recorded') tellGivenUp(tx, callback, 'not-reached');
}

function tellRecorded(tx: Tx, callback: Callback): void {
  appendHistory(tx, callback.id, { action: 'record', from: 'open', to: 'recorded' });
  emitRecorded(tx, callback);
}

function tellGivenUp(tx: Tx, callback: Callback, reason: string): void {
  appendHistory(tx, callback.id, { action: 'give-up', from: 'open', to: 'recorded', reason });
  emitRecorded(tx, callback);
}

function emitRecorded(tx: Tx, { id, version, requestId, areaCode, round, contacted, solved, satisfaction, outcome }: Callback): void {
  if (outcome === null) throw new Error(`callback ${id} is told as recorded but has no outcome`);
  const answer = { contacted: contacted === true, solved, satisfaction, outcome };
  const at = tx.now.toISOString();
  tx.emit('evaluation.callback.recorded.v1', { id, version }, { callbackId: id, requestId, areaCode, round, ...answer, at });
}
