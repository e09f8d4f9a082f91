import { SEPARATOR } from './digit-groups.js';
import { LEAST_DIGITS } from './digit-kinds.js';
import { makeLegible } from './legible-text.js';

/** The ingredients of personal data that a quick look finds in a text. Without them there is none, so most texts need no second look. */
export interface Precheck {
  /** Letters of any script's Latin forms, or a sign of an e-mail address: number plates, WeChat names and addresses have one. */
  readonly letters: boolean;
  /** As many digits as the shortest number has, with nothing but separators between. */
  readonly numbers: boolean;
}

const LETTER = /[a-z@#艾鼠]/i;
const DIGITS = /[\d〇一二三四五六七八九xX×]/g;
/** Latin letters part no number: they may replace figures or be a page's markup. */
const WORD = new RegExp(`[^${SEPARATOR}a-z]`, 'iu');

// What one character means, in a byte: how many digits it is, and two flags.
const UNKNOWN = 255;
const HAS_LETTER = 64;
const ENDS_NUMBER = 128;
const COUNT = 63;
const PLAIN = new Uint8Array(0x10000).fill(UNKNOWN);

/** One walk through the text and a look at a table for each character; characters left out of the legible text count as nothing. */
export function precheck(typed: string): Precheck {
  let letters = false;
  let numbers = false;
  let digits = 0;
  for (let at = 0; at < typed.length; at++) {
    const code = typed.charCodeAt(at);
    const known = PLAIN[code] as number;
    const meaning = known === UNKNOWN ? learn(code) : known;
    if (meaning & HAS_LETTER) letters = true;
    if (meaning & ENDS_NUMBER) digits = 0;
    else digits += meaning & COUNT;
    if (digits >= LEAST_DIGITS) numbers = true;
  }
  return { letters, numbers };
}

const isHalf = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;

/** Half a character may be anything: a letter and a digit. A character of several is what any of them is. */
function learn(code: number): number {
  const plain = makeLegible(String.fromCharCode(code));
  const digits = Math.min(plain.match(DIGITS)?.length ?? 0, LEAST_DIGITS);
  const meaning = (LETTER.test(plain) ? HAS_LETTER : 0) | (digits === 0 && WORD.test(plain) ? ENDS_NUMBER : digits);
  PLAIN[code] = isHalf(code) ? HAS_LETTER | LEAST_DIGITS : meaning;
  return PLAIN[code] as number;
}
