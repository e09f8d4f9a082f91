/** The part of a broker's message that says where it stands. */
interface Placed {
  readonly seq: number;
}

/**
 * The messages of one stream in the order of their sequence. A broker delivers again what a process that died had in hand, behind what is new:
 * what comes too early waits for what stands before it. What comes again goes on at once, since only who keeps it knows whether it was kept; a
 * stream that lost its end, or was made anew, gives its numbers away a second time.
 */
export class Lane<M extends Placed> {
  private readonly early = new Map<number, M>();
  private again: M[] = [];

  /** @param position the place of the last message that was kept */
  constructor(private position: number) {}

  push(message: M): void {
    if (message.seq <= this.position) this.again.push(message);
    else this.early.set(message.seq, message);
  }

  /** Takes at most `most` messages whose turn it is. */
  take(most: number): M[] {
    const taken = this.again.splice(0, most);
    for (let next = this.early.get(this.position + 1); next && taken.length < most; next = this.early.get(this.position + 1)) {
      this.position += 1;
      this.early.delete(this.position);
      taken.push(next);
    }
    return taken;
  }

  /** Whether messages wait for one that has not come. */
  get hasGap(): boolean {
    return this.early.size > 0 && this.again.length === 0 && !this.early.has(this.position + 1);
  }

  /** What is missing will not come: it is no longer in the stream. */
  skipGap(): void {
    this.position = Math.min(...this.early.keys()) - 1;
  }

  /** How many wait, for their turn or for an earlier one. */
  get size(): number {
    return this.early.size + this.again.length;
  }

  /** The place of the last message that was taken. */
  get reached(): number {
    return this.position;
  }

  all(): M[] {
    return [...this.again, ...this.early.values()];
  }
}
