import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, DAY_MS, HOUR_MS, narrowerArea, type Role, SYSTEM } from '@zero-distance/kernel';
import { Timers } from '@zero-distance/messaging';
import { Transactor } from '@zero-distance/persistence';
import { log, Organisations, readPolicies, watchFigure } from '@zero-distance/platform';
import { EventFeed } from '../feed/feed.service.js';
import { headOfFeed } from '../feed/feed.store.js';
import { type FeedScope, scopeOf } from '../feed/feed-scope.js';
import { Turns } from '../feed/turns.js';
import { POLICIES } from '../policy/policy.js';
import {
  enqueueHeard,
  forgetDeliveries,
  mayHear,
  saveTried,
  secondsWaited,
  type Tried,
  type Waiting,
  waitingOf,
} from './delivery.store.js';
import { DeliveryLine, type Outcome, unknownOf } from './delivery-line.js';
import type { Answer } from './outcome.js';
import { AT_ONCE, type Receiver, Receivers } from './receivers.service.js';
import { webhookHeaders } from './signature.js';
import { WebhookEntity } from './webhook.entity.js';
import type { DisabledReason } from './webhook.js';
import { disableWebhook, type Subscriber, subscribersOf } from './webhook.store.js';
import { WebhookSecrets } from './webhook-secrets.js';

/** Deliveries of one webhook read at once. */
const IN_LINE = 500;
/** Deliveries of one webhook that may wait; behind them the feed itself waits for it. */
const MOST_WAITING = 2_000;
const FEED_AT_ONCE = 1_000;
const SAVE_EVERY_MS = 50;
/** What has waited longer than this is looked at again before it is sent: it may have been hidden meanwhile. */
const LOOKED_AT_MS = 60_000;

const UNDER_WAY = { name: 'zd_webhook_deliveries_under_way', help: 'Deliveries to webhooks that are being tried.' };
const TRY_SECONDS = { name: 'zd_webhook_try_seconds', help: 'For how long the oldest try under way has lasted.' };
const WAITING_SECONDS = {
  name: 'zd_webhook_waiting_seconds',
  help: 'For how long the oldest delivery to an enabled webhook has waited.',
};

/** A webhook, and whom its events are for. */
interface Hearer {
  webhook: Subscriber;
  scope: FeedScope;
}

/** The same, with what waits for it. */
interface Line extends Hearer {
  readonly deliveries: DeliveryLine<Waiting>;
  readonly receiver: Receiver;
  hasMore: boolean;
}

/** Sends events to webhooks, in the leader. What it knows is in the database: who leads next goes on where it was. */
@Injectable()
export class Deliveries implements OnModuleInit {
  private readonly lines = new Map<string, Line>();
  private readonly unsaved = new Map<string, Tried>();
  private readonly saves = new Turns(() => this.saveSoon(), logUnsaved);
  private leads = false;
  private stopped = new AbortController();

  constructor(
    private readonly transactor: Transactor,
    private readonly feed: EventFeed,
    private readonly timers: Timers,
    private readonly organisations: Organisations,
    private readonly secrets: WebhookSecrets,
    private readonly receivers: Receivers,
  ) {}

  onModuleInit(): void {
    this.feed.whenKept('send webhooks', () => this.round());
    this.timers.every('forget deliveries', HOUR_MS, () => this.forget());
    this.timers.whileLeading({ begin: () => this.begin(), end: () => this.end() });
    this.watch();
  }

  /** What hangs, and what is behind: a receiver has ten seconds, so what takes much longer is a fault of the gateway. */
  private watch(): void {
    const lines = () => [...this.lines.values()].map(({ deliveries }) => deliveries);
    watchFigure(UNDER_WAY, () => [{ value: lines().reduce((sum, { active }) => sum + active, 0) }]);
    watchFigure(TRY_SECONDS, () => {
      const now = Date.now();
      return [{ value: Math.max(0, ...lines().map(({ activeSince = now }) => now - activeSince)) / 1000 }];
    });
    watchFigure(WAITING_SECONDS, async () => [{ value: await this.transactor.read(SYSTEM, secondsWaited) }]);
  }

  private begin(): void {
    this.leads = true;
    this.saves.begin();
  }

  /** Leads no more: nothing is sent, and what is under way is broken off and told to nobody; who leads next sends it again. */
  private async end(): Promise<void> {
    this.leads = false;
    this.stopped.abort();
    this.stopped = new AbortController();
    for (const id of this.lines.keys()) this.leave(id);
    await this.saves.end();
    await this.save().catch(logUnsaved);
  }

