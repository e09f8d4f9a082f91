/** A fact of the time before this system: known by its number there, and never changed. */
export interface PastFact {
  readonly id: string;
  /** 原编号: what the former system knew it by. */
  readonly pastReference: string;
}

/** What is said of it. */
export type SaidOf<F extends PastFact> = Omit<F, keyof PastFact>;

/** Under what names a file says what is said of the past: those of the fields, or others where fields are named otherwise. */
type Names<T> = readonly (keyof T & string)[] | Readonly<Record<string, string>>;

/** By kind: times to the thousandth of a second, lists by what they hold, and nothing is not the word of it. */
const wordOf = (value: unknown): string | undefined => JSON.stringify(value);

/**
 * What the second of two says otherwise of what happened, if anything, by the name of the file: what is brought along from the time before is brought in once,
 * and its past does not change.
 */
export function differenceIn<T extends object>(names: Names<T>, before: T, now: T): string | undefined {
  const fields = Array.isArray(names) ? names.map((name) => [name, name] as const) : Object.entries(names as Record<string, string>);
  return fields.find(([field]) => wordOf(before[field as keyof T]) !== wordOf(now[field as keyof T]))?.[1];
}
