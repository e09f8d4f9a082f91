import type { MessageHandler } from '@nestjs/microservices';
import { EventSchemaError, type Service } from '@zero-distance/contracts';
import { SYSTEM } from '@zero-distance/kernel';
import { constraintOf, retryOnConflict, Transaction, type Tx } from '@zero-distance/persistence';
import type { DataSource } from 'typeorm';
import { recordDeadLetter } from './dead-letters.js';
import { runHandlers } from './handler.js';
import { Inbox } from './inbox.js';
import { type Delivery, envelopeOf, type ReceivedEvent, receive } from './received-event.js';

/** Finds the handlers of an event type; null when there are none. */
export type HandlerLookup = (type: string) => MessageHandler | null;

export interface MicroBatchOptions {
  readonly service: Service;
  /** The name under which positions are kept: the stream. */
  readonly consumer: string;
  readonly dataSource: DataSource;
  readonly handlerOf: HandlerLookup;
  readonly afterCommit: () => void;
}

/** The events of a committed batch, by what became of them. */
export interface BatchOutcome<E> {
  /** Handled now or before: to be acknowledged. */
  readonly done: E[];
  /** An earlier event of the aggregate is not handled yet: to be kept until it is. */
  readonly early: E[];
}

/** Runs deliveries against the database. Knows no broker, so it serves the stream and replays alike. */
export class MicroBatch {
  constructor(private readonly options: MicroBatchOptions) {}

  /** Whether a handler takes events of this type. Of other events only the version counts. */
  wants(type: string): boolean {
    return this.options.handlerOf(type) !== null;
  }

  /** Runs all events in one transaction with their inbox positions. Throws when a handler does, and keeps nothing then. */
  handle<E extends ReceivedEvent>(events: readonly E[]): Promise<BatchOutcome<E>> {
    return this.transact(async (tx) => {
      const inbox = await Inbox.load(
        this.options.consumer,
        tx,
        events.map((event) => event.envelope),
      );
      const verdicts = events.map(({ envelope }) => inbox.take(envelope, envelope.snapshot));
      inbox.save(tx);
      await tx.flush(); // first: a second leader fails here, before any effect
      for (const [i, event] of events.entries()) {
        if (verdicts[i] === 'next') await this.run(event, tx);
      }
      return { done: events.filter((_, i) => verdicts[i] !== 'early'), early: events.filter((_, i) => verdicts[i] === 'early') };
    });
  }

  /** Records a delivery as a dead letter. If it was the next of its aggregate, the events after it may run now. */
  async deadLetter(delivery: Delivery, error: Error): Promise<void> {
    try {
      await this.transact(async (tx) => {
        const envelope = envelopeOf(delivery);
        if (envelope) {
          const inbox = await Inbox.load(this.options.consumer, tx, [envelope]);
          inbox.take(envelope, envelope.snapshot);
          inbox.save(tx);
        }
        recordDeadLetter(tx, this.options.service, this.options.consumer, delivery, error);
      });
    } catch (failure) {
      if (constraintOf(failure) !== 'dead_letter_once') throw failure; // it is one already
    }
  }

  /**
   * Runs the event of a dead letter. Its version may be past or the next. It may lie ahead only when the consumer has heard nothing of the
   * aggregate: with the replay the operator decides that the aggregate begins here.
   */
  async replay(delivery: Delivery, tx: Tx): Promise<void> {
    const event = receive(delivery, (type) => this.wants(type));
    if (event instanceof EventSchemaError) throw event;
    const inbox = await Inbox.load(this.options.consumer, tx, [event.envelope]);
    if (inbox.take(event.envelope, true) === 'early')
      throw new Error('an earlier event of the same aggregate is missing: replay that first');
    inbox.save(tx);
    await this.run(event, tx);
  }

  /**
   * Marks that a message is about to run alone, because it was delivered often. A crash cannot be caught, so the markers that were never
   * cleared are counted.
   * @returns how many times, with this one, the message began and was not seen to end
   */
  async setCrashMarker(messageId: string): Promise<number> {
    const sql = `insert into suspect (consumer, message_id) values ($1, $2)
      on conflict (consumer, message_id) do update set times = suspect.times + 1 returning times`;
    const [row] = await this.options.dataSource.query<{ times: number }[]>(sql, [this.options.consumer, messageId]);
    return row?.times ?? 1;
  }

  /** The message ended, well or badly, and the process lives. */
  async clearCrashMarker(messageId: string): Promise<void> {
    await this.options.dataSource.query('delete from suspect where consumer = $1 and message_id = $2', [this.options.consumer, messageId]);
  }

  private transact<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return retryOnConflict(async (lock) => {
      const tx = new Transaction(this.options.dataSource, SYSTEM);
      try {
        await tx.begin();
        if (lock) await tx.lock(lock);
        const answer = await work(tx);
        await tx.commit();
        if (tx.emitted) this.options.afterCommit();
        return answer;
      } catch (error) {
        await tx.rollback();
        throw error;
      }
    });
  }

  private async run(event: ReceivedEvent, tx: Tx): Promise<void> {
    const handler = this.options.handlerOf(event.envelope.type);
    if (!handler) return;
    await runHandlers(handler, event, tx);
    if (tx instanceof Transaction) await tx.flush();
  }
}
