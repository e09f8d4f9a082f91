import type { FastifyReply } from 'fastify';
import { Refusal } from '../errors.js';
import { networkOf } from './caller-network.js';

const WINDOW_MS = 60_000;

interface Window {
  used: number;
  endsAt: number;
}

/**
 * How often one client may call one process: a quota a minute, counted per client (per address for callers without a token, IPv6 by /64).
 * Tells it in the `RateLimit` headers of draft-ietf-httpapi-ratelimit-headers-10. Kept in memory: it guards this process, it bills nobody.
 */
export class RateLimiter {
  private windows = new Map<string, Window>();
  private sweepAt = 0;

  constructor(
    private readonly perMinute: number,
    private readonly clock: () => number = Date.now,
  ) {}

  /** Counts one request; throws a Refusal (429 with Retry-After) when the quota is used up. */
  count(client: string, reply: FastifyReply): void {
    const now = this.clock();
    const window = this.windowOf(client, now);
    window.used += 1;
    const seconds = Math.max(1, Math.ceil((window.endsAt - now) / 1000));
    reply.header('ratelimit-policy', `"minute";q=${this.perMinute};w=60`);
    reply.header('ratelimit', `"minute";r=${Math.max(0, this.perMinute - window.used)};t=${seconds}`);
    if (window.used > this.perMinute) throw new Refusal('rate_limited', { seconds }, { headers: { 'retry-after': String(seconds) } });
  }

  /** Counts one request of somebody known by address only; throws as `count` does. */
  countAddress(address: string, reply: FastifyReply): void {
    this.count(networkOf(address), reply);
  }

  private windowOf(client: string, now: number): Window {
    if (now >= this.sweepAt) this.sweep(now);
    const known = this.windows.get(client);
    if (known && known.endsAt > now) return known;
    const fresh = { used: 0, endsAt: now + WINDOW_MS };
    this.windows.set(client, fresh);
    return fresh;
  }

  private sweep(now: number): void {
    for (const [client, window] of this.windows) if (window.endsAt <= now) this.windows.delete(client);
    this.sweepAt = now + WINDOW_MS;
  }
}
