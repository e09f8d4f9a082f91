/** Longest delay before a message without effect is processed. */
const LINGER_MS = 200;

/** Messages that were delivered and are not in hand yet, in order. */
export class DeliveryBuffer<M> {
  private readonly queue: M[] = [];
  private isUrgent = false;
  private linger?: NodeJS.Timeout;
  private wake = () => {};

  /** @param isUrgent false for a message without effect: it waits for an urgent one, at most `LINGER_MS` */
  push(message: M, isUrgent = true): void {
    this.queue.push(message);
    if (isUrgent) this.flush();
    else this.linger ??= setTimeout(() => this.flush(), LINGER_MS);
  }

  /** Puts messages ahead of all others. */
  pushFirst(messages: readonly M[]): void {
    if (messages.length === 0) return;
    this.queue.unshift(...messages);
    this.flush();
  }

  /** Takes at most `most` messages, as soon as one is urgent or there are that many. Takes none when `flush` is called on an empty buffer. */
  async take(most: number): Promise<M[]> {
    if (!this.isUrgent && this.queue.length < most) await new Promise<void>((resolve) => (this.wake = resolve));
    clearTimeout(this.linger);
    this.linger = undefined;
    const taken = this.queue.splice(0, most);
    this.isUrgent = this.queue.length > 0;
    return taken;
  }

  /** Ends the wait of `take`. */
  flush(): void {
    this.isUrgent = true;
    this.wake();
  }

  all(): readonly M[] {
    return this.queue;
  }
}
