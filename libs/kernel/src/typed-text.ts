/**
 * One form for each incoming text. People type and paste invisible characters: marks of direction around a number copied from a list of
 * contacts, zero-width blanks, a byte order mark. Two texts that look the same must be the same, and a text without a visible character is
 * empty.
 */

/** An invisible character that says something, as what an emoji or a letter is made of. It is kept. */
const MEANT = [
  String.raw`\u{1F3F4}[\u{E0020}-\u{E007E}]+\u{E007F}`, // a flag: its region is spelt in tags
  String.raw`(?<=[0-9#*])\uFE0F(?=\u20E3)`, // a keycap
  String.raw`(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Sm}\p{Lo}])\p{Variation_Selector}`, // the form of an emoji, or of a 汉字
].join('|');
const UNSEEN = new RegExp(String.raw`(${MEANT})|(?![\n\t\u200C\u200D])[\p{Cc}\p{Default_Ignorable_Code_Point}]`, 'gu');
/** A joiner or non-joiner that joins no emoji, and no letters of a script that is written with it; marks on a letter, which are composed with it later, change nothing. */
const IDLE_JOINER =
  /(?<![\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200C\u200D]|[\u200C\u200D](?![\p{L}\p{M}\p{Extended_Pictographic}])|(?<=[\p{Script=Han}\p{Script=Latin}][\p{M}\u200C\u200D]{0,30})[\u200C\u200D]|[\u200C\u200D](?=[\p{Script=Han}\p{Script=Latin}])/gu;
/** More marks on one letter than any script writes (Unicode's stream-safe format): putting n of them in order takes n² steps. */
const TOO_MANY_MARKS = /(\p{M}{30})\p{M}+/gu;
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** Nothing that could be seen: blanks (Braille has one of its own), marks without a letter, what does not show. */
const BLANK = /^[\s\p{M}\u2800]*$/u;
const DASHES = /[\p{Pd}\u2212]/gu;

/** Words of the characters that nearly all texts are made of: all are visible and independent (no mark, nothing to be composed). */
const ORDINARY_WORDS = /^[\n -~·\u2014\u2018-\u201D\u2026\u3001-\u3029\u4E00-\u9FFF\uFF01-\uFF5E]*$/;
/** A code that is written as all codes are. */
const ORDINARY_CODE = /^[!-~]+$/;

const isBlank = (text: string): boolean => BLANK.test(text);
/** The text without invisible characters; a joiner's neighbours are known only when the others are gone. */
const visible = (text: string): string =>
  text
    .replace(UNSEEN, (_, meant?: string) => meant ?? '')
    .replace(IDLE_JOINER, '')
    .replace(TOO_MANY_MARKS, '$1');

/**
 * Somebody's words, as typed but for what can't be seen: canonical composition (NFC), line ends as `\n`, no control or zero-width characters
 * without a meaning, no outer blanks. '' when there is nothing to read.
 */
export function asWords(text: string): string {
  if (ORDINARY_WORDS.test(text)) return text.trim();
  const words = visible(text.replace(LINE_ENDS, '\n')).normalize('NFC').trim();
  return isBlank(words) ? '' : words;
}

/** Words on one line (a name, a title, a place): a line end or tab is a blank. */
export const asLine = (text: string): string => asWords(text).replace(/[\n\t]+/g, ' ');

/**
 * A code or a reference: what has an ASCII form is in it (full-width letters and digits, any dash), and no blank or invisible character is
 * around it.
 */
export function asCode(text: string): string {
  if (ORDINARY_CODE.test(text)) return text;
  const code = visible(text).normalize('NFKC').replace(DASHES, '-').trim();
  return isBlank(code) ? '' : code;
}
