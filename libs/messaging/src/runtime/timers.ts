import type { LoggerService } from '@nestjs/common';

interface Timer {
  readonly name: string;
  readonly everyMs: number;
  readonly work: (signal: AbortSignal) => Promise<unknown>;
}

/** What goes on while this replica leads. */
interface Term {
  readonly begin: () => void;
  readonly end: () => Promise<void>;
}

/** Work that runs at intervals. Only the leader runs it, one run of each timer at a time. */
export class Timers {
  private readonly timers: Timer[] = [];
  private handles: NodeJS.Timeout[] = [];
  private running = new Set<Promise<void>>();
  private over = new AbortController();
  private readonly terms: Term[] = [];

  constructor(private readonly logger: LoggerService) {}

  /**
   * Registers work; call it before the application listens. A failure is logged, and the next run comes as usual.
   * @param work what goes on for many steps asks the signal after each: who leads no longer, or is to end, waits for the runs under way
   */
  every(name: string, everyMs: number, work: (signal: AbortSignal) => Promise<unknown>): void {
    this.timers.push({ name, everyMs, work });
  }

  /**
   * Takes what is due, one by one, until the run is to end. One that it goes wrong with, as when somebody was faster, is logged and does not keep the others
   * from it.
   * @param what the kind of thing, for the log
   */
  async takeEach(what: string, ids: Iterable<string>, signal: AbortSignal, take: (id: string) => Promise<unknown>): Promise<void> {
    for (const id of ids) {
      if (signal.aborted) return;
      await take(id).catch((error: Error) => this.logger.warn(`${what} ${id}: ${error.message}`));
    }
  }

  /** Registers what begins when this replica leads, and ends when it leads no more; call it before the application listens. */
  whileLeading(term: Term): void {
    this.terms.push(term);
  }

  start(): void {
    this.over = new AbortController();
    const { signal } = this.over;
    for (const { begin } of this.terms) begin();
    this.handles = this.timers.map((timer) => {
      let busy = false;
      const turn = () => {
        if (busy) return;
        busy = true;
        const run = this.run(timer, signal).finally(() => {
          busy = false;
          this.running.delete(run);
        });
        this.running.add(run);
      };
      turn();
      return setInterval(turn, timer.everyMs);
    });
  }

  async stop(): Promise<void> {
    this.over.abort();
    for (const handle of this.handles) clearInterval(handle);
    await Promise.all([...this.running, ...this.terms.map(({ end }) => end())]);
  }

  private async run(timer: Timer, signal: AbortSignal): Promise<void> {
    try {
      await timer.work(signal);
    } catch (error) {
      this.logger.error(`timer ${timer.name}: ${(error as Error).message}`);
    }
  }
}
