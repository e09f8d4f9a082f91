import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { HEADER } from '@zero-distance/contracts';
import { newId, SYSTEM } from '@zero-distance/kernel';
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

describe('load', () => {
  it('Consumers work off thousands of events that came while they were away', async () => {
    await dispatch.stop();
    await bench.commitMany(200, 20);
    await eventually(async () => expect((await bench.consumer()).num_pending).toBe(4_000));
    dispatch = bench.worker('dispatch');
    await bench.everyEffectOnce(onceEverything);
  }, 40_000);

  it('A handler that takes longer than the broker waits is not taken for dead', async () => {
    const ids = Array.from({ length: 40 }, () => newId());
    await bench.commit(ids.slice(0, 1), 1, 'slow');
    await bench.commit(ids.slice(1), 1);
    let redelivered = 0;
    await eventually(async () => {
      redelivered = Math.max(redelivered, (await bench.consumer()).num_redelivered);
      expect(await bench.effects()).toBe(40);
    }, onceEverything);
    expect(redelivered).toBe(0);
    await bench.everyEffectOnce(onceEverything);
    expect(ids.map((id) => dispatch.timesHandled(id, 1))).toEqual(ids.map(() => 1));
  }, 30_000);
});

describe('the outbox', () => {
  it('An event that commits late is published behind later ones, and none is skipped', async () => {
    const late = await bench.write(newId());
    await bench.commitMany(10, 3);
    await eventually(async () => expect(await bench.effects()).toBe(30));
    await intake.untilTicked(12); // the relay has looked twice whether somebody is left to fill the gap
    await late.commit();
    await bench.everyEffectOnce(onceEverything);
    expect(await bench.effects()).toBe(31);
  }, 30_000);

  it('No event overtakes an earlier one of its aggregate when an event commits late and the next relay goes on from further back', async () => {
    const [first, story, other] = [newId(), newId(), newId()];
    await bench.commit([first], 1);
    const late = await bench.write(story);
    await bench.commit([other], 1);
    await eventually(async () => expect(await bench.effects()).toBe(2));
    await intake.kill();
    await bench.stack.sql('intake', 'update relay_position set last_id = (select min(id) - 1 from outbox)'); // as a crash of Postgres may leave it
    await late.commit();
    await bench.commit([story], 2); // of what the next relay finds, the first and the third are in the stream already
    intake = bench.worker('intake');
    await bench.everyEffectOnce(onceEverything);
  }, 30_000);

  it('The relay does not wait for ever for an id of a transaction that failed', async () => {
    const failing = await bench.write(newId());
    await bench.commitMany(10, 1);
    await eventually(async () => expect(await bench.effects()).toBe(10));
    expect(await bench.pending()).toBeGreaterThan(0); // what is behind the gap is published, and the relay's place is before it
    await expect(failing.fail()).rejects.toThrow('told to fail');
    await bench.everyEffectOnce(onceEverything);
    expect(await bench.effects()).toBe(10);
  }, 30_000);
});

describe('the stream', () => {
  it('Events wait in the outbox, in order, while the stream is full, and flow when there is room', async () => {
    const ids = await bench.commitMany(10, 1);
    await bench.everyEffectOnce(onceEverything);
    await bench.changeStream({ max_msgs: (await bench.stored()).messages + 5 });
    for (let version = 2; version <= 6; version++) await bench.commit(ids, version);
    await eventually(() => expect(intake.output).toContain('the stream did not take an event'));
    await eventually(async () => expect(await bench.pending()).toBe(45));
    await bench.changeStream({ max_msgs: -1 });
    await bench.everyEffectOnce(onceEverything);
    expect(await bench.deadLetters()).toEqual([]);
  }, 30_000);

  it('No event of an aggregate passes an earlier one that the stream refuses', async () => {
    const ids = await bench.commitMany(10, 1);
    await bench.everyEffectOnce(onceEverything);
    const { messages, bytes } = await bench.stored();
    await bench.changeStream({ max_msg_size: Math.ceil(bytes / messages) + 120 });
    await bench.commit(ids, 2, '大'.repeat(99));
    await bench.commit(ids, 3);
    await eventually(() => expect(intake.output).toContain('message size exceeds'));
    expect(await bench.stored()).toMatchObject({ messages });
    await bench.changeStream({ max_msg_size: -1 });
    await bench.everyEffectOnce(onceEverything);
  }, 30_000);

  it('A process stops cleanly and soon while the broker is away', async () => {
    await bench.stack.killNats();
    const began = Date.now();
    await Promise.all([intake.stop(), dispatch.stop()]);
    expect(Date.now() - began).toBeLessThan(8_000); // what the platform leaves it
    await bench.stack.startNats();
  }, 30_000);

  it('A process that starts while the broker is away runs its timers, and events flow as soon as the broker answers', async () => {
    await Promise.all([intake.stop(), dispatch.stop()]);
    await bench.stack.killNats();
    intake = bench.worker('intake');
    dispatch = bench.worker('dispatch');
    await eventually(() => expect(dispatch.output).toContain('tick'));
    await bench.commitMany(5, 3);
    await bench.stack.startNats();
    await bench.everyEffectOnce(onceEverything);
  }, 30_000);

  it('A stream that lost what it had acknowledged gets it again from the outbox, and each event has its effect once', async () => {
    await bench.commitMany(10, 3);
    await bench.everyEffectOnce(onceEverything);
    await dispatch.stop();
    const ids = await bench.commitMany(10, 3);
    await eventually(async () => expect((await bench.consumer()).num_pending).toBe(30));
    await bench.purge();
    dispatch = bench.worker('dispatch');
    await bench.commit(ids, 4); // waits for what was lost
    await eventually(async () => expect(await bench.pending()).toBe(0));
    expect(await bench.outbox.republish(SYSTEM, new Date(0))).toMatchObject({ events: 70 });
    await bench.everyEffectOnce({ ...onceEverything, streamIsWhole: false });
    expect(await bench.effects()).toBe(70);
    expect(await bench.deadLetters()).toEqual([]);
  }, 40_000);
});
