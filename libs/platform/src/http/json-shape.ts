/** The limits of a body. Our largest (a visit with 100 results of 6 fields) has a third of these values. */
export const JSON_LIMITS = {
  /** Lists and objects within one another. */
  depth: 16,
  /** Per object or list: the work for one key may look at all the others. */
  members: 500,
  /** Keys and items in all. */
  values: 2_000,
};

/** What of a body is too much. */
export type TooMuch = keyof typeof JSON_LIMITS;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const isOpening = (byte: number | undefined): boolean => byte === 0x7b || byte === 0x5b;
const isClosing = (byte: number | undefined): boolean => byte === 0x7d || byte === 0x5d;

/**
 * The limit that a JSON text exceeds, found by counting its brackets and commas: one look at each byte, no allocation and no recursion,
 * so that the cost does not depend on the content. Does not judge text that is not JSON: the parser does.
 */
export function tooMuchIn(json: Uint8Array, limits: typeof JSON_LIMITS = JSON_LIMITS): TooMuch | undefined {
  const members: number[] = []; // of each list or object that is open, the innermost last
  let values = 1;
  for (let at = 0; at < json.length; at++) {
    const byte = json[at];
    if (byte === QUOTE) at = endOfText(json, at);
    else if (isOpening(byte)) {
      if (members.push(1) > limits.depth) return 'depth';
      values += 1;
    } else if (isClosing(byte)) members.pop();
    else if (byte === COMMA) {
      const count = (members.pop() ?? 0) + 1;
      if (count > limits.members) return 'members';
      members.push(count);
      values += 1;
    }
    if (values > limits.values) return 'values';
  }
  return undefined;
}

/** Where the text that begins at `quote` ends. */
function endOfText(json: Uint8Array, quote: number): number {
  let at = quote + 1;
  while (at < json.length && json[at] !== QUOTE) at += json[at] === BACKSLASH ? 2 : 1;
  return at;
}
