/** One thing at a time for each key, in the order in which it came. */
export class Queues {
  private readonly last = new Map<string, Promise<void>>();

  /** Does `work` when all that came before it under this key is over, whatever became of that. */
  async take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const mine = (this.last.get(key) ?? Promise.resolve()).then(work);
    const over = mine.then(nothing, nothing);
    this.last.set(key, over);
    try {
      return await mine;
    } finally {
      if (this.last.get(key) === over) this.last.delete(key);
    }
  }

  /** How many keys have something under way. */
  get size(): number {
    return this.last.size;
  }
}

const nothing = (): void => undefined;
