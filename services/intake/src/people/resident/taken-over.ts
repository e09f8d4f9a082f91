import { OPTIONAL_FIELDS, type OptionalField, type ResidentFile, withIdFacts } from './resident-file.js';

// 合并档案: what a main file says because of another one, by the names of the fields. Taken out again where both were two people after all.

/** The fields that a main file has taken from another one. */
export const takenFields = (before: ResidentFile, after: ResidentFile): OptionalField[] =>
  OPTIONAL_FIELDS.filter((field) => before[field] !== after[field]);

/** Those that the main file still says as the other does: what somebody has put right since is its own. */
export const stillSame = (main: ResidentFile, other: ResidentFile, fields: readonly OptionalField[]): OptionalField[] =>
  fields.filter((field) => main[field] !== undefined && main[field] === other[field]);

/** The main file without them. Sex and birthday are again those of its own number, if it has one by now. */
export function without(main: ResidentFile, fields: readonly OptionalField[]): ResidentFile {
  const kept = Object.entries(main).filter(([field]) => !(fields as readonly string[]).includes(field));
  return withIdFacts({ ...Object.fromEntries(kept), name: main.name });
}
