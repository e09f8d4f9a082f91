/**
 * Takes the members that are `null` out of what came in, at every depth: clients made from a document write `null` for what they have not
 * got. So behind the pipe there is one form of "left out", which is absence. An item of a list stays: it has a place, and its rule says
 * whether `null` may stand there. Changes the value it is given, which a parser has just made.
 */
export function dropNullMembers(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    if (member !== null) dropNullMembers(member);
    else if (!Array.isArray(value)) delete (value as Record<string, unknown>)[name];
  }
}
