import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
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
