/**
 * What a caller sees who may see `allowed` and asks for `asked` (code prefixes, '' is everything): the narrower of the two,
 * or undefined when they have nothing in common.
 */
export function narrowerArea(allowed: string, asked: string = ''): string | undefined {
  if (asked.startsWith(allowed)) return asked;
  return allowed.startsWith(asked) ? allowed : undefined;
}
