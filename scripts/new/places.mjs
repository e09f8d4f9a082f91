// Small edits of texts at places that can be told by eye. A place that is not there is said, and nothing is written.
import { PlainError } from '../run.mjs';

/**
 * @param {string} text
 * @param {RegExp} place before which `addition` goes; the first that matches from `from` on
 * @param {string} addition
 * @param {{ what: string, from?: number }} options `what`: the place in words, for who has to mend it
 * @returns {string}
 * @throws {PlainError} when there is no such place
 */
export function insertBefore(text, place, addition, { what, from = 0 }) {
  const found = from < 0 ? -1 : text.slice(from).search(place);
  if (found < 0) throw new PlainError(`there is no ${what}`);
  return text.slice(0, from + found) + addition + text.slice(from + found);
}

/** Adds an import behind the last one; the formatter puts it into its order. */
export function addImport(text, line) {
  const last = [...text.matchAll(/^(?:import\b.*|\}) from '[^']+';\n/gm)].at(-1);
  if (!last) throw new PlainError('there is no import to put another behind');
  const end = last.index + last[0].length;
  return `${text.slice(0, end)}${line}\n${text.slice(end)}`;
}

/**
 * Adds items to a list of names, before the first that `before` matches, else at its end.
 * @param {string} text
 * @param {string} opening the text up to and with the list's bracket
 * @param {readonly string[]} items
 * @param {RegExp} [before]
 */
export function addToList(text, opening, items, before) {
  const start = text.indexOf(opening) + opening.length;
  const end = text.indexOf(']', start);
  if (!text.includes(opening) || end < 0) throw new PlainError(`there is no list "${opening}…]"`);
  const names = text.slice(start, end).split(',').map((name) => name.trim()).filter(Boolean); // biome-ignore format: one thought
  const at = before ? names.findIndex((name) => before.test(name)) : names.length;
  if (at < 0) throw new PlainError(`the list "${opening}…]" holds nothing like ${before}`);
  names.splice(at, 0, ...items);
  return `${text.slice(0, start)}${names.join(', ')}${text.slice(end)}`;
}

/** Where a text is found first, from `from` on. */
export function placeOf(text, sought, what = `"${sought}"`) {
  const found = text.indexOf(sought);
  if (found < 0) throw new PlainError(`there is no ${what}`);
  return found + sought.length;
}
