import { SYSTEM } from '@zero-distance/kernel';
import type { FindDue, Transactor, Tx } from '@zero-distance/persistence';
import type { Timers } from './timers.js';

/** How often a clock looks. A look that finds nothing is one short read of an index. */
const LOOK_MS = 1_000;
/** What one look takes at most; the rest is still due at the next one. */
const LARGEST_TURN = 500;

/** What a clock does with one kind of thing. */
export interface Due {
  /** What is done with what, for the log: `reminder of part`. */
  readonly what: string;
  readonly find: FindDue;
  /** Takes one, in a transaction of its own. Somebody may have been faster since it was found: then there is nothing to do. */
  readonly take: (tx: Tx, id: string) => Promise<unknown>;
}

/**
 * What becomes due is seen to within a second or two, by the leader. Each one has a transaction of its own, so a process that is killed leaves none half done,
 * and one that it goes wrong with does not keep the others from it.
 */
export class Clocks {
  constructor(
    private readonly timers: Timers,
    private readonly transactor: Transactor,
  ) {}

  /** Registers what is seen to, one kind after the other in each turn; call it before the application listens. */
  seeTo(...kinds: readonly Due[]): void {
    this.timers.every(`see to ${kinds.map(({ what }) => what).join(', ')}`, LOOK_MS, async (signal) => {
      for (const { what, find, take } of kinds) {
        const ids = await this.transactor.read(SYSTEM, (tx) => find(tx, LARGEST_TURN));
        await this.timers.takeEach(what, ids, signal, (id) => this.transactor.transact(SYSTEM, (tx) => take(tx, id)));
      }
    });
  }
}
