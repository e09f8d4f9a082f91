import type { Upstream } from './proxy.routes.js';

export type UpstreamState = 'up' | 'away';

/** A probe does not wait long, and is often asked: so long one replica may take to answer, and so long an answer holds. */
const ASK_LIMIT_MS = 500;
const HOLDS_MS = 2_000;

/** Which services can be reached: each is up when one of its replicas says that it is ready. Asked when somebody wants to know. */
export class UpstreamStates {
  private known: Promise<Record<string, UpstreamState>> | undefined;
  private askedAt = 0;

  constructor(
    private readonly upstreams: readonly Upstream[],
    private readonly clock: () => number = () => performance.now(),
  ) {}

  /** By the service's name. However many ask, each service is asked once in a while. */
  current(): Promise<Record<string, UpstreamState>> {
    const now = this.clock();
    if (this.known && now - this.askedAt < HOLDS_MS) return this.known;
    this.askedAt = now;
    this.known = askAll(this.upstreams);
    return this.known;
  }
}

async function askAll(upstreams: readonly Upstream[]): Promise<Record<string, UpstreamState>> {
  const states = upstreams.map(async ({ name, origins }): Promise<[string, UpstreamState]> => {
    const replicas = await Promise.all(origins.map(isReady));
    return [name, replicas.includes(true) ? 'up' : 'away'];
  });
  return Object.fromEntries(await Promise.all(states));
}

async function isReady(origin: string): Promise<boolean> {
  try {
    const answer = await fetch(`${origin}/health/ready`, { signal: AbortSignal.timeout(ASK_LIMIT_MS) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false; // not reached, or not in time: so it is not ready
  }
}
