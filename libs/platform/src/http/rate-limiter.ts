import type { FastifyReply } from 'fastify';
import { refuseRequest } from '../errors.js';
import { networkOf } from './caller-network.js';

const WINDOW_MS = 60_000;
/** Number of expired windows removed for each new one: more than one, so that they run out; few, so that no caller waits for it. */
const REMOVED_AT_ONCE = 2;

interface Window {
  used: number;
  endsAt: number;
}

/**
 * How often one client may call one process: a quota a minute, counted per client (per address for callers without a token, IPv6 by /64).
 * Reports it in the `RateLimit` headers of draft-ietf-httpapi-ratelimit-headers-10. Kept in memory: it guards this process and is not for billing.
 */
export class RateLimiter {
  private readonly windows = new Map<string, Window>(); // begun first, and so over first

  constructor(
    private readonly perMinute: number,
    private readonly clock: () => number = Date.now,
  ) {}

  /** Counts one request; refuses (429 with Retry-After) when the quota is used up. */
  count(client: string, reply: FastifyReply): void {
    const now = this.clock();
    const window = this.windowOf(client, now);
    window.used += 1;
    const seconds = Math.max(1, Math.ceil((window.endsAt - now) / 1000));
    reply.header('ratelimit-policy', `"minute";q=${this.perMinute};w=60`);
    reply.header('ratelimit', `"minute";r=${Math.max(0, this.perMinute - window.used)};t=${seconds}`);
    if (window.used > this.perMinute) throw refuseRequest('rate_limited', { seconds }, { headers: { 'retry-after': String(seconds) } });
  }

  /** Counts one request of somebody known by address only; throws as `count` does. */
  countAddress(address: string, reply: FastifyReply): void {
    this.count(networkOf(address), reply);
  }

  private windowOf(client: string, now: number): Window {
    const known = this.windows.get(client);
    if (known && known.endsAt > now) return known;
    this.windows.delete(client); // its place is behind the others
    this.removeEnded(now);
    const fresh = { used: 0, endsAt: now + WINDOW_MS };
    this.windows.set(client, fresh);
    return fresh;
  }

  /** How many are counted. */
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
