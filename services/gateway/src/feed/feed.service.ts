import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Service } from '@zero-distance/contracts';
import { type Actor, DAY_MS, SYSTEM } from '@zero-distance/kernel';
import { EventRuntime, type StreamedEvent, type StreamKeeper, Timers } from '@zero-distance/messaging';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { log, readPolicies } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { POLICIES } from '../policy/policy.js';
import type { EventsDto, EventsQuery } from './feed.dto.js';
import {
  countWithheld,
  eventsHeard,
  eventsOf,
  type FeedEvent,
  headOfFeed,
  holdFeed,
  holdReader,
  keepEvents,
  moveReader,
  placeBefore,
  positionsOf,
} from './feed.store.js';
import { toEventDto } from './feed.view.js';
import { placeOf, textOf, typesOf } from './feed-place.js';
import { scopeOf } from './feed-scope.js';
import type { Matter } from './matter.js';
import { Turns } from './turns.js';

/** Events that a reader is given at once. */
const READ_AT_ONCE = 500;
/** What a reader missed while nobody led is read at the latest after this. */
const LOOK_EVERY_MS = 1_000;

/** An event as the gateway's own readers get it: withheld ones too, so it is theirs to tell nobody of these. `matter` is null of what is not known. */
export type ReadEvent = FeedEvent & { readonly matter: Matter | null };

/** Reads the feed in the leader, every event once and in its order: what it does with `tx` commits together with how far it has come. */
export interface FeedReader {
  /** Kept with how far it has come: never changed. */
  readonly name: string;
  read(tx: Tx, events: readonly ReadEvent[]): Promise<void>;
}

/** 事件流: what all services tell, kept in one row, scoped by whom it is asked. */
@Injectable()
export class EventFeed implements StreamKeeper, OnModuleInit {
  private readonly onKept: Turns[] = [];

  constructor(
    private readonly transactor: Transactor,
    private readonly runtime: EventRuntime,
    private readonly timers: Timers,
  ) {}

  onModuleInit(): void {
    this.runtime.keepStreams(this);
  }

  positions(): Promise<ReadonlyMap<Service, number>> {
    return this.transactor.read(SYSTEM, positionsOf);
  }

  async keep(events: readonly StreamedEvent[], isSure: boolean): Promise<ReadonlySet<Service>> {
    const first = await this.transactor.transact(SYSTEM, async (tx) => {
      await holdFeed(tx);
      return keepEvents(tx, events, isSure);
    });
    if (first.size === 0) {
      this.runtime.announce();
      this.lookAgain();
    }
    return first;
  }

  /** Has the leader look once more, because a reader has left something for later. */
  lookAgain(): void {
    for (const turns of this.onKept) void turns.take();
  }

  /** Calls `work` in every process when there may be more to read: not for each event, and without telling which. */
  whenGrown(work: () => void): void {
    this.runtime.whenAnnounced(work);
  }

  /** Calls `work` in the leader when there may be more to read, and each second besides. What goes on for many steps asks the signal after each. */
  whenKept(name: string, work: (signal: AbortSignal) => Promise<void>): void {
    const turns = new Turns(work, (error) => log.error({ err: error }, name));
    this.onKept.push(turns);
    this.timers.whileLeading({ begin: () => turns.begin(), end: () => turns.end() });
    this.timers.every(name, LOOK_EVERY_MS, () => turns.take());
  }

  /** Registers a reader; call it before the application listens (`onModuleInit`). A new one begins with what comes next. */
  readInLeader(reader: FeedReader): void {
    this.whenKept(`read the feed for ${reader.name}`, async (signal) => {
      while ((await this.readSome(reader)) === READ_AT_ONCE && !signal.aborted);
    });
  }

  /** A page of what the caller may hear. */
  page(actor: Actor, query: EventsQuery): Promise<EventsDto> {
    return this.transactor.read(actor, async (tx) => {
      const { 'event-days': days } = await readPolicies(tx, POLICIES);
      const types = typesOf(query.types);
      const oldest = new Date(tx.now.getTime() - days * DAY_MS);
      const since = query.since ? new Date(query.since) : oldest;
      const asked = query.after === undefined ? 0 : placeOf(query.after);
      const begin = Math.max(asked, await placeBefore(tx, query.after === undefined && since > oldest ? since : oldest));
      const head = await headOfFeed(tx);
      if (asked > head) throw refuse('event.place_unknown', {}, '/after');
      const scope = scopeOf(actor, { areaCode: query.areaCode, types });
      const span = { after: begin, upTo: head, limit: query.limit };
      const { events, reached } = scope ? await eventsHeard(tx, [scope], span) : { events: [], reached: Math.max(begin, head) };
      const withheld = scope ? await countWithheld(tx, scope, { after: begin, upTo: reached }) : 0;
      return { items: events.map(toEventDto), withheld, after: textOf(reached), more: reached < head };
    });
  }

  private readSome(reader: FeedReader): Promise<number> {
    return this.transactor.transact(SYSTEM, async (tx) => {
      const after = await holdReader(tx, reader.name);
      const events = await eventsOf(tx, { after, upTo: await headOfFeed(tx), limit: READ_AT_ONCE });
      if (events.length === 0) return 0;
      await reader.read(tx, events);
      moveReader(tx, reader.name, events.at(-1)?.id ?? after);
      return events.length;
    });
  }
}
