import { Injectable } from '@nestjs/common';
import type { Service } from '@zero-distance/contracts';
import { type Actor, defineErrors, newId, SYSTEM } from '@zero-distance/kernel';
import type { Tx } from '@zero-distance/persistence';
import { isRace, Transactor } from '@zero-distance/persistence';
import { DeadLetterEntity } from './dead-letter.entity.js';
import { type Delivery, eventIdOf, eventTypeOf } from './received-event.js';

const EXAMPLES = { state: 'replayed', reason: 'the event has no area code' };

/** The refusals of operations on dead letters. */
export const refuseDeadLetter = defineErrors('platform', EXAMPLES, {
  dead_letter_not_found: { status: 404, zh: '没有编号为 {id} 的死信。', en: 'There is no dead letter {id}.' },
  dead_letter_settled: {
    status: 409,
    zh: '死信 {id} 已处理（{state}），不能再次处理。',
    en: 'Dead letter {id} is already settled ({state}).',
  },
  dead_letter_replay_failed: {
    status: 409,
    zh: '重放死信 {id} 失败：{reason}。它仍在等待处理。',
    en: 'Replaying dead letter {id} failed: {reason}. It still waits.',
  },
});

export interface DeadLetterFilter {
  readonly state?: DeadLetterEntity['state'];
  /** Ids after this one, newest first. */
  readonly before?: string;
  readonly limit: number;
}

/** Runs the event of a dead letter in a Tx. The transport provides it, because it knows the handlers. */
export type ReplayHandler = (delivery: Delivery, consumer: string, tx: Tx) => Promise<void>;

/** Records a message that could not be handled, and emits the event about it. */
export function recordDeadLetter(tx: Tx, service: Service, consumer: string, delivery: Delivery, error: Error): void {
  const id = newId();
  const { tries } = delivery;
  const letter = {
    id,
    state: 'waiting',
    eventId: storable(eventIdOf(delivery)),
    eventType: storable(eventTypeOf(delivery)),
    consumer,
    headers: Object.fromEntries(Object.entries(delivery.headers).map(([name, value]) => [storable(name), storable(value)])),
    body: storable(delivery.body),
    tries,
  } as const;
  tx.insert(DeadLetterEntity, { ...letter, error: storable(error.message).slice(0, 2_000), failedAt: tx.now, version: 1 });
  const data = {
    deadLetterId: id,
    eventId: letter.eventId.slice(0, 64),
    eventType: letter.eventType.slice(0, 128),
    tries,
    at: tx.now.toISOString(),
  };
  tx.emit(`${service}.dead-letter.recorded.v1`, { id, version: 1 }, data);
}

/**
 * A dead letter keeps its event until somebody settles it, but the sealed text of a matter no longer than stream and outbox do: what is erased by
 * law is gone everywhere within a week (decision 35). Replayed after that, the event has its effect without the text.
 */
export const DROP_SEALED_TEXTS = `
  update dead_letter set body = case when body is json object then (body::jsonb - 'sealedText')::text else '' end
  where failed_at < now() - interval '7 days' and body like '%"sealedText"%'`;

/** Postgres text cannot hold NUL; the replacement character takes its place. */
const storable = (text: string): string => text.replaceAll('\0', '\uFFFD');

/** The operations on dead letters. */
@Injectable()
export class DeadLetters {
  private handler: ReplayHandler = async () => {
    throw new Error('this process runs no event handlers');
  };

  constructor(private readonly transactor: Transactor) {}

  /** Sets how an event is run. */
  replayWith(handler: ReplayHandler): void {
    this.handler = handler;
  }

  list(actor: Actor, filter: DeadLetterFilter): Promise<DeadLetterEntity[]> {
    return this.transactor.read(actor, (tx) => {
      const params: unknown[] = [];
      const given = (value: unknown): string => `$${params.push(value)}`;
      const conditions = [
        ...(filter.state === undefined ? [] : [`state = ${given(filter.state)}`]),
        ...(filter.before === undefined ? [] : [`id < ${given(filter.before)}`]),
      ];
      const where = conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';
      const sql = `select ${tx.columns(DeadLetterEntity)} from dead_letter ${where} order by id desc limit ${given(filter.limit)}`;
      return tx.page<DeadLetterEntity>(sql, params);
    });
  }

  get(actor: Actor, id: string): Promise<DeadLetterEntity> {
    return this.transactor.read(actor, (tx) => found(tx, id));
  }

  /**
   * Runs the event again, now. Its effect and the settling of the letter are one transaction. The handler has the system's rights, as it
   * had the first time; the letter keeps who asked for it.
   */
  replay(actor: Actor, id: string): Promise<DeadLetterEntity> {
    return this.transactor.transact({ ...SYSTEM, id: actor.id, idempotency: actor.idempotency }, async (tx) => {
      const letter = await waiting(tx, id);
      try {
        await this.handler(
          { headers: letter.headers, body: letter.body, tries: letter.tries + 1, messageId: letter.eventId },
          letter.consumer,
          tx,
        );
      } catch (error) {
        if (isRace(error)) throw error; // to be run again
        throw refuseDeadLetter('dead_letter_replay_failed', { id, reason: (error as Error).message });
      }
      return settle(tx, letter, 'replayed');
    });
  }

  /** Gives the event up. The letter keeps the name of the operator who decided it. */
  discard(actor: Actor, id: string): Promise<DeadLetterEntity> {
    return this.transactor.transact(actor, async (tx) => settle(tx, await waiting(tx, id), 'discarded'));
  }
}

async function found(tx: Pick<Tx, 'findOne'>, id: string): Promise<DeadLetterEntity> {
  const letter = await tx.findOne(DeadLetterEntity, { id });
  if (!letter) throw refuseDeadLetter('dead_letter_not_found', { id });
  return letter;
}

async function waiting(tx: Tx, id: string): Promise<DeadLetterEntity> {
  const letter = await found(tx, id);
  if (letter.state !== 'waiting') throw refuseDeadLetter('dead_letter_settled', { id, state: letter.state });
  return letter;
}

function settle(tx: Tx, letter: DeadLetterEntity, state: 'replayed' | 'discarded'): DeadLetterEntity {
  const settled = { state, settledAt: tx.now, settledBy: tx.actor.id };
  tx.update(DeadLetterEntity, letter, settled);
  return { ...letter, ...settled, version: letter.version + 1 };
}
