import { type BeforeApplicationShutdown, Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, DAY_MS, SYSTEM } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { InFlight, Liveness, log, readPolicies, refuseRequest, Shares, takeOrRefuse } from '@zero-distance/platform';
import type { FastifyRequest } from 'fastify';
import pLimit from 'p-limit';
import { EventFeed } from '../feed/feed.service.js';
import { headOfFeed, placeBefore } from '../feed/feed.store.js';
import { toEventDto } from '../feed/feed.view.js';
import { placeOf, textOf, typesOf } from '../feed/feed-place.js';
import { type FeedScope, scopeOf } from '../feed/feed-scope.js';
import { Turns } from '../feed/turns.js';
import { POLICIES } from '../policy/policy.js';
import { EndedLogInsReader } from '../session/ended-log-ins.service.js';
import { logInOf } from '../session/log-in.js';
import { frameOf, Listener, leftFrameOf } from './listener.js';
import type { LiveQuery } from './live.dto.js';
import { eventsListened } from './live.store.js';

/** How many may listen: in all, and with one token's `sub`. */
export class LiveLimits {
  constructor(
    readonly all: number,
    readonly each: number,
  ) {}
}

/** Events read at once, for all listeners together. */
const READ_AT_ONCE = 500;
/** Statements under way for those who are behind: they may be so by weeks, and hear nothing of it. Those who wait take turns. */
const BEHIND_AT_ONCE = 2;
/** Events read at once for one of them: what he may leave unread holds more than these. */
const READ_FOR_ONE = 100;
/** An announcement may be lost, so each process looks by itself too. */
const LOOK_EVERY_MS = 1_000;
const BEAT_EVERY_MS = 15_000;
const CHECK_EVERY_MS = 250;

/** 实时事件. One read of the feed for all who listen at this process, when the leader announces that there is more. */
@Injectable()
export class LiveEvents implements OnModuleInit, BeforeApplicationShutdown {
  private readonly slots: InFlight;
  private readonly shares: Shares;
  /** Those who are told as it comes; who is behind is told apart, until he has caught up. */
  private readonly listeners = new Set<Listener>();
  private readonly behind = new Set<Listener>();
  private readonly inTurn = pLimit(BEHIND_AT_ONCE);
  private reached = 0;
  private readonly looks = new Turns(
    () => this.lookOnce(),
    (error) => log.error({ err: error }, 'the feed could not be read for those who listen'),
  );
  private beatAt = 0;
  private handles: NodeJS.Timeout[] = [];

  constructor(
    private readonly transactor: Transactor,
    private readonly feed: EventFeed,
    private readonly ended: EndedLogInsReader,
    liveness: Liveness,
    limits: LiveLimits,
  ) {
    this.slots = new InFlight('live', limits.all);
    this.shares = new Shares('live', limits.each);
    liveness.watch(this.slots);
    liveness.watchShares(this.shares);
  }

  onModuleInit(): void {
    this.looks.begin();
    this.feed.whenGrown(() => this.look());
    this.handles = [setInterval(() => this.look(), LOOK_EVERY_MS), setInterval(() => this.beat(), CHECK_EVERY_MS)];
  }

  /** A process that stops is not kept by those who listen: they come back to another one. */
  async beforeApplicationShutdown(): Promise<void> {
    for (const handle of this.handles) clearInterval(handle);
    for (const listener of [...this.listeners, ...this.behind]) listener.end();
    await this.looks.end();
  }

  /** Refuses where nothing could be told, and while too many listen. */
  async listen(actor: Actor, query: LiveQuery, request: FastifyRequest): Promise<Listener> {
    const scope = scopeOf(actor, { areaCode: query.areaCode, types: typesOf(query.types) });
    if (!scope) throw refuseRequest('area_not_allowed', { area: query.areaCode ?? '', scope: actor.area });
    this.slots.enter(request);
    takeOrRefuse(this.shares, actor.id, 1);
    request.exchange.whenOver(() => this.shares.giveBack(actor.id, 1));
    const { place, head } = await this.placeFor(request.headers['last-event-id']);
    const untilMs = Math.min(Date.now() + query.seconds * 1_000, actor.tokenUntil ?? Number.POSITIVE_INFINITY);
    const listener = new Listener(scope, place, untilMs, logInOf(request.headers.authorization));
    request.exchange.whenOver(() => this.leave(listener));
    void this.catchUp(listener, head).catch((error: Error) => {
      log.error({ err: error }, 'a listener could not be told what he missed');
      listener.end();
    });
    return listener;
  }

