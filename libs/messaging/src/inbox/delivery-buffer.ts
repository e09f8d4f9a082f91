/** Linger: how long what has no effect may wait to be taken with others. */
const LINGER_MS = 200;

/** What was delivered and is not in hand yet, in order. */
export class DeliveryBuffer<M> {
  private readonly queue: M[] = [];
  private isUrgent = false;
  private linger?: NodeJS.Timeout;
  private wake = () => {};

  /** @param isUrgent false for what has no effect: it is taken with the next that has one, or a little later. */
  push(message: M, isUrgent = true): void {
    this.queue.push(message);
    if (isUrgent) this.flush();
    else this.linger ??= setTimeout(() => this.flush(), LINGER_MS);
  }

  /** Ahead of all others. */
  pushFirst(messages: readonly M[]): void {
    if (messages.length === 0) return;
    this.queue.unshift(...messages);
    this.flush();
  }

  /** At most so many, as soon as it is worth it; none when `flush` was called for another reason. */
  async take(most: number): Promise<M[]> {
    if (!this.isUrgent && this.queue.length < most) await new Promise<void>((resolve) => (this.wake = resolve));
    clearTimeout(this.linger);
    this.linger = undefined;
    const taken = this.queue.splice(0, most);
    this.isUrgent = this.queue.length > 0;
    return taken;
  }

  /** Lets `take` go on. */
  flush(): void {
    this.isUrgent = true;
    this.wake();
  }

  all(): readonly M[] {
    return this.queue;
  }
}
