import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'undici';
import type { Answers } from './answers.js';

export interface OpenLoadOptions {
  readonly origin: string;
  readonly path: string;
  readonly token: string;
  readonly body: unknown;
  /** Calls a second, and for how many seconds. */
  readonly rate: number;
  readonly seconds: number;
  /** When an answer is awaited on each, the next call is sent behind another (pipelined). */
  readonly connections: number;
}

interface Lane {
  readonly client: Client;
  unanswered: number;
}

const TICK_MS = 5;
const ANSWER_LIMIT_MS = 60_000;
const PIPELINED = 1_000;
const CONNECTING = 50;

/**
 * Sends calls at a rate, whether those before are answered or not: callers who know nothing of each other do not slow down
 * because the server does. Made to cost little, for it shares its processors with what it loads.
 */
export class OpenLoad {
  /** The answers to what was taken in, and how long each took from when it was due. Times in milliseconds. */
  readonly acknowledged: { readonly ms: number; readonly body: string }[] = [];
  readonly refusedMs: number[] = [];
  private readonly lanes: readonly Lane[];
  private readonly idle: Lane[];
  private readonly body: string;
  private lastSent = 0;

  constructor(
    private readonly options: OpenLoadOptions,
    private readonly answers: Answers,
  ) {
    const make = () => new Client(options.origin, { pipelining: PIPELINED, headersTimeout: ANSWER_LIMIT_MS, bodyTimeout: ANSWER_LIMIT_MS });
    this.lanes = Array.from({ length: options.connections }, () => ({ client: make(), unanswered: 0 }));
    this.idle = [...this.lanes];
    this.body = JSON.stringify(options.body);
  }

  /**
   * Opens all connections, a few at a time: opened in the middle of the load, some would wait a minute for a server that has no
   * time to accept them, and the calls on them with it.
   */
  async connect(): Promise<void> {
    for (let i = 0; i < this.lanes.length; i += CONNECTING) {
      const some = this.lanes.slice(i, i + CONNECTING);
      await Promise.all(some.map(async ({ client }) => (await client.request({ method: 'GET', path: '/robots.txt' })).body.dump()));
    }
  }

  /**
   * Sends all calls and waits for their answers; once only, after `connect`.
   * @returns the rate at which they were sent, and when the last was, as `performance.now()` tells it
   */
  async run(): Promise<{ sentPerSecond: number; lastSent: number }> {
    const { rate, seconds } = this.options;
    const calls: Promise<void>[] = [];
    const began = performance.now();
    for (let elapsed = 0; elapsed < seconds; await sleep(TICK_MS)) {
      elapsed = Math.min((performance.now() - began) / 1_000, seconds);
      while (calls.length < Math.floor(elapsed * rate))
        calls.push(this.send(this.nextLane(calls.length), began + (calls.length / rate) * 1_000));
    }
    await Promise.all(calls);
    await Promise.all(this.lanes.map(({ client }) => client.close()));
    return { sentPerSecond: (calls.length / (this.lastSent - began)) * 1_000, lastSent: this.lastSent };
  }

  private nextLane(n: number): Lane {
    return this.idle.pop() ?? (this.lanes[n % this.lanes.length] as Lane);
  }

  /** Resolves when the call is answered, or will not be. */
  private send(lane: Lane, due: number): Promise<void> {
    const { path, token } = this.options;
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    lane.unanswered++;
    return new Promise((resolve) => {
      const end = () => {
        if (--lane.unanswered === 0) this.idle.push(lane);
        resolve();
      };
      let answer = { status: 0, retryAfter: undefined as string | undefined };
      let text = '';
      // These two let undici send it before the answer to the one before has come.
      lane.client.dispatch(
        { method: 'POST', path, headers, body: this.body, idempotent: true, blocking: false },
        {
          onRequestStart: () => {
            this.lastSent = performance.now();
          },
          onResponseStart: (_, status, { 'retry-after': retryAfter }) => {
            answer = { status, retryAfter: retryAfter?.toString() };
          },
          onResponseData: (_, chunk) => {
            text += chunk.toString();
          },
          onResponseEnd: () => {
            this.answers.add(answer.status, answer.retryAfter, text);
            if (answer.status === 201) this.acknowledged.push({ ms: performance.now() - due, body: text });
            else this.refusedMs.push(performance.now() - due);
            end();
          },
          onResponseError: (_, error) => {
            this.answers.addNone(error);
            end();
          },
        },
      );
    });
  }
}
