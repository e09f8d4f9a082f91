const NUMERALS = '〇一二三四五六七八九';
const SPELLINGS = ['零○◯洞', '壹弌壱幺', '贰貳弍弐两兩', '叁參叄弎参', '肆', '伍', '陆陸', '柒漆拐', '捌', '玖勾'];
const NUMERAL_OF = new Map(SPELLINGS.flatMap((spellings, digit) => [...spellings].map((one) => [one, NUMERALS[digit] as string])));
/** Letters of other scripts that look like a Latin one, and the letter in a circle that is written for an @. */
const LOOKALIKES = [
  ['АВЕКМНОРСТХаеорсух', 'ABEKMHOPCTXaeopcyx'],
  ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονχ', 'ABEZHIKMNOPTYXovx'],
  ['Ⓐⓐ', '@@'],
] as const;
const LATIN_OF = new Map(LOOKALIKES.flatMap(([others, latin]) => [...others].map((one, i) => [one, latin[i] as string])));
/** Digits in circles that have no compatibility form, and the numerals of Suzhou: where nine of them begin, with the digit 1. */
const NINES: readonly number[] = [0x2776, 0x2780, 0x278a, 0x24f5, 0x3021];
const CIRCLED_ZERO = 0x24ff;

const UNCOMMON = new RegExp(`[^\\x20-\\x7e\\u4e00-\\u9fff]|[${SPELLINGS.join('')}]`, 'gu');
const INVISIBLE = /^[\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}]$|^(?![\t\n\v\f\r\u0085])\p{Cc}$/u;
const ENCLOSED = /^\(?([\d〇一二三四五六七八九])[).,]?$/u;
const DECIMAL = /^\p{Nd}$/u;

/**
 * A text in its plainest spelling, for programs that look for something in it: compatibility forms (NFKC) and digits of any script are
 * the common ones, letters that look Latin are, marks and characters without a width are left out, Chinese numerals are 〇一二三四五六七八九. A digit in a circle, in
 * brackets or raised becomes one of these, as it stands by itself, too.
 */
export const makeLegible = (typed: string): string => typed.replace(UNCOMMON, spell);

/** Maps positions in the legible text to positions in the text as typed. Each call asks for a later one, so all cost one walk. */
export function placesAsTyped(typed: string): (legibleAt: number) => number {
  let at = 0;
  let legible = 0;
  return (legibleAt) => {
    for (;;) {
      const char = String.fromCodePoint(typed.codePointAt(at) as number);
      const next = legible + makeLegible(char).length;
      if (next > legibleAt) return at;
      legible = next;
      at += char.length;
    }
  };
}

/** By code, for the 65,536 characters that texts are made of: to work one out costs as much as to look up a hundred. */
const known: (string | undefined)[] = [];

function spell(char: string): string {
  if (char.length > 1) return workOut(char);
  const code = char.charCodeAt(0);
  const before = known[code];
  if (before !== undefined) return before;
  const plain = workOut(char);
  known[code] = plain;
  return plain;
}

function workOut(char: string): string {
  const code = char.codePointAt(0) as number;
  if (INVISIBLE.test(char)) return '';
  if (code === CIRCLED_ZERO) return NUMERALS[0] as string;
  const first = NINES.find((start) => code >= start && code < start + 9);
  if (first !== undefined) return NUMERALS[code - first + 1] as string;
  const latin = LATIN_OF.get(char);
  if (latin !== undefined) return latin;
  const plain = char.normalize('NFKC');
  if (DECIMAL.test(char)) return String(digitOf(plain.codePointAt(0) as number));
  const [, enclosed] = ENCLOSED.exec(plain) ?? [];
  if (enclosed !== undefined) return NUMERALS[Number(enclosed)] ?? enclosed;
  return NUMERAL_OF.get(plain) ?? plain;
}

/** The digits of a script follow each other, so a digit is worth as much as there are digits before it. */
function digitOf(code: number): number {
  if (code < 0x80) return code - 0x30;
  let value = 0;
  while (value < 9 && DECIMAL.test(String.fromCodePoint(code - value - 1))) value++;
  return value;
}
