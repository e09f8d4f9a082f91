import { among, type Random } from './draw.js';

const KEPT = 50;

/** What earlier answers named (ids, numbers, codes, cursors, ETags), so that later requests reach rows that are there. */
export class Harvest {
  private readonly values = new Map<string, string[]>();

  /** Takes what an answer holds, by the name of the member: `id`, `requestId`, `next`, `code`. */
  takeFrom(value: unknown): void {
    if (Array.isArray(value)) for (const item of value.slice(0, 5)) this.takeFrom(item);
    else if (typeof value === 'object' && value !== null)
      for (const [name, member] of Object.entries(value)) {
        if (typeof member === 'string' && member !== '' && member.length <= 500) this.take(name, member);
        else this.takeFrom(member);
      }
  }

  take(name: string, value: string): void {
    const kept = this.values.get(name) ?? [];
    if (kept.includes(value)) return;
    kept.push(value);
    if (kept.length > KEPT) kept.shift();
    this.values.set(name, kept);
  }

  /** A value of that name, if any was seen. */
  draw(random: Random, ...names: readonly string[]): string | undefined {
    const known = names.map((name) => this.values.get(name)).filter((kept) => kept !== undefined);
    return known.length === 0 ? undefined : among(random, among(random, known));
  }
}
