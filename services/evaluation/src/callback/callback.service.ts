import { Injectable } from '@nestjs/common';
import { type Actor, type Result, unwrap } from '@zero-distance/kernel';
import { type ReadTx, Transactor } from '@zero-distance/persistence';
import { mapPage, type Page, readPolicies } from '@zero-distance/platform';
import { POLICIES } from '../policy/policy.js';
import type { CallbackDto, CallbackQuery, RecordCallbackInput } from './callback.dto.js';
import { attemptCallback, type Callback, type CallbackPolicy, type CallbackSteps, overdueIfOpenedBy, recordCallback } from './callback.js';
import { CALLBACK_SEARCH, CALLBACKS } from './callback.store.js';
import { type CallbackView, toCallbackDto } from './callback.view.js';

/** The callbacks: attempted and recorded by people. A reply opens them (callback.reactions.ts). */
@Injectable()
export class CallbackService {
  constructor(private readonly transactor: Transactor) {}

  get(actor: Actor, id: string): Promise<CallbackDto> {
    return this.transactor.read(actor, async (tx) => {
      const [callback, policies] = await Promise.all([CALLBACKS.load(tx, id), readPolicies(tx, POLICIES)]);
      return toCallbackDto(callback, viewOf(tx, policies));
    });
  }

  list(actor: Actor, query: CallbackQuery): Promise<Page<CallbackDto>> {
    return this.transactor.read(actor, async (tx) => {
      const view = viewOf(tx, await readPolicies(tx, POLICIES));
      const overdue = query.overdue === undefined ? undefined : { is: query.overdue, openedBy: overdueIfOpenedBy(tx.now, view.limitHours) };
      const q = await CALLBACK_SEARCH.seek(tx, query.q);
      return mapPage(await CALLBACKS.list(tx, { ...query, q, overdue }), (callback) => toCallbackDto(callback, view));
    });
  }

  /** 未接通. After the last attempt the callback is recorded as not contacted and the request closes. */
  attempt(actor: Actor, id: string, ifMatch?: number): Promise<CallbackDto> {
    return this.change(actor, id, ifMatch, (callback, policy, now) => attemptCallback(callback, actor, policy, now));
  }

  /** 已接通: what the requester said. An unhappy answer sends the request back to be handled again, a divided one in the parts that are not solved. */
  record(actor: Actor, id: string, input: RecordCallbackInput, ifMatch?: number): Promise<CallbackDto> {
    const { solved, satisfaction, note = null, unsolvedPartIds = null } = input;
    const rule = (callback: Callback, policy: CallbackPolicy, now: Date) =>
      recordCallback(callback, { solved, satisfaction, note, unsolvedPartIds }, actor, policy, now);
    return this.change(actor, id, ifMatch, rule);
  }

  private change(
    actor: Actor,
    id: string,
    ifMatch: number | undefined,
    rule: (callback: Callback, policy: CallbackPolicy, now: Date) => Result<CallbackSteps>,
  ): Promise<CallbackDto> {
    return this.transactor.transact(actor, async (tx) => {
      const [before, policies] = await Promise.all([CALLBACKS.load(tx, id, ifMatch), readPolicies(tx, POLICIES)]);
      return toCallbackDto(CALLBACKS.save(tx, ...unwrap(rule(before, callbackPolicy(policies), tx.now))), viewOf(tx, policies));
    });
  }
}

/** What the rules of callbacks go by, of the policies that hold now. */
export const callbackPolicy = (policies: typeof POLICIES.presets): CallbackPolicy => ({
  attempts: policies['callback-attempts'],
  intervalMinutes: policies['attempt-interval'],
  rounds: policies['callback-rounds'],
});

const viewOf = ({ actor, now }: ReadTx, policies: typeof POLICIES.presets): CallbackView => ({
  actor,
  now,
  limitHours: policies['callback-limit'],
});
