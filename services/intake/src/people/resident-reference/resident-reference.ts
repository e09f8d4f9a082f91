import { type DomainError, isDate } from '@zero-distance/kernel';
import { refuseReference } from './resident-reference.errors.js';

/**
 * 原编号: the number that a former register had for somebody. It is kept as its keyed hash, so that the same file changes nothing when it comes again, and
 * stays when the file is erased: whoever withdrew their consent is not registered again by a list from before.
 */
export interface ResidentReference {
  readonly referenceIndex: string;
  readonly residentId: string;
  /** The keyed hash of what was said of them; null once the file is erased. */
  readonly saidIndex: string | null;
}

/** Since when they belong to each group: one day for each, or none at all. @param today `YYYY-MM-DD` */
export function sinceFault(groups: readonly string[], since: readonly string[], today: string): DomainError | undefined {
  if (since.length === 0) return undefined;
  if (since.length !== groups.length) return refuseReference('resident_reference.since_each', {}, '/groupsSince');
  const at = since.findIndex((day) => !isDate(day) || day > today);
  return at < 0 ? undefined : refuseReference('resident_reference.since_unfit', {}, `/groupsSince/${at}`);
}

/** What a row says, the same in whatever order its columns stand. */
export const wordOf = (said: object): string =>
  JSON.stringify(
    Object.entries(said)
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
