import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { HEADER } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { eventually } from '@zero-distance/testing';
import { Bench } from './fixture/bench.js';
import type { Worker } from './fixture/worker.js';

let bench: Bench;
let intake: Worker;
let dispatch: Worker;

beforeAll(async () => {
  bench = await Bench.start();
}, 60_000);
afterAll(() => bench?.end());
beforeEach(async () => {
  if (!intake?.isAlive) intake = bench.worker('intake');
  if (!dispatch?.isAlive) dispatch = bench.worker('dispatch');
  await Promise.all([intake.untilLeader(), dispatch.untilLeader()]);
}, 30_000);
afterEach(async () => {
  await bench.purge();
  await bench.stack.sql('intake', 'truncate outbox');
  await bench.stack.sql('dispatch', 'truncate effect, dead_letter, outbox');
});

const onceEverything = { timeout: 40_000 };

describe('kills', () => {
  it('A relay killed in the middle of a batch is followed by one that goes on from what was acknowledged', async () => {
    await bench.stack.killNats();
    await bench.commitMany(100, 60);
    await bench.stack.startNats();
    await eventually(
      async () => {
        const pending = await bench.pending();
        expect(pending).toBeLessThan(6_000);
      },
      { interval: 2 },
    );
    await intake.kill();
    expect(await bench.pending()).toBeGreaterThan(0);
    intake = bench.worker('intake');
    await bench.everyEffectOnce(onceEverything);
  }, 60_000);

  it('Nothing is lost, doubled or out of order when the broker is killed twice under load', async () => {
    let go = true;
    const load = (async () => {
      const ids = Array.from({ length: 20 }, () => newId());
      for (let version = 1; go; version++) await bench.commit(ids, version);
      return ids;
    })();
    for (let round = 0; round < 2; round++) {
      const before = await bench.effects();
      await eventually(async () => expect(await bench.effects()).toBeGreaterThan(before + 100));
      await bench.stack.killNats();
      await eventually(async () => expect(await bench.pending()).toBeGreaterThan(1_000));
      await bench.stack.startNats();
    }
    go = false;
    await load;
    await bench.everyEffectOnce(onceEverything);
    expect(await bench.deadLetters()).toEqual([]);
  }, 60_000);

  it('A redelivery has no effect when the consumer was killed between its commit and its acknowledgement', async () => {
    const id = newId();
    await bench.commit([id], 1, 'die after commit');
    await bench.commit([id], 2);
    await eventually(() => expect(dispatch.isAlive).toBe(false));
    expect(await bench.effects()).toBeGreaterThan(0);
    const outstanding = ({ num_pending, num_ack_pending }: Awaited<ReturnType<Bench['consumer']>>) => num_pending + num_ack_pending;
    await eventually(async () => expect(outstanding(await bench.consumer())).toBeGreaterThanOrEqual(2));
    const before = await bench.consumer();
    expect(before.num_ack_pending).toBeGreaterThan(0);
    dispatch = bench.worker('dispatch');
    // Each message without an acknowledgement is delivered again, besides those that were never delivered.
    const deliveries = before.delivered.consumer_seq + outstanding(before);
    await eventually(async () => expect((await bench.consumer()).delivered.consumer_seq).toBeGreaterThanOrEqual(deliveries));
    await bench.everyEffectOnce(onceEverything);
    expect(dispatch.timesHandled(id, 1)).toBe(0);
  }, 30_000);

  it('Later events wait for the redelivery of those that a killed consumer had in hand', async () => {
    const ids = await bench.commitMany(50, 5);
    await eventually(async () => expect(await bench.effects()).toBeGreaterThan(0), { interval: 2 });
    await dispatch.kill();
    await bench.commit(ids, 6);
    dispatch = bench.worker('dispatch');
    await bench.commit(ids, 7);
    await bench.everyEffectOnce(onceEverything);
  }, 30_000);

  it('The replica that was idle takes over when the leader is killed', async () => {
    const [intake2, dispatch2] = [bench.worker('intake'), bench.worker('dispatch')];
    await Promise.all([intake2.untilStarted(), dispatch2.untilStarted()]);
    await bench.commitMany(10, 20);
    await bench.everyEffectOnce(onceEverything);
    for (const idle of [intake2, dispatch2]) {
      expect(idle.output).not.toContain('leader of');
      expect(idle.output).not.toContain('tick');
      expect(idle.output).not.toContain('handling');
    }
    const locks = `select count(*)::int as leaders from pg_locks where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())`;
    expect(await bench.stack.sql('dispatch', locks)).toEqual([{ leaders: 2 }]);
    await Promise.all([intake.kill(), dispatch.kill()]);
    const ids = await bench.commitMany(10, 20);
    await Promise.all([intake2.untilLeader(), dispatch2.untilLeader()]);
    await bench.everyEffectOnce(onceEverything);
    expect(dispatch2.timesHandled(ids[0] as string, 20)).toBe(1);
    [intake, dispatch] = [intake2, dispatch2];
  }, 40_000);

  it('No event loses a try when the database stops while events are in hand', async () => {
    const ids = await bench.commitMany(50, 10);
    const lingering = newId();
    await bench.commit([lingering], 1, 'linger');
    await eventually(() => expect(dispatch.timesHandled(lingering, 1)).toBe(1), { interval: 2 });
    await bench.stack.stopPostgres();
    await eventually(() => expect(intake.output + dispatch.output).toContain('no longer leader'));
    await bench.stack.startPostgres();
    await bench.commit(ids, 11);
    await bench.everyEffectOnce(onceEverything);
    expect(dispatch.timesHandled(lingering, 1)).toBeGreaterThan(1);
    expect(dispatch.output).not.toMatch(/one by one|try \d failed/); // as if the handler were to blame
  }, 60_000);
});

