/** Work that is done whenever there may be more: one run at a time, one more when it is asked for meanwhile, none before the term begins or once it is over. */
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

  /** The term begins: of the leader's work, when this process leads. */
  begin(): void {
    this.term = new AbortController();
  }

  /** The term is over: waits for the run under way. */
  async end(): Promise<void> {
    this.term.abort();
    await this.running;
  }

  /** Runs, or has the run under way go on to another; nothing outside a term. */
  async take(): Promise<void> {
    this.again = true;
    if (!this.term.signal.aborted) this.running ??= this.runAll(this.term.signal);
    await this.running;
  }

  private async runAll(signal: AbortSignal): Promise<void> {
    while (this.again && !signal.aborted) {
      this.again = false;
      await this.work(signal).catch(this.failed);
    }
    this.running = undefined; // in the same breath as `again` was looked at: who asks a moment later starts a run of his own
  }
}
