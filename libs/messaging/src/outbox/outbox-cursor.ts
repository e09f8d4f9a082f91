/** Outbox ids from `first` to `last`, both included. */
export interface IdRange {
  readonly first: number;
  readonly last: number;
}

/**
 * How far the relay has come with the outbox. Ids are drawn before their transactions commit, so they become visible out of order; a
 * transaction that fails leaves ids unused. The cursor remembers the ids that it skipped. The relay looks for them again until they are
 * published or no transaction can bring them any more (`OutboxGaps`).
 */
export class OutboxCursor {
  /** Ids up to `high` that are still looked for: ascending, without overlap. */
  private open: readonly IdRange[] = [];
  private high: number;

  /** @param position everything up to it is published or will never exist */
  constructor(
    position: number,
    readonly epoch: number,
  ) {
    this.high = position;
  }

  /** Everything up to here is published or will never exist. */
  get position(): number {
    return this.open.length > 0 ? (this.open[0] as IdRange).first - 1 : this.high;
  }

  /** Ids that were skipped, or read and not published. */
  get gaps(): readonly IdRange[] {
    return this.open;
  }

  /** Where to read: the gaps, and everything new. */
  get ranges(): IdRange[] {
    return [...this.open, { first: this.high + 1, last: Number.MAX_SAFE_INTEGER }];
  }

  /** These ids were read, ascending. They and the ids between them are gaps until they are published. */
  saw(ids: readonly number[]): void {
    const last = ids.at(-1) ?? this.high;
    if (last <= this.high) return;
    this.open = [...this.open, { first: this.high + 1, last }];
    this.high = last;
  }

  /** The stream has these ids, ascending. */
  published(ids: readonly number[]): void {
    this.close(runsOf(ids));
  }

  /** These ids will never be published, ascending. */
  close(ranges: readonly IdRange[]): void {
    this.open = subtract(this.open, ranges);
  }
}

/** Ascending ids as ranges. */
export function runsOf(ids: readonly number[]): IdRange[] {
  const runs: { first: number; last: number }[] = [];
  for (const id of ids) {
    const run = runs.at(-1);
    if (run && run.last === id - 1) run.last = id;
    else runs.push({ first: id, last: id });
  }
  return runs;
}

/** The parts of `ranges` that are in none of `removed`; both ascending. */
export function subtract(ranges: readonly IdRange[], removed: readonly IdRange[]): IdRange[] {
  const left: IdRange[] = [];
  let at = 0;
  for (const { first, last } of ranges) {
    let from = first;
    while (at < removed.length && (removed[at] as IdRange).last < from) at++;
    for (let i = at; i < removed.length && (removed[i] as IdRange).first <= last; i++) {
      const gone = removed[i] as IdRange;
      if (gone.first > from) left.push({ first: from, last: gone.first - 1 });
      from = Math.max(from, gone.last + 1);
    }
    if (from <= last) left.push({ first: from, last });
  }
  return left;
}