  private async round(): Promise<void> {
    const webhooks = await this.transactor.read(SYSTEM, (tx) => subscribersOf(tx, MOST_WAITING));
    const scoped = await Promise.all(webhooks.map(async (webhook) => ({ webhook, scope: await this.scopeOf(webhook) })));
    if (!this.leads) return;
    if (this.unsaved.size > 0) void this.saves.take(); // what could not be saved the last time
    const heard = scoped.flatMap(({ webhook, scope }) => (scope ? [{ webhook, scope }] : []));
    this.follow(heard);
    await this.enqueue(heard);
    for (const line of this.lines.values()) {
      await this.fill(line);
      line.deliveries.pump();
    }
  }

  /** Whom a webhook's events are for: what its owner could do when it asked, and may do now. */
  private async scopeOf(webhook: Subscriber): Promise<FeedScope | undefined> {
    const { ownerId, areaCode, org, clientScopes, clientRoles, clientArea, clientOrg, types } = webhook;
    const area = narrowerArea(clientArea ?? '', areaCode);
    if (area === undefined || (clientScopes !== null && clientOrg !== org)) return undefined;
    const both = (then: readonly string[], now: readonly string[] | null) => (now ? then.filter((one) => now.includes(one)) : then);
    const scopes = both(webhook.scopes, clientScopes);
    if (!scopes.includes('gateway:listen')) return undefined;
    const actor: Actor = { id: ownerId, area, scopes, roles: both(webhook.roles, clientRoles) as Role[], ...(org !== null && { org }) };
    const acting = org === null ? undefined : await this.organisations.find(org);
    if (acting?.successor) return undefined; // it is no more: nothing is sent to it, and others do not wait for that to be mended
    return scopeOf(await this.organisations.complete(actor), { types });
  }

  private follow(heard: readonly Hearer[]): void {
    const versions = new Map(heard.map(({ webhook }) => [webhook.id, webhook.version]));
    for (const [id, { webhook }] of this.lines) {
      // What was changed or enabled begins anew: it was perhaps another receiver that asked to be left alone for a day.
      if (versions.get(id) !== webhook.version) this.leave(id);
    }
    for (const { webhook, scope } of heard) {
      const known = this.lines.get(webhook.id);
      if (known) Object.assign(known, { webhook, scope, hasMore: known.hasMore || webhook.waiting > known.deliveries.size });
      else this.lines.set(webhook.id, this.lineOf(webhook, scope));
    }
  }

  /** Sends nothing more to a webhook, and breaks off what is under way. */
  private leave(id: string): void {
    const line = this.lines.get(id);
    line?.deliveries.stop();
    void line?.receiver.close();
    this.lines.delete(id);
  }

  private lineOf(webhook: Subscriber, scope: FeedScope): Line {
    const { signal } = this.stopped;
    const line: Line = {
      webhook,
      scope,
      hasMore: true,
      receiver: this.receivers.open(),
      deliveries: new DeliveryLine<Waiting>({
        atOnce: AT_ONCE,
        send: (delivery) => this.send(line, delivery, signal),
        tried: (delivery, answer, outcome) => this.tried(line, delivery, answer, outcome),
      }),
    };
    return line;
  }

  /** Queues what has come for all webhooks that stand at the same place, with one statement. */
  private async enqueue(heard: readonly Hearer[]): Promise<void> {
    const head = await this.transactor.read(SYSTEM, headOfFeed);
    const behind = heard.filter(({ webhook }) => webhook.lastId < head && webhook.waiting < MOST_WAITING);
    for (const [after, group] of byPlace(behind)) {
      const span = { after, upTo: Math.min(head, after + FEED_AT_ONCE), limit: FEED_AT_ONCE };
      const webhooks = group.map(({ webhook: { id, lastId }, scope }) => ({ id, lastId, scope }));
      const reached = await this.transactor.transact(SYSTEM, (tx) => enqueueHeard(tx, webhooks, span));
      for (const { webhook } of group) {
        const line = this.lines.get(webhook.id);
        if (line) line.hasMore = true;
      }
      if (reached < head) void this.feed.lookAgain();
    }
  }

