import { AREA_LEVELS, DomainError, wallClock } from '@zero-distance/kernel';

/** yymmdd by the clock of the district. */
const dayOf = (at: Date): string => wallClock(at).toISOString().slice(2, 10).replaceAll('-', '');

/**
 * A number that can be read over the telephone: area, date, sequence. `230903011001-261123-000417`. It becomes public with the
 * request, so its area ends at the community: a grid says too exactly where somebody lives. The sequence alone makes it unique.
 */
export const requestNumber = (areaCode: string, at: Date, sequence: number): string =>
  `${areaCode.slice(0, AREA_LEVELS.community)}-${dayOf(at)}-${String(sequence).padStart(6, '0')}`;

/** How many numbers one draw from the database's sequence stands for; equals the sequence's increment. */
const NUMBERS_A_DRAW = 100;

/**
 * Gives out sequence numbers drawn a hundred at a time: unique over all replicas, without a counter row
 * that every create of an area would queue for. What is refused uses up no number; a replica that stops leaves the rest of its draw unused.
 */
export class NumberDrawer {
  private readonly givenBack: number[] = [];
  private next = 0;
  private last = 0;
  private drawing?: Promise<void>;

  constructor(private readonly draw: () => Promise<number>) {}

  /** Runs `work`, which is one transaction, with a number. After a refusal the next one gets it: nothing was kept that has it. */
  async give<T>(work: (sequence: number) => Promise<T>): Promise<T> {
    const sequence = await this.take();
    try {
      return await work(sequence);
    } catch (error) {
      if (error instanceof DomainError && error.status < 500) this.givenBack.push(sequence);
      throw error;
    }
  }

  private async take(): Promise<number> {
    const before = this.givenBack.shift();
    if (before !== undefined) return before;
    while (this.next >= this.last) {
      this.drawing ??= this.refill();
      await this.drawing;
    }
    return this.next++;
  }

  private async refill(): Promise<void> {
    try {
      this.next = await this.draw();
      this.last = this.next + NUMBERS_A_DRAW;
    } finally {
      this.drawing = undefined;
    }
  }
}
