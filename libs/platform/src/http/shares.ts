import { Refusal } from '../errors.js';

/** Something scarce, of which each caller may have a part and all together no more than there is. */
export class Shares {
  private readonly taken = new Map<string, number>();
  private total = 0;

  constructor(
    readonly each: number,
    readonly all: number = Number.POSITIVE_INFINITY,
  ) {}

  /** Takes so much for a caller, or says whose bound it would exceed. */
  take(caller: string, amount: number): 'taken' | 'beyond each' | 'beyond all' {
    const has = this.taken.get(caller) ?? 0;
    if (has + amount > this.each) return 'beyond each';
    if (this.total + amount > this.all) return 'beyond all';
    this.taken.set(caller, has + amount);
    this.total += amount;
    return 'taken';
  }

  /** Gives back what was taken. */
  giveBack(caller: string, amount: number): void {
    const left = (this.taken.get(caller) ?? 0) - amount;
    if (left > 0) this.taken.set(caller, left);
    else this.taken.delete(caller);
    this.total -= amount;
  }
}

/** Takes a part; throws a Refusal (429 or 503, with Retry-After) when there is none. */
export function takeOrRefuse(shares: Shares, caller: string, amount: number): void {
  const outcome = shares.take(caller, amount);
  if (outcome === 'taken') return;
  const reason = outcome === 'beyond each' ? 'too_many_at_once' : 'overloaded';
  // Closed, or what is still to come of the body would hold the connection.
  throw new Refusal(reason, {}, { headers: { 'retry-after': '2', connection: 'close' } });
}