  private async fill(line: Line): Promise<void> {
    if (!line.hasMore || line.deliveries.size > IN_LINE / 2) return;
    const { id } = line.webhook;
    // What is in the line now, or is done and waits to be saved, may be saved while the rows are read: they would show it as waiting still.
    const inLineBefore = line.deliveries.ids;
    const unsaved = new Map(this.unsaved);
    const waiting = await this.transactor.read(SYSTEM, async (tx) => {
      const found = await waitingOf(tx, id, IN_LINE);
      const present = await tx.findOne(WebhookEntity, { id }); // behind it: what came up after a rotation is signed with the new secret
      line.webhook = { ...line.webhook, ...present };
      return found;
    });
    line.deliveries.add(unknownOf(waiting, inLineBefore, unsaved));
    const inLine = new Set(line.deliveries.ids);
    line.hasMore = waiting.length === IN_LINE || waiting.some((delivery) => !inLine.has(delivery.id)); // left out now, to be looked at once it is saved
  }

  private async send({ webhook, scope, receiver }: Line, delivery: Waiting, signal: AbortSignal): Promise<Answer | undefined> {
    const now = new Date();
    const isOld = delivery.tries > 0 || now.getTime() - delivery.createdAt.getTime() > LOOKED_AT_MS;
    try {
      if (isOld && !(await this.transactor.read(SYSTEM, (tx) => mayHear(tx, scope, delivery)))) return undefined;
    } catch (error) {
      log.error({ err: error }, 'a delivery could not be looked at');
      return { tookMs: 0 };
    }
    const headers = webhookHeaders({ id: delivery.eventId, at: now, body: delivery.body }, this.secrets.of(webhook, now));
    return receiver.post({ url: webhook.url, headers, body: delivery.body }, signal);
  }

  private tried({ webhook }: Line, delivery: Waiting, answer: Answer | undefined, { tries, nextAt, fault }: Outcome): void {
    const now = new Date();
    const firstTriedAt = delivery.firstTriedAt ?? now;
    Object.assign(delivery, { firstTriedAt, tries });
    const state = answer === undefined ? 'dropped' : fault ? 'waiting' : 'delivered';
    this.unsaved.set(delivery.id, {
      ...{ id: delivery.id, state, tries, firstTriedAt, nextAt },
      ...{ status: answer?.status ?? null, fault: fault ?? null, tookMs: answer?.tookMs ?? 0 },
      deliveredAt: state === 'delivered' ? now : null,
    });
    void this.saves.take();
    if (!fault) return;
    const judged =
      fault === 'gone' ? this.disable(webhook.id, 'gone') : this.disableIfDead(webhook.id, now.getTime() - firstTriedAt.getTime());
    judged.catch((error: Error) => log.error({ err: error }, 'whether a webhook is dead could not be found out')); // asked again after the next try
  }

  /** Saves many tries at once: what is tried while it saves is saved with the next. */
  private async saveSoon(): Promise<void> {
    await delay(SAVE_EVERY_MS);
    await this.save();
    const needsMore = [...this.lines.values()].some(({ hasMore, deliveries }) => hasMore && deliveries.size < IN_LINE / 2);
    if (needsMore) void this.feed.lookAgain();
  }

  /** Saves what became of the tries up to now. What cannot be saved is not sent again meanwhile. */
  private async save(): Promise<void> {
    const tried = [...this.unsaved.values()];
    await this.transactor.transact(SYSTEM, async (tx) => saveTried(tx, tried));
    for (const one of tried) if (this.unsaved.get(one.id) === one) this.unsaved.delete(one.id);
  }

  private async disableIfDead(id: string, triedForMs: number): Promise<void> {
    const { 'webhook-retry-hours': hours } = await this.transactor.read(SYSTEM, (tx) => readPolicies(tx, POLICIES));
    if (triedForMs > hours * HOUR_MS) await this.disable(id, 'unreachable');
  }

  private async disable(id: string, reason: DisabledReason): Promise<void> {
    this.leave(id);
    await this.transactor.transact(SYSTEM, async (tx) => {
      const found = await tx.findOne(WebhookEntity, { id });
      if (found?.state === 'enabled') disableWebhook(tx, found, reason);
    });
    log.warn({ webhookId: id, reason }, 'a webhook is disabled');
  }

  private async forget(): Promise<void> {
    await this.transactor.transact(SYSTEM, async (tx) => {
      const { 'delivery-days': days } = await readPolicies(tx, POLICIES);
      await forgetDeliveries(tx, new Date(tx.now.getTime() - days * DAY_MS));
    });
  }
}

const logUnsaved = (error: Error): void => log.error({ err: error }, 'what became of deliveries could not be saved');

/** Webhooks that have come equally far in the feed: most, unless one was away. */
function byPlace(hearers: readonly Hearer[]): Map<number, Hearer[]> {
  const places = new Map<number, Hearer[]>();
  for (const hearer of hearers) places.set(hearer.webhook.lastId, [...(places.get(hearer.webhook.lastId) ?? []), hearer]);
  return places;
}
