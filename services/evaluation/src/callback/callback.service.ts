import { Injectable } from '@nestjs/common';
import type { EventData } from '@zero-distance/contracts';
import { type Actor, type Result, unwrap } from '@zero-distance/kernel';
import { expectVersion, type ReadTx, Transactor, type Tx } from '@zero-distance/persistence';
import { decodeCursor, encodeCursor, Organisations, type Page, readPolicies, toPage } from '@zero-distance/platform';
import { POLICIES } from '../policy/policy.js';
import { type CallbackDto, type CallbackQuery, type CallbackView, type RecordCallbackDto, toCallbackDto } from './callback.dto.js';
import {
  attemptCallback,
  type Callback,
  type CallbackPolicy,
  type CallbackStep,
  giveUp,
  openCallback,
  overdueIfOpenedBy,
  recordCallback,
} from './callback.js';
import { insertCallback, listCallbacks, loadCallback, updateCallback } from './callback.store.js';

/** The callbacks: opened by a reply, attempted and recorded by people. */
@Injectable()
export class CallbackService {
  constructor(
    private readonly transactor: Transactor,
    private readonly organisations: Organisations,
  ) {}

  /** A request was replied to: its callback of that round opens, or is over at once when there is nobody to call. */
  open(tx: Tx, reply: EventData<'intake.request.replied.v1'>): void {
    const opened = openCallback(reply, tx.now);
    insertCallback(tx, opened, opened.possible ? [] : [giveUp(opened, tx.now)]);
  }

  async get(actor: Actor, id: string): Promise<CallbackDto> {
    const reach = await this.organisations.reachOf(actor);
    return this.transactor.read(actor, async (tx) => {
      const [callback, policies] = await Promise.all([loadCallback(tx, reach, id), readPolicies(tx, POLICIES)]);
      return toCallbackDto(callback, viewOf(tx, policies));
    });
  }

  async list(actor: Actor, query: CallbackQuery): Promise<Page<CallbackDto>> {
    const [before] = decodeCursor(query.cursor, ['uuid']) ?? [];
    const reach = await this.organisations.reachOf(actor);
    return this.transactor.read(actor, async (tx) => {
      const view = viewOf(tx, await readPolicies(tx, POLICIES));
      const overdue = query.overdue === undefined ? undefined : { is: query.overdue, openedBy: overdueIfOpenedBy(tx.now, view.limitHours) };
      const rows = await listCallbacks(tx, reach, { ...query, overdue, before, limit: query.limit + 1 });
      return toPage(
        rows,
        query.limit,
        (row) => toCallbackDto(row, view),
        (row) => encodeCursor(row.id),
      );
    });
  }

  /** 未接通. After the last attempt the callback is recorded as not contacted and the request closes. */
  attempt(actor: Actor, id: string, ifMatch?: number): Promise<CallbackDto> {
    return this.change(actor, id, ifMatch, (callback, policy, now) => attemptCallback(callback, actor, policy, now));
  }

  /** 已接通: what the requester said. An unhappy answer sends the request back to be handled again. */
  record(actor: Actor, id: string, input: RecordCallbackDto, ifMatch?: number): Promise<CallbackDto> {
    const { solved, satisfaction, note = null } = input;
    const rule = (callback: Callback, policy: CallbackPolicy, now: Date) =>
      recordCallback(callback, { solved, satisfaction, note }, actor, policy, now);
    return this.change(actor, id, ifMatch, rule);
  }

  private async change(
    actor: Actor,
    id: string,
    ifMatch: number | undefined,
    rule: (callback: Callback, policy: CallbackPolicy, now: Date) => Result<CallbackStep[]>,
  ): Promise<CallbackDto> {
    const reach = await this.organisations.reachOf(actor);
    return this.transactor.transact(actor, async (tx) => {
      const [before, policies] = await Promise.all([loadCallback(tx, reach, id), readPolicies(tx, POLICIES)]);
      expectVersion(before.version, ifMatch);
      const policy = {
        attempts: policies['callback-attempts'],
        intervalMinutes: policies['attempt-interval'],
        rounds: policies['callback-rounds'],
      };
      return toCallbackDto(updateCallback(tx, before, unwrap(rule(before, policy, tx.now))), viewOf(tx, policies));
    });
  }
}

const viewOf = ({ actor, now }: ReadTx, policies: typeof POLICIES.presets): CallbackView => ({
  actor,
  now,
  limitHours: policies['callback-limit'],
});
