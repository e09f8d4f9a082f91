import { setTimeout as sleep } from 'node:timers/promises';
import { Agent } from 'undici';
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
 * Counts every answer by its kind.
 */
export class Caller {
  /** How many answers of each kind there were: `2xx`, `429`, `503`, `504`, `no answer (…)` with the reason, and whatever else came. */
  readonly answers = new Map<string, number>();
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
      this.count(kindOf(answer.statusCode, retryAfter));
      return { status: answer.statusCode, retryAfter, body: (text ? JSON.parse(text) : undefined) as T };
    } catch (error) {
      this.count(`no answer (${(error as { code?: string }).code ?? (error as Error).message})`);
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

  private count(kind: string): void {
    this.answers.set(kind, (this.answers.get(kind) ?? 0) + 1);
  }
}

const isFinal = (status: number): boolean => status < 500 && status !== 429;

function kindOf(status: number, retryAfter: string | undefined): string {
  if (status < 300) return '2xx';
  if (status === 429 || status === 503) return retryAfter ? String(status) : `${status} without Retry-After`;
  return String(status);
}
