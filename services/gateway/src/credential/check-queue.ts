import pLimit, { type LimitFunction } from 'p-limit';

/** Hashes under way at once: Node has four threads for them and for files, and half of these stay free. */
const HASHES_AT_ONCE = 2;
/** Log-ins of one network that wait for their turn: two seconds' work. An office behind one address seldom sends more at once. */
const MOST_WAITING = 50;

/**
 * The order in which secrets are checked. A hash costs some 40 ms of a processor, and anybody may ask for one: so each network has one
 * check at a time, and those of all networks take turns. The outcome of a check is therefore known before the network's next begins.
 */
export class CheckQueue {
  private readonly networks = new Map<string, LimitFunction>();
  private readonly hashes = pLimit(HASHES_AT_ONCE);

  /** Does the work when it is the network's turn; undefined, at once, when too much of that network is waiting already. */
  async inTurn<T>(network: string, work: () => Promise<T>): Promise<T | undefined> {
    const turns = this.networks.get(network) ?? pLimit(1);
    if (turns.pendingCount >= MOST_WAITING) return undefined;
    this.networks.set(network, turns);
    try {
      return await turns(work);
    } finally {
      if (turns.activeCount + turns.pendingCount === 0) this.networks.delete(network);
    }
  }

  /** How many networks have a check under way. */
  get size(): number {
    return this.networks.size;
  }

  /** Makes a hash when a thread is free for it. */
  hash<T>(work: () => Promise<T>): Promise<T> {
    return this.hashes(work);
  }
}
