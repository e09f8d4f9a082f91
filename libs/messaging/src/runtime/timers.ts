import type { LoggerService } from '@nestjs/common';

interface Timer {
  readonly name: string;
  readonly everyMs: number;
  readonly work: () => Promise<unknown>;
}

/** Work that runs at intervals. Only the leader runs it, one run of each timer at a time. */
export class Timers {
  private readonly timers: Timer[] = [];
  private handles: NodeJS.Timeout[] = [];
  private running = new Set<Promise<void>>();

  constructor(private readonly logger: LoggerService) {}

  /** Registers work; call it before the application listens. A failure is logged, and the next run comes as usual. */
  every(name: string, everyMs: number, work: () => Promise<unknown>): void {
    this.timers.push({ name, everyMs, work });
  }

  start(): void {
    this.handles = this.timers.map((timer) => {
      let busy = false;
      const turn = () => {
        if (busy) return;
        busy = true;
        const run = this.run(timer).finally(() => {
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
    for (const handle of this.handles) clearInterval(handle);
    await Promise.all(this.running);
  }

  private async run(timer: Timer): Promise<void> {
    try {
      await timer.work();
    } catch (error) {
      this.logger.error(`timer ${timer.name}: ${(error as Error).message}`);
    }
  }
}
