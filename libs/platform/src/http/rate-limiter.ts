import { DAY_MS, MINUTE_MS } from '@zero-distance/kernel';
import type { FastifyReply } from 'fastify';
import { refuseRequest } from '../errors.js';
import { networkOf } from './caller-network.js';
import type { RequestExchange } from './exchange.js';

/** Number of expired windows removed for each new one: more than one, so that they run out; few, so that no caller waits for it. */
const REMOVED_AT_ONCE = 2;

interface Window {
  used: number;
  endsAt: number;
}

/** How often each client came, in windows of time that begin with its first call. Kept in memory: it guards this process and is not for billing. */
class Windows {
  private readonly windows = new Map<string, Window>(); // begun first, and so over first

  constructor(
    private readonly most: number,
    private readonly windowMs: number,
    private readonly clock: () => number,
  ) {}

  /** Counts one call; how many are left (below 0: one too many), and after how many seconds it begins anew. `uncount`: it is as if it had not come. */
  count(client: string): { readonly left: number; readonly seconds: number; readonly uncount: () => void } {
    const now = this.clock();
    const window = this.windowOf(client, now);
    window.used += 1;
    const uncount = () => {
      window.used -= 1;
    };
    return { left: this.most - window.used, seconds: Math.max(1, Math.ceil((window.endsAt - now) / 1000)), uncount };
  }

  private windowOf(client: string, now: number): Window {
    const known = this.windows.get(client);
    if (known && known.endsAt > now) return known;
    this.windows.delete(client); // its place is behind the others
    this.removeEnded(now);
    const fresh = { used: 0, endsAt: now + this.windowMs };
    this.windows.set(client, fresh);
    return fresh;
  }

  get size(): number {
    return this.windows.size;
  }

  private removeEnded(now: number): void {
    let left = REMOVED_AT_ONCE;
    for (const [client, { endsAt }] of this.windows) {
      if (endsAt > now || left === 0) return;
      this.windows.delete(client);
      left -= 1;
    }
  }
}

const tooMany = (seconds: number) => refuseRequest('rate_limited', { seconds }, { headers: { 'retry-after': String(seconds) } });

/**
 * How often one client may call one process: a quota a minute, counted per client (per address for callers without a token, IPv6 by /64).
 * Reports it in the `RateLimit` headers of draft-ietf-httpapi-ratelimit-headers-10.
 */
export class RateLimiter {
  private readonly windows: Windows;

  constructor(
    private readonly perMinute: number,
    clock: () => number = Date.now,
  ) {
    this.windows = new Windows(perMinute, MINUTE_MS, clock);
  }

  /** Counts one request; refuses (429 with Retry-After) when the quota is used up. */
  count(client: string, reply: FastifyReply): void {
    const { left, seconds } = this.windows.count(client);
    reply.header('ratelimit-policy', `"minute";q=${this.perMinute};w=60`);
    reply.header('ratelimit', `"minute";r=${Math.max(0, left)};t=${seconds}`);
    if (left < 0) throw tooMany(seconds);
  }

  /** Counts one request of somebody known by address only; throws as `count` does. */
  countAddress(address: string, reply: FastifyReply): void {
    this.count(networkOf(address), reply);
  }

  /** How many are counted. */
  get size(): number {
    return this.windows.size;
  }
}

const WRONG: readonly number[] = [404, 429];

/**
 * How often an address may guess wrong in a day. What is guessed at may have a bound of its own; it does not keep one who tries a few times each at many
 * things from being right sometimes.
 */
export class GuessLimiter {
  private readonly windows: Windows;

  constructor(perDay: number, clock: () => number = Date.now) {
    this.windows = new Windows(perDay, DAY_MS, clock);
  }

  /** Counts one, unless it is answered otherwise than that there is no such thing, or that it was tried too often; refuses (429 with Retry-After) what is beyond the day's. */
  countAddress(address: string, exchange: Pick<RequestExchange, 'response' | 'whenOver'>): void {
    const { left, seconds, uncount } = this.windows.count(networkOf(address));
    exchange.whenOver(() => {
      if (!WRONG.includes(exchange.response.statusCode)) uncount();
    });
    if (left < 0) throw tooMany(seconds);
  }
}

/**
 * How much an address may have done in a day by operations that change something and need no token. What was refused has done nothing: else
 * one who guesses would take the day from everybody behind the same address.
 */
export class DailyLimiter {
  private readonly windows: Windows;

  constructor(perDay: number, clock: () => number = Date.now) {
    this.windows = new Windows(perDay, DAY_MS, clock);
  }

  /** Counts one, unless it is refused in the end; refuses itself (429 with Retry-After) what is beyond the day's. */
  countAddress(address: string, exchange: Pick<RequestExchange, 'response' | 'whenOver'>): void {
    const { left, seconds, uncount } = this.windows.count(networkOf(address));
    exchange.whenOver(() => {
      if (exchange.response.statusCode >= 400) uncount();
    });
    if (left < 0) throw tooMany(seconds);
  }
}