describe('poison', () => {
  it('Neighbours of an event whose handler always throws pass at once, and later events of its aggregate when it is a dead letter', async () => {
    const [poisoned, ...neighbours] = Array.from({ length: 30 }, () => newId());
    await bench.commit([poisoned as string, ...neighbours], 1);
    await bench.commit([poisoned as string], 2, 'throw');
    for (let version = 2; version <= 5; version++) await bench.commit(neighbours, version);
    for (let version = 3; version <= 5; version++) await bench.commit([poisoned as string], version);
    await bench.everyEffectOnce({ ...onceEverything, dead: 1 });
    expect(await bench.deadLetters()).toMatchObject([{ error: 'told to throw', tries: 5, event_type: 'intake.area.registered.v1' }]);
    const order = `select aggregate_id = $1 as is_poisoned, version from effect where version = 5 or aggregate_id = $1 order by position`;
    const effects = await bench.stack.sql<{ is_poisoned: boolean; version: number }>('dispatch', order, [poisoned]);
    const last = effects.slice(-3);
    expect(last).toEqual([3, 4, 5].map((version) => ({ is_poisoned: true, version })));
    expect(dispatch.timesHandled(poisoned as string, 2)).toBeGreaterThanOrEqual(5);
  }, 30_000);

  it('A message that cannot be read, of whatever kind, is a dead letter at once, and its neighbours have their effect', async () => {
    const broken = newId();
    const envelope = (type: string, id = newId()) => ({
      [HEADER.id]: id,
      [HEADER.type]: type,
      [HEADER.source]: '/services/intake',
      [HEADER.time]: new Date().toISOString(),
      [HEADER.subject]: broken,
      [HEADER.aggregateVersion]: '1',
    });
    const type = 'intake.area.registered.v1';
    const subject = `evt.${type}`;
    const messages = [
      { subject, body: 'nothing at all' },
      { subject, body: new Uint8Array([0, 255, 0, 1]) },
      { subject, body: '{"half":', headers: envelope(type) },
      { subject, body: '{}', headers: { ...envelope(type), [HEADER.aggregateVersion]: '99999999999' } },
      { subject, body: '{}', headers: { ...envelope(type), [HEADER.subject]: 'not a uuid' } },
      { subject: 'evt.intake.area.dreamt.v1', body: '{}', headers: { ...envelope('intake.area.dreamt.v1'), [HEADER.subject]: newId() } },
    ];
    for (const message of messages) {
      await bench.commitMany(2, 1);
      await bench.stack.publishRaw(message);
    }
    await bench.commit([broken], 2); // its first version is a dead letter by now, so this one passes
    await bench.everyEffectOnce({ ...onceEverything, streamIsWhole: false });
    const errors = (await bench.deadLetters()).map(({ error }) => error.replace(/^[^:]*: /, '')).sort();
    expect(errors).toEqual([
      'ce-aggregateversion is not a version',
      'ce-subject is not a UUID',
      'no such event type',
      'the body is not JSON',
      'the header ce-type is missing',
      'the header ce-type is missing',
    ]);
    expect(
      await bench.stack.sql('dispatch', `select count(*)::int as emitted from outbox where subject = 'dlq.dispatch.recorded'`),
    ).toEqual([{ emitted: 6 }]);
  }, 30_000);

  it('A message that crashes the process is found and is a dead letter before it runs once more, and its neighbours have their effect', async () => {
    const neighbours = Array.from({ length: 20 }, () => newId());
    await bench.commit(neighbours, 1);
    await bench.commit([newId()], 1, 'crash');
    await bench.commit(neighbours, 2);
    let deaths = 0;
    await eventually(
      async () => {
        if (!dispatch.isAlive) {
          deaths += 1;
          dispatch = bench.worker('dispatch');
        }
        expect(await bench.deadLetters()).toHaveLength(1);
      },
      { timeout: 30_000, interval: 100 },
    );
    await bench.everyEffectOnce({ ...onceEverything, dead: 1 });
    expect(await bench.deadLetters()).toMatchObject([{ error: 'the process died each time this message was handled' }]);
    expect(deaths).toBe(4);
  }, 60_000);

  it('An event whose predecessor never comes is a dead letter in time, and the predecessor still has its effect when it comes', async () => {
    const id = newId();
    await bench.commit([id], 2);
    await eventually(async () => expect(await bench.deadLetters()).toHaveLength(1), { timeout: 20_000 });
    expect((await bench.deadLetters())[0]?.error).toContain('version 2 of');
    expect(await bench.effects()).toBe(0);
    await bench.commit([id], 1);
    await eventually(async () => expect(await bench.effects()).toBe(1));
  }, 30_000);
});
