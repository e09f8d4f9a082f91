/** Work of the leader that is begun whenever there may be more: one run at a time, one more when it is asked for meanwhile, none once it leads no longer. */
export class Turns {
  private term = new AbortController();
  private running: Promise<void> | undefined;
  private again = false;

  /**
   * @param work what goes on for many steps asks the signal after each
   * @param failed told of a run that threw; the next one comes as usual
   */
  constructor(
    private readonly work: (signal: AbortSignal) => Promise<void>,
    private readonly failed: (error: Error) => void,
  ) {
    this.term.abort();
  }

  /** This process leads from now on. */
  begin(): void {
    this.term = new AbortController();
  }

  /** It leads no more: waits for the run under way. */
  async end(): Promise<void> {
    this.term.abort();
    await this.running;
  }

  /** Runs, or has the run under way go on to another; nothing where this process does not lead. */
  async take(): Promise<void> {
    this.again = true;
    this.running ??= this.runAll(this.term.signal).finally(() => {
      this.running = undefined;
    });
    await this.running;
  }

  private async runAll(signal: AbortSignal): Promise<void> {
    while (this.again && !signal.aborted) {
      this.again = false;
      await this.work(signal).catch(this.failed);
    }
  }
}
