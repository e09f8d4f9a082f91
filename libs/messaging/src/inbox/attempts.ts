import type { LoggerService } from '@nestjs/common';
import { type EventEnvelope, EventSchemaError } from '@zero-distance/contracts';
import { isOutage } from '@zero-distance/persistence';
import type { RetryPolicy } from '../broker/retry-policy.js';
import type { Acknowledgement, StreamMessage } from './acknowledgement.js';
import type { MicroBatch } from './micro-batch.js';
import { type Delivery, envelopeOf, type ReceivedEvent } from './received-event.js';
import { Resequencer } from './resequencer.js';
import { hasCrashedTooOften, isQuarantined, waitAfter, wasLastTry } from './retry-rules.js';

/** A message and what could be read of it. */
export interface Arrived<M> {
  readonly message: M;
  readonly delivery: Delivery;
  readonly event: ReceivedEvent | EventSchemaError;
}
interface Readable<M> extends ReceivedEvent {
  readonly message: M;
}

export interface AttemptsOptions<M> {
  readonly stream: string;
  readonly batch: Pick<MicroBatch, 'handle' | 'deadLetter' | 'setCrashMarker' | 'clearCrashMarker'>;
  readonly acknowledgement: Acknowledgement;
  readonly retryPolicy: RetryPolicy;
  readonly logger: LoggerService;
  /** Aborted when the consumer stops. */
  readonly signal: AbortSignal;
  /** Takes the messages that may run now, because an earlier event of their aggregate has been handled. */
  readonly onReleased: (messages: readonly M[]) => void;
}

/**
 * Tries events until each is handled or a dead letter. What has arrived runs as one micro-batch. A batch that fails runs again one by one, so
 * a bad event costs its neighbours only time. An event that came too early waits. Throws only when the database is away: no try counts then.
 */
export class Attempts<M extends StreamMessage> {
  private readonly resequencer = new Resequencer<M>();
  private readonly expired = new WeakSet<M>();

  constructor(private readonly options: AttemptsOptions<M>) {}

  async run(arrived: readonly Arrived<M>[]): Promise<void> {
    const together: Readable<M>[] = [];
    for (const { message, delivery, event } of arrived) {
      if (event instanceof EventSchemaError) await this.deadLetter(message, delivery, event);
      else if (isQuarantined(delivery.tries)) await this.tryQuarantined({ ...event, message });
      else together.push({ ...event, message });
    }
    if (together.length > 0) await this.tryTogether(together);
  }

  /** The messages that wait for an earlier event of their aggregate. */
  waiting(): readonly M[] {
    return this.resequencer.all();
  }

  /** Gives up waiting for messages that have waited too long. They run once more, and then are handled or dead letters. */
  expire(now: number): readonly M[] {
    const expired = this.resequencer.expire(now - this.options.retryPolicy.waitMs);
    for (const message of expired) this.expired.add(message);
    return expired;
  }

  private async tryTogether(events: readonly Readable<M>[]): Promise<void> {
    const { stream, logger, signal, acknowledgement } = this.options;
    try {
      await this.settle(events);
    } catch (error) {
      if (isOutage(error)) throw error;
      if (events.length === 1) return this.fail(events[0] as Readable<M>, error as Error);
      logger.warn(`${stream}: a batch of ${events.length} failed (${(error as Error).message}); running them one by one`);
      for (const event of events) {
        if (signal.aborted) acknowledgement.giveBack([event.message]);
        else await this.trySingly(event);
      }
    }
  }

  private async trySingly(event: Readable<M>): Promise<void> {
    try {
      await this.settle([event]);
    } catch (error) {
      if (isOutage(error)) throw error;
      await this.fail(event, error as Error);
    }
  }

  private async tryQuarantined(event: Readable<M>): Promise<void> {
    const { batch } = this.options;
    if (hasCrashedTooOften(await batch.setCrashMarker(event.messageId)))
      await this.deadLetter(event.message, event, new Error('the process died each time this message was handled'));
    else await this.trySingly(event);
    await batch.clearCrashMarker(event.messageId);
  }

  private async settle(events: readonly Readable<M>[]): Promise<void> {
    const { done, early } = await this.options.batch.handle(events);
    for (const event of early.filter(({ message }) => !this.expired.has(message))) this.hold(event);
    for (const event of early.filter(({ message }) => this.expired.has(message)))
      await this.deadLetter(event.message, event, missing(event));
    for (const { message, envelope } of done) {
      this.options.acknowledgement.done(message, envelope);
      this.releaseNext(envelope);
    }
  }

  private hold({ message, messageId, envelope }: Readable<M>): void {
    const { logger } = this.options;
    logger.debug?.(`message ${messageId} waits: version ${envelope.aggregateVersion} is not its aggregate's next`);
    this.resequencer.hold(envelope, message, Date.now());
  }

  private releaseNext({ aggregateId }: EventEnvelope): void {
    this.options.onReleased(this.resequencer.release(aggregateId));
  }

  private async fail(event: Readable<M>, error: Error): Promise<void> {
    const { acknowledgement, retryPolicy, logger } = this.options;
    acknowledgement.failed();
    if (wasLastTry(event.tries, retryPolicy)) return this.deadLetter(event.message, event, error);
    logger.warn(`${event.envelope.type} ${event.envelope.id}: try ${event.tries} failed: ${error.message}`);
    acknowledgement.giveBack([event.message], () => waitAfter(event.tries, retryPolicy));
  }

  /** A message that cannot even be recorded as a dead letter is tried again later, and its neighbours go on. */
  private async deadLetter(message: M, delivery: Delivery, error: Error): Promise<void> {
    const { batch, acknowledgement, retryPolicy, logger } = this.options;
    try {
      await batch.deadLetter(delivery, error);
    } catch (failure) {
      if (isOutage(failure)) throw failure;
      logger.error(`message ${delivery.messageId} could not be recorded as a dead letter: ${(failure as Error).message}`);
      acknowledgement.giveBack([message], () => waitAfter(Number.POSITIVE_INFINITY, retryPolicy));
      return;
    }
    logger.error(`message ${delivery.messageId} is a dead letter: ${error.message}`);
    acknowledgement.dead(message);
    const envelope = envelopeOf(delivery);
    if (envelope) this.releaseNext(envelope);
  }
}

const missing = ({ envelope }: ReceivedEvent): Error =>
  new Error(`version ${envelope.aggregateVersion} of ${envelope.aggregateId} came, but an earlier one never did`);
