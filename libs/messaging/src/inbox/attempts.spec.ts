import { beforeEach, describe, expect, it } from '@jest/globals';
import type { EventEnvelope } from '@zero-distance/contracts';
import { EventSchemaError } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { Acknowledgement } from './acknowledgement.js';
import { type Arrived, Attempts } from './attempts.js';
import type { BatchOutcome } from './micro-batch.js';
import type { ReceivedEvent } from './received-event.js';

const POLICY = { backoffMs: [100, 200, 300], waitMs: 1_000 };
const outage = Object.assign(new Error('the database is away'), { code: 'ECONNREFUSED' });

/** A message that keeps its answers. */
class Message {
  readonly answers: string[] = [];
  ack = () => void this.answers.push('ack');
  nak = (ms?: number) => void this.answers.push(ms === undefined ? 'nak' : 'nak later');
  term = () => void this.answers.push('term');
  working = () => void this.answers.push('working');
}

/** The database of a test, which knows what events fail and what events come too early. */
class Batch {
  readonly runs: string[][] = [];
  readonly letters: string[] = [];
  failing: Readonly<Record<string, Error>> = {};
  failingLetter?: Error;
  early = new Set<string>();
  begun = 1;
  markers = 0;

  async handle<E extends ReceivedEvent>(events: readonly E[]): Promise<BatchOutcome<E>> {
    this.runs.push(events.map(({ messageId }) => messageId));
    for (const { messageId } of events) if (this.failing[messageId]) throw this.failing[messageId];
    return {
      done: events.filter(({ messageId }) => !this.early.has(messageId)),
      early: events.filter(({ messageId }) => this.early.has(messageId)),
    };
  }
  async deadLetter({ messageId }: { messageId: string }, error: Error): Promise<void> {
    if (this.failingLetter) throw this.failingLetter;
    this.letters.push(`${messageId}: ${error.message}`);
  }
  async setCrashMarker(): Promise<number> {
    this.markers += 1;
    return this.begun;
  }
  async clearCrashMarker(): Promise<void> {
    this.markers -= 1;
  }
}

const AGGREGATE = newId();
const NOTHING = { log: () => undefined, error: () => undefined, warn: () => undefined };

function arrived(messageId: string, tries = 1, aggregateVersion = 1): Arrived<Message> {
  const envelope = { id: messageId, type: 'intake.area.registered.v1', aggregateId: AGGREGATE, aggregateVersion, time: new Date() };
  const delivery = { headers: {}, body: '{}', tries, messageId };
  return { message: new Message(), delivery, event: { ...delivery, envelope: envelope as EventEnvelope, data: {} } };
}
const answersOf = (messages: readonly Arrived<Message>[]): string[] => messages.map(({ message }) => message.answers.join(' '));

let batch: Batch;
let released: Message[];
let over: AbortController;
let attempts: Attempts<Message>;
beforeEach(() => {
  batch = new Batch();
  released = [];
  over = new AbortController();
  attempts = new Attempts({
    stream: 'EVT_INTAKE',
    batch,
    acknowledgement: new Acknowledgement('EVT_INTAKE', { isClosed: () => false }),
    retryPolicy: POLICY,
    logger: NOTHING,
    signal: over.signal,
    onReleased: (messages) => void released.push(...messages),
  });
});

