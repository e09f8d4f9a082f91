import { Pool } from 'undici';

/** What a load of one kind of call came to. Times in milliseconds. */
export interface Measured {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly errors: number;
}

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly token?: string;
  readonly body?: unknown;
}

/** One server, spoken to over kept connections. */
export class Target {
  private readonly pool: Pool;

  constructor(
    readonly origin: string,
    connections: number,
  ) {
    this.pool = new Pool(origin, { connections, pipelining: 1, headersTimeout: 60_000, bodyTimeout: 60_000 });
  }

  /** The answer's status and body (parsed when asked for). */
  async send<T = unknown>({ method, path, token, body }: Call): Promise<{ status: number; body: T }> {
    const answer = await this.pool.request({
      method,
      path,
      headers: { ...(token && { authorization: `Bearer ${token}` }), ...(body !== undefined && { 'content-type': 'application/json' }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.body.text();
    return { status: answer.statusCode, body: (text ? JSON.parse(text) : undefined) as T };
  }

  close(): Promise<void> {
    return this.pool.close();
  }
}

/** `connections` callers, each sending its next call when the last was answered, for `seconds` after a second of warm-up. */
export async function closedLoop(target: Target, connections: number, seconds: number, next: () => Call): Promise<Measured> {
  const times: number[] = [];
  let errors = 0;
  const from = performance.now() + 1_000;
  const until = from + seconds * 1_000;
  const caller = async () => {
    for (let began = performance.now(); began < until; began = performance.now()) {
      const { status } = await target.send(next());
      const ended = performance.now();
      if (began < from || ended > until) continue;
      if (status >= 300) errors++;
      else times.push(ended - began);
    }
  };
  await Promise.all(Array.from({ length: connections }, caller));
  return { perSecond: times.length / seconds, ...percentiles(times), errors };
}

/** p50 and p99 of some times. */
export function percentiles(times: number[]): { p50: number; p99: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
