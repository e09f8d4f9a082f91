import { setTimeout as sleep } from 'node:timers/promises';
import { Agent } from 'undici';
import { Answers } from './answers.js';
import type { CallerName, Product } from './product.js';

export interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly as: CallerName;
  readonly body?: unknown;
  /** The Idempotency-Key, the same in every try of one call. */
  readonly key?: string;
}

export interface Answer<T> {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly body: T;
}

const RETRY_MS = 100;
const PATIENCE_MS = 180_000;

/**
 * What a department's system does: it calls one of the gateways, and when that fails, calls again, maybe another one.
 * Counts every answer.
 */
export class Caller {
  readonly answers = new Answers();
  private readonly agent: Agent;
  private turn = 0;

  constructor(
    private readonly product: Product,
    connections = 64,
  ) {
    this.agent = new Agent({ connections, pipelining: 1, headersTimeout: 40_000, bodyTimeout: 40_000, connect: { timeout: 10_000 } });
  }

  /** One try. Undefined when no answer came. */
  async send<T>({ method, path, as, body, key }: Call): Promise<Answer<T> | undefined> {
    try {
      const answer = await this.agent.request({
        origin: this.nextGateway(),
        method,
        path,
        headers: {
          authorization: `Bearer ${this.product.tokens[as]}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(key && { 'idempotency-key': key }),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      const text = await answer.body.text();
      const retryAfter = answer.headers['retry-after']?.toString();
      this.answers.add(answer.statusCode, retryAfter, text);
      return { status: answer.statusCode, retryAfter, body: (text ? JSON.parse(text) : undefined) as T };
    } catch (error) {
      this.answers.addNone(error as Error);
      return undefined;
    }
  }

  /**
   * Tries until it is done.
   * @throws when it is refused for good, or not done after three minutes
   */
  async insist<T>(call: Call): Promise<T> {
    const keyed = call.method === 'POST' ? { ...call, key: crypto.randomUUID() } : call;
    for (const deadline = Date.now() + PATIENCE_MS; ; await sleep(RETRY_MS * (0.5 + Math.random()))) {
      const answer = await this.send<T>(keyed);
      if (answer && answer.status < 300) return answer.body;
      if (answer && isFinal(answer.status)) throw new Error(`${call.path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      if (Date.now() > deadline)
        throw new Error(`${call.path}: not done after ${PATIENCE_MS / 1000} s, last ${answer?.status ?? 'no answer'}`);
    }
  }

  /** Reads again and again until there is something. */
  async await<T, R>(call: Call, find: (body: T) => R | undefined): Promise<R> {
    for (const deadline = Date.now() + PATIENCE_MS; ; await sleep(RETRY_MS * (1 + Math.random()))) {
      const found = find(await this.insist<T>(call));
      if (found !== undefined) return found;
      if (Date.now() > deadline) throw new Error(`${call.path}: nothing there after ${PATIENCE_MS / 1000} s`);
    }
  }

  close(): Promise<void> {
    return this.agent.destroy();
  }

  private nextGateway(): string {
    const gateways = this.product.stack.urls('gateway');
    return gateways[this.turn++ % gateways.length] as string;
  }
}

const isFinal = (status: number): boolean => status < 500 && status !== 429;