describe('attempts', () => {
  it('Events that arrived together run as one batch and are acknowledged after it', async () => {
    const events = [arrived('a'), arrived('b')];
    await attempts.run(events);
    expect([batch.runs, answersOf(events)]).toEqual([[['a', 'b']], ['ack', 'ack']]);
  });

  it('A batch that fails runs again one by one: the bad event is delivered again later, and its neighbours are done', async () => {
    batch.failing = { b: new Error('told to fail') };
    const events = [arrived('a'), arrived('b'), arrived('c')];
    await attempts.run(events);
    expect(batch.runs).toEqual([['a', 'b', 'c'], ['a'], ['b'], ['c']]);
    expect(answersOf(events)).toEqual(['ack', 'nak later', 'ack']);
  });

  it('What is left of a failed batch is given back at once when the consumer stops', async () => {
    batch.failing = { a: new Error('told to fail') };
    over.abort();
    const events = [arrived('a'), arrived('b')];
    await attempts.run(events);
    expect([batch.runs.length, answersOf(events)]).toEqual([1, ['nak', 'nak']]);
  });

  it('An event that fails on its last try is a dead letter and is never delivered again', async () => {
    batch.failing = { a: new Error('told to fail') };
    const event = arrived('a', POLICY.backoffMs.length + 1);
    await attempts.run([event]);
    expect([batch.letters, answersOf([event])]).toEqual([['a: told to fail'], ['term']]);
  });

  it('A message that cannot be read is a dead letter at once, and its neighbours run', async () => {
    const unreadable = { ...arrived('a'), event: new EventSchemaError('unknown', 'the body is not JSON') };
    const neighbour = arrived('b');
    await attempts.run([unreadable, neighbour]);
    expect([batch.letters.length, answersOf([unreadable, neighbour])]).toEqual([1, ['term', 'ack']]);
  });

  it('A dead letter that cannot be recorded is delivered again later', async () => {
    batch.failingLetter = new Error('too long');
    const unreadable = { ...arrived('a'), event: new EventSchemaError('unknown', 'the body is not JSON') };
    await attempts.run([unreadable]);
    expect(answersOf([unreadable])).toEqual(['nak later']);
  });

  it('A message that was delivered three times runs alone behind a crash marker, which is cleared when it has ended', async () => {
    const events = [arrived('a', 3), arrived('b')];
    await attempts.run(events);
    expect([batch.runs, batch.markers, answersOf(events)]).toEqual([[['a'], ['b']], 0, ['ack', 'ack']]);
  });

  it('A message that crashed the process twice is a dead letter without running again', async () => {
    batch.begun = 3;
    const event = arrived('a', 3);
    await attempts.run([event]);
    expect([batch.runs, batch.letters.length, answersOf([event])]).toEqual([[], 1, ['term']]);
  });

  it('An event that came too early waits, and is released when an earlier event of its aggregate is done', async () => {
    batch.early = new Set(['late']);
    const [late, first] = [arrived('late', 1, 2), arrived('first')];
    await attempts.run([late]);
    expect([answersOf([late]), attempts.waiting()]).toEqual([[''], [late.message]]);
    await attempts.run([first]);
    expect([released, attempts.waiting()]).toEqual([[late.message], []]);
  });

  it('An event that waited too long for an earlier one of its aggregate runs once more, and then is a dead letter', async () => {
    batch.early = new Set(['late']);
    const late = arrived('late', 1, 2);
    await attempts.run([late]);
    expect(attempts.expire(Date.now() + POLICY.waitMs - 500)).toEqual([]);
    expect(attempts.expire(Date.now() + POLICY.waitMs)).toEqual([late.message]);
    await attempts.run([late]);
    expect(batch.letters).toEqual([`late: version 2 of ${AGGREGATE} came, but an earlier one never did`]);
    expect(answersOf([late])).toEqual(['term']);
  });

  it('No message loses a try while the database is away', async () => {
    batch.failing = { a: outage };
    const events = [arrived('a'), arrived('b')];
    await expect(attempts.run(events)).rejects.toBe(outage);
    batch.failingLetter = outage;
    await expect(attempts.run([{ ...arrived('c'), event: new EventSchemaError('unknown', 'no') }])).rejects.toBe(outage);
    expect(answersOf(events)).toEqual(['', '']);
  });
});

describe('acknowledgement', () => {
  it('No message is answered on a closed connection when messages are given back or are still in hand', () => {
    const message = new Message();
    const acknowledgement = new Acknowledgement('EVT_INTAKE', { isClosed: () => true });
    acknowledgement.giveBack([message]);
    acknowledgement.working([message]);
    expect(message.answers).toEqual([]);
  });
});
