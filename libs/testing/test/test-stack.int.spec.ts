import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVENTS } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { eventually, startTestStack, type TestStack } from '@zero-distance/testing';

const TYPE = 'intake.request.registered.v1';

describe('a test stack without services', () => {
  let stack: TestStack;
  beforeAll(async () => {
    stack = await startTestStack({ services: [] });
  });
  afterAll(() => stack.stop());

  it('keeps what was published when the broker is killed and started again', async () => {
    const id = newId();
    const sent = await stack.publish(TYPE, { id, version: 1 }, EVENTS[TYPE].example);
    await stack.killNats();
    await stack.startNats();
    const [event] = await stack.published(TYPE);
    expect(event).toMatchObject({ id: sent, type: TYPE, aggregateId: id, aggregateVersion: 1, data: EVENTS[TYPE].example });
    expect(await stack.published()).toHaveLength(1);
  });

  it('has a database of its own with every schema', async () => {
    const rows = await stack.sql<{ schema: string }>('dispatch', 'SELECT current_schema() AS schema');
    expect(rows).toEqual([{ schema: 'dispatch' }]);
  });

  it('refuses to stop the Postgres that others use too', async () => {
    await expect(stack.stopPostgres()).rejects.toThrow(/postgres: 'private'/);
  });
});

describe('a test stack with a private Postgres', () => {
  it('finds its rows again after a stop or a kill and a start', async () => {
    const stack = await startTestStack({ services: [], postgres: 'private' });
    try {
      await stack.sql('dispatch', 'CREATE TABLE kept (n int)');
      await stack.stopPostgres();
      await expect(stack.sql('dispatch', 'SELECT 1')).rejects.toThrow();
      await stack.startPostgres();
      await stack.sql('dispatch', 'INSERT INTO kept VALUES (1)');
      await stack.killPostgres();
      await stack.startPostgres();
      expect(await stack.sql('dispatch', 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
    } finally {
      await stack.stop();
    }
  }, 30_000);
});

describe('a test stack with two processes of each service and three NATS servers', () => {
  it('goes on with what was published when one of the servers is killed, and takes it back, whichever it is', async () => {
    const stack = await startTestStack({ services: ['intake'], postgres: 'private', natsNodes: 3, replicas: 2 });
    try {
      expect(new Set(stack.urls('intake')).size).toBe(2);
      const sent: string[] = [];
      const publish = async () => {
        const id = newId();
        await eventually(() => stack.publish(TYPE, { id, version: 1 }, EVENTS[TYPE].example), { timeout: 20_000 });
        sent.push(id);
      };
      for (const node of [0, 1, 2]) {
        await publish();
        await stack.killNats(node);
        await publish();
        await stack.startNats(node);
        const events = await stack.publishedBy('intake');
        expect([...new Set(events.map((event) => event.aggregateId))]).toEqual(sent);
      }
      for (const url of stack.urls('intake')) expect((await fetch(`${url}/health/live`)).status).toBe(200);
    } finally {
      await stack.stop();
    }
  }, 60_000);
});
