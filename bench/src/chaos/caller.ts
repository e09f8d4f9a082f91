import { setTimeout as sleep } from 'node:timers/promises';
import { Agent } from 'undici';
import { Answers } from './answers.js';
import type { CallerName, Product } from './product.js';

export interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly as: CallerName;
  readonly body?: unknown;
  /** A file, sent in a form; in place of a body. */
  readonly file?: string;
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
  async send<T>(call: Call): Promise<Answer<T> | undefined> {
    const answer = await this.exchange(call);
    return answer && { ...answer, body: (answer.body.length > 0 ? JSON.parse(answer.body.toString()) : undefined) as T };
  }

  /**
   * Tries until it is done.
   * @throws when it is refused for good, or not done after three minutes
   */
  insist<T>(call: Call): Promise<T> {
    const keyed = call.method === 'POST' ? { ...call, key: crypto.randomUUID() } : call;
    return this.untilDone(call, () => this.send<T>(keyed));
  }

  /** The same for the bytes of a file. */
  download(call: Call): Promise<Buffer> {
    return this.untilDone(call, () => this.exchange(call));
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

  private async untilDone<T>({ path }: Call, send: () => Promise<Answer<T> | undefined>): Promise<T> {
    for (const deadline = Date.now() + PATIENCE_MS; ; await sleep(RETRY_MS * (0.5 + Math.random()))) {
      const answer = await send();
      if (answer && answer.status < 300) return answer.body;
      if (answer && isFinal(answer.status)) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      if (Date.now() > deadline) throw new Error(`${path}: not done after ${PATIENCE_MS / 1000} s, last ${answer?.status ?? 'no answer'}`);
    }
  }

  private async exchange({ method, path, as, body, file, key }: Call): Promise<Answer<Buffer> | undefined> {
    try {
      const answer = await this.agent.request({
        origin: this.nextGateway(),
        method,
        path,
        headers: {
          authorization: `Bearer ${this.product.tokens[as]}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(file !== undefined && { 'content-type': FORM_TYPE }),
          ...(key && { 'idempotency-key': key }),
        },
        body: file === undefined ? JSON.stringify(body) : formOf(file),
      });
      const bytes = Buffer.from(await answer.body.arrayBuffer());
      const retryAfter = answer.headers['retry-after']?.toString();
      this.answers.add(answer.statusCode, retryAfter, bytes.toString());
      return { status: answer.statusCode, retryAfter, body: bytes };
    } catch (error) {
      this.answers.addNone(error as Error);
      return undefined;
    }
  }

  private nextGateway(): string {
    const gateways = this.product.stack.urls('gateway');
    return gateways[this.turn++ % gateways.length] as string;
  }
}

const FORM_TYPE = 'multipart/form-data; boundary=chaos';
const formOf = (file: string): string =>
  `--chaos\r\ncontent-disposition: form-data; name="file"; filename="report.pdf"\r\n\r\n${file}\r\n--chaos--\r\n`;

const isFinal = (status: number): boolean => status < 500 && status !== 429;
