/** What requests can be ordered by. */
export const REQUEST_SORTS = ['newest', 'relevance'] as const;

/** Parts of a request's number that belong together. */
export interface NumberParts {
  readonly area?: string;
  /** `yymmdd`. */
  readonly day?: string;
  readonly sequence?: string;
}

/** What somebody typed into the search field: what it may be, each of which is looked for. */
export interface SearchQuery {
  readonly numbers: readonly NumberParts[];
  /** The number of another platform. */
  readonly reference?: string;
  readonly words?: string;
}

/** The form of a request's number: `230903011001-261123-000417`. */
const AREA = /^\d{12}$/;
const DAY = /^[1-9]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
const SEQUENCE = /^\d{1,9}$/;
const SEQUENCE_DIGITS = 6;
const REFERENCE = /^[\p{L}\p{N}][\p{L}\p{N}._/-]*$/u;
/** A mobile number: eleven digits are neither an area nor a sequence. */
const MOBILE = /^(?:\+?86)?1[3-9]\d{9}$/;

/** One form for the dashes that keyboards and other programs have. */
const asTyped = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[‐-―−﹘－_]/g, '-')
    .replaceAll(/\s*-\s*/g, '-')
    .trim();

/** A telephone number does not belong into an address, which logs and histories keep. */
export const isPhoneNumber = (text: string): boolean => MOBILE.test(asTyped(text).replaceAll(/[\s-]/g, ''));

/**
 * Reads what was typed: any part of a request's number, with its leading zeros or without (`261127-17`, `417`), the number of another platform, or
 * words. What may be several things is looked for as each of them.
 */
export function readSearch(text: string): SearchQuery {
  const typed = asTyped(text);
  const numbers = /^[\d-]+$/.test(typed) ? partsOfNumber(typed.split('-').filter((part) => part !== '')) : [];
  const reference = REFERENCE.test(typed) ? { reference: typed } : {};
  const words = /\p{L}/u.test(typed) ? { words: typed } : {};
  return { numbers, ...reference, ...words };
}

function partsOfNumber([first = '', second = '', third = '']: readonly string[]): NumberParts[] {
  if (AREA.test(first) && DAY.test(second)) {
    if (third === '') return [{ area: first, day: second }];
    return SEQUENCE.test(third) ? [{ area: first, day: second, sequence: wholeSequence(third) }] : [];
  }
  if (second !== '') return DAY.test(first) && SEQUENCE.test(second) ? [{ day: first, sequence: wholeSequence(second) }] : [];
  const day = DAY.test(first) ? [{ day: first }] : [];
  return SEQUENCE.test(first) ? [...day, { sequence: wholeSequence(first) }] : day;
}

const wholeSequence = (digits: string): string => digits.replace(/^0+(?=\d)/, '').padStart(SEQUENCE_DIGITS, '0');