  /**
   * Behind the last event that the caller has, if it is still told; else behind the last there is. A place that no event has had is taken for the last: it is
   * of before a back-up was restored, or made up, and all who listen go on from what this one has come to.
   */
  private placeFor(last: string | string[] | undefined): Promise<{ place: number; head: number }> {
    return this.transactor.read(SYSTEM, async (tx) => {
      const head = await headOfFeed(tx);
      if (typeof last !== 'string' || !/^[0-9a-f]{16}$/.test(last) || placeOf(last) > head) return { place: head, head };
      const { 'event-days': days } = await readPolicies(tx, POLICIES);
      return { place: Math.max(placeOf(last), await placeBefore(tx, new Date(tx.now.getTime() - days * DAY_MS))), head };
    });
  }

  private leave(listener: Listener): void {
    this.listeners.delete(listener);
    this.behind.delete(listener);
    listener.end();
  }

  /** Who comes first is behind like anybody else: those who come after him do not wait until he has been told of a month. */
  private async catchUp(listener: Listener, head: number): Promise<void> {
    this.behind.add(listener);
    if (this.listeners.size === 0) this.reached = Math.max(this.reached, head); // nobody was told anything meanwhile
    while (listener.place < this.reached && this.behind.has(listener)) {
      await this.inTurn(async () => {
        if (this.behind.has(listener)) await this.tell([listener], listener.place, this.reached, READ_FOR_ONE);
      });
      await listener.drained();
    }
    if (!this.behind.delete(listener) || listener.isOver) return;
    this.listeners.add(listener);
    this.look();
  }

  private look(): void {
    void this.looks.take();
  }

  private async lookOnce(): Promise<void> {
    if (this.listeners.size === 0) return;
    const head = await this.transactor.read(SYSTEM, headOfFeed);
    await this.tellLate();
    while (this.reached < head && this.listeners.size > 0) {
      this.reached = await this.tell([...this.listeners], this.reached, head);
      await this.tellLate();
    }
  }

  /** Tells those who joined while the others were told what they were not there for. */
  private async tellLate(): Promise<void> {
    for (const listener of this.listeners) while (listener.place < this.reached) await this.tell([listener], listener.place, this.reached);
  }

  /** Tells listeners who stand at one place what comes behind it; one statement, whoever they are. Gives the place that they have come to. */
  private async tell(listeners: readonly Listener[], after: number, upTo: number, limit = READ_AT_ONCE): Promise<number> {
    const groups = sameScopes(listeners);
    const span = { after, upTo, limit };
    const { events, reached } = await this.transactor.read(SYSTEM, (tx) =>
      eventsListened(
        tx,
        groups.map(({ scope }) => scope),
        span,
      ),
    );
    for (const event of events) {
      const told: [frame: string, groups: readonly number[]][] = [[frameOf(toEventDto(event)), event.hearers]];
      if (event.losers.length > 0) told.push([leftFrameOf(event), event.losers]);
      for (const [frame, to] of told) {
        const hearers = to.flatMap((n) => groups[n]?.listeners ?? []).filter(({ place }) => place < event.id);
        for (const listener of hearers) if (!listener.tell(frame)) this.leave(listener);
      }
    }
    for (const listener of listeners) listener.place = Math.max(listener.place, reached);
    return reached;
  }

  private beat(): void {
    const now = Date.now();
    const isBeat = now >= this.beatAt;
    if (isBeat) this.beatAt = now + BEAT_EVERY_MS;
    for (const listener of [...this.listeners, ...this.behind]) {
      if (listener.logIn && this.ended.has(listener.logIn)) listener.end();
      listener.endIfOver(now);
    }
    if (isBeat) for (const listener of this.listeners) listener.beat(textOf(listener.place));
  }
}

/** Listeners with one scope are one to the database. */
function sameScopes(listeners: readonly Listener[]): { readonly scope: FeedScope; readonly listeners: Listener[] }[] {
  const groups = new Map<string, { readonly scope: FeedScope; readonly listeners: Listener[] }>();
  for (const listener of listeners) {
    const known = groups.get(listener.scopeKey);
    if (known) known.listeners.push(listener);
    else groups.set(listener.scopeKey, { scope: listener.scope, listeners: [listener] });
  }
  return [...groups.values()];
}
