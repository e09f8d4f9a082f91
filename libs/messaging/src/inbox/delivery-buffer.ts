/** How long what nobody is in a hurry for may wait for company. */
const REST_MS = 200;

/** What was delivered and is not in hand yet, in order. */
export class DeliveryBuffer<M> {
  private readonly queue: M[] = [];
  private isUrgent = false;
  private rest?: NodeJS.Timeout;
  private wake = () => {};

  /** @param isUrgent false for what has no effect: it is taken with the next that has one, or a little later. */
  push(message: M, isUrgent = true): void {
    this.queue.push(message);
    if (isUrgent) this.hurry();
    else this.rest ??= setTimeout(() => this.hurry(), REST_MS);
  }

  /** Ahead of all others. */
  pushFirst(messages: readonly M[]): void {
    if (messages.length === 0) return;
    this.queue.unshift(...messages);
    this.hurry();
  }

  /** At most so many, as soon as it is worth it; none when `hurry` was called for another reason. */
  async take(most: number): Promise<M[]> {
    if (!this.isUrgent && this.queue.length < most) await new Promise<void>((resolve) => (this.wake = resolve));
    clearTimeout(this.rest);
    this.rest = undefined;
    const taken = this.queue.splice(0, most);
    this.isUrgent = this.queue.length > 0;
    return taken;
  }

  /** Lets `take` go on. */
  hurry(): void {
    this.isUrgent = true;
    this.wake();
  }

  all(): readonly M[] {
    return this.queue;
  }
}
