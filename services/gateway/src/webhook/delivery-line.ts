import { type Answer, type DeliveryFault, faultOf, waitAfterTry } from './outcome.js';
import type { DeliveryState } from './webhook.js';

/** What is to be sent, as far as its turn is concerned. */
export interface InLine {
  readonly id: string;
  readonly aggregateId: string;
  readonly tries: number;
  readonly nextAt: Date;
}

/** What became of a try: without a fault it arrived. */
export interface Outcome {
  readonly tries: number;
  readonly nextAt: Date;
  readonly fault: DeliveryFault | undefined;
}

export interface LineOptions<D extends InLine> {
  /** As many are under way at once, while the receiver takes them. */
  readonly atOnce: number;
  /** Undefined for what is not to be sent any more. */
  readonly send: (delivery: D) => Promise<Answer | undefined>;
  /** Told once for each try, before the next is sent. */
  readonly tried: (delivery: D, answer: Answer | undefined, outcome: Outcome) => void;
}

/** After so many failures in a row the receiver is taken for away: one try at a time, and none before its wait is over. */
const AWAY_AFTER = 3;

/**
 * The deliveries of one webhook. Those of one aggregate are sent one after the other, each when the one before has arrived; those of several at once. A
 * receiver that does not take them holds up nobody but itself.
 */
export class DeliveryLine<D extends InLine> {
  private queue: D[] = []; // in order
  private readonly underWay = new Map<string, number>(); // by aggregate: since when
  private readonly nextAt = new Map<string, number>(); // of what has been tried
  private readonly tries = new Map<string, number>();
  private failures = 0;
  private resumeAt = 0;
  private isStopped = false;

  constructor(private readonly options: LineOptions<D>) {}

  get size(): number {
    return this.queue.length;
  }

  get ids(): string[] {
    return this.queue.map(({ id }) => id);
  }

  get active(): number {
    return this.underWay.size;
  }

  /** Since when the oldest try has been under way. */
  get activeSince(): number | undefined {
    const [oldest] = this.underWay.values();
    return oldest;
  }

  /** Puts at the end what is not in the line yet. */
  add(deliveries: readonly D[]): void {
    const known = new Set(this.queue.map(({ id }) => id));
    this.queue.push(...deliveries.filter(({ id }) => !known.has(id)));
  }

  stop(): void {
    this.isStopped = true;
  }

  /** Sends what may be sent now. */
  pump(now = Date.now()): void {
    if (this.isStopped || now < this.resumeAt) return;
    const atOnce = this.failures === 0 ? this.options.atOnce : 1;
    const passed = new Set<string>();
    for (const delivery of this.queue) {
      if (this.underWay.size >= atOnce) return;
      const { id, aggregateId } = delivery;
      const isFirst = !passed.has(aggregateId) && !this.underWay.has(aggregateId);
      passed.add(aggregateId);
      if (isFirst && (this.nextAt.get(id) ?? delivery.nextAt.getTime()) <= now) void this.try(delivery);
    }
  }

  private async try(delivery: D): Promise<void> {
    this.underWay.set(delivery.aggregateId, Date.now());
    const answer = await this.options.send(delivery);
    this.underWay.delete(delivery.aggregateId);
    if (this.isStopped) return; // it is sent again by who leads next
    this.settle(delivery, answer, new Date());
    this.pump();
  }

  private settle(delivery: D, answer: Answer | undefined, now: Date): void {
    const fault = answer && faultOf(answer);
    const tries = (this.tries.get(delivery.id) ?? delivery.tries) + (answer ? 1 : 0);
    const wait = fault ? waitAfterTry(tries, answer.retryAfter, now) : 0;
    const nextAt = new Date(now.getTime() + wait);
    if (fault) {
      this.tries.set(delivery.id, tries);
      this.nextAt.set(delivery.id, nextAt.getTime());
      this.failures += 1;
      if (this.failures >= AWAY_AFTER || fault === 'busy') this.resumeAt = nextAt.getTime();
    } else {
      this.failures = 0;
      this.queue = this.queue.filter((one) => one !== delivery);
      this.tries.delete(delivery.id);
      this.nextAt.delete(delivery.id);
    }
    this.options.tried(delivery, answer, { tries, nextAt, fault });
  }
}

/** What became of a try, not yet saved. */
export interface Unsaved {
  readonly state: DeliveryState;
  readonly tries: number;
  readonly nextAt: Date;
}

/**
 * Of the deliveries that wait by their rows, those that a line does not know yet. One that was tried in vain by a line before this one takes its place, as
 * it stands by now: left out until it is saved it would come behind those after it.
 * @param unsaved what became of tries, by delivery, whichever line tried
 */
export function unknownOf<D extends InLine>(waiting: readonly D[], inLine: readonly string[], unsaved: ReadonlyMap<string, Unsaved>): D[] {
  const known = new Set(inLine);
  return waiting.flatMap((delivery) => {
    const tried = unsaved.get(delivery.id);
    if (known.has(delivery.id) || (tried && tried.state !== 'waiting')) return [];
    return tried ? [{ ...delivery, tries: tried.tries, nextAt: tried.nextAt }] : [delivery];
  });
}
