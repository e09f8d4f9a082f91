import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { MessageHandler } from '@nestjs/microservices';
import { EVENTS } from '@zero-distance/contracts';
import { newId, SYSTEM } from '@zero-distance/kernel';
import { closeDataSource, createDataSource, outboxRow, Transaction, Transactor, type Tx } from '@zero-distance/persistence';
import { startTestStack, type TestStack } from '@zero-distance/testing';
import type { DataSource } from 'typeorm';
import type { EventContext } from '../src/inbox/event-context.js';
import { Inbox } from '../src/inbox/inbox.js';
import { MicroBatch } from '../src/inbox/micro-batch.js';

const CONSUMER = 'evt-intake';

let stack: TestStack;
let dataSource: DataSource;
beforeAll(async () => {
  stack = await startTestStack({ services: [] });
  await stack.sql('dispatch', 'create table effect (aggregate_id uuid, aggregate_version int)');
  await stack.sql('dispatch', 'grant select, insert on effect to dispatch');
  const databaseUrl = stack.environment('dispatch').DATABASE_URL as string;
  dataSource = await createDataSource({ service: 'dispatch', databaseUrl, poolSize: 4, entities: [] }).initialize();
}, 60_000);
afterAll(async () => {
  await closeDataSource(dataSource);
  await stack.stop();
});
beforeEach(() => stack.sql('dispatch', 'truncate effect, inbox'));

const writeEffect = (tx: Tx, aggregateId: string, aggregateVersion: number): void =>
  tx.write('insert into effect values ($1, $2)', [aggregateId, aggregateVersion]);

/** A consumer that has read its position and takes this version for the next; `commit` writes effect and position. */
async function consumerAt(aggregateId: string, aggregateVersion: number): Promise<{ commit(): Promise<void> }> {
  const tx = new Transaction(dataSource, SYSTEM);
  const inbox = await Inbox.load(CONSUMER, tx, [{ aggregateId, aggregateVersion }]);
  expect(inbox.take({ aggregateId, aggregateVersion })).toBe('next');
  return {
    commit: async () => {
      try {
        inbox.save(tx);
        writeEffect(tx, aggregateId, aggregateVersion);
        await tx.commit();
      } finally {
        await tx.rollback();
      }
    },
  };
}

const effects = () => stack.sql('dispatch', 'select aggregate_version from effect order by 1');
const positions = () => stack.sql('dispatch', 'select version from inbox');

describe('two consumers that both believe that they lead', () => {
  it('Of two consumers that read the same position one commits, and the other leaves neither effect nor position', async () => {
    const id = newId();
    await (await consumerAt(id, 1)).commit();
    const [leader, former] = [await consumerAt(id, 2), await consumerAt(id, 2)];
    await leader.commit();
    await expect(former.commit()).rejects.toThrow();
    expect(await effects()).toEqual([{ aggregate_version: 1 }, { aggregate_version: 2 }]);
    expect(await positions()).toEqual([{ version: 2 }]);
  });

  it('A consumer that was cut off for long does not move a position back', async () => {
    const id = newId();
    await (await consumerAt(id, 1)).commit();
    const former = await consumerAt(id, 2);
    for (const version of [2, 3]) await (await consumerAt(id, version)).commit();
    await expect(former.commit()).rejects.toThrow();
    expect(await effects()).toHaveLength(3);
    expect(await positions()).toEqual([{ version: 3 }]);
  });

  it('Of two consumers that hear the first event of an aggregate one commits', async () => {
    const id = newId();
    const [leader, former] = [await consumerAt(id, 1), await consumerAt(id, 1)];
    await leader.commit();
    await expect(former.commit()).rejects.toThrow();
    expect(await effects()).toEqual([{ aggregate_version: 1 }]);
  });
});

describe('a dead letter that is replayed', () => {
  const TYPE = 'intake.area.registered.v1';

  it('A replay leaves neither effect nor position when the letter cannot be settled in the same transaction', async () => {
    const handler = (async (_: unknown, { tx, event }: EventContext) =>
      writeEffect(tx, event.aggregateId, event.aggregateVersion)) as unknown as MessageHandler;
    const options = {
      service: 'dispatch',
      consumer: CONSUMER,
      dataSource,
      handlerOf: () => handler,
      afterCommit: () => undefined,
    } as const;
    const { example: data } = EVENTS[TYPE];
    const { eventId, headers, body } = outboxRow({
      service: 'intake',
      type: TYPE,
      aggregate: { id: newId(), version: 1 },
      data,
      now: new Date(),
    });
    const delivery = { headers: JSON.parse(headers) as Record<string, string>, body, tries: 7, messageId: eventId };
    const replay = (settle: () => void) =>
      new Transactor(dataSource).transact(SYSTEM, async (tx) => {
        await new MicroBatch(options).replay(delivery, tx);
        settle();
      });
    await expect(
      replay(() => {
        throw new Error('settled by somebody else');
      }),
    ).rejects.toThrow('settled by somebody else');
    expect([await effects(), await positions()]).toEqual([[], []]);
    await replay(() => undefined);
    expect([await effects(), await positions()]).toEqual([[{ aggregate_version: 1 }], [{ version: 1 }]]);
  });
});
