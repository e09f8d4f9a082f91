/** Parts of a request's number that belong together. */
export interface NumberParts {
  readonly area?: string;
  /** `yymmdd`. */
  readonly day?: string;
  readonly sequence?: string;
}

/** The form of a request's number: `230903011001-261123-000417`. */
const AREA = /^\d{12}$/;
const DAY = /^[1-9]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
const SEQUENCE = /^\d{1,9}$/;
const SEQUENCE_DIGITS = 6;

/** What was typed into a search field, in one form for full-width digits and for the dashes that keyboards and other programs have. */
export const asTyped = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[‐-―−﹘－_]/g, '-')
    .replaceAll(/\s*-\s*/g, '-')
    .trim();

/** The parts of a request's number that something typed may be, with leading zeros or without (`261127-17`, `417`); what may be several is each of them. */
export const partsOfNumber = (typed: string): NumberParts[] =>
  /^[\d-]+$/.test(typed) ? partsOf(typed.split('-').filter((part) => part !== '')) : [];

function partsOf([first = '', second = '', third = '']: readonly string[]): NumberParts[] {
  if (AREA.test(first) && DAY.test(second)) {
    if (third === '') return [{ area: first, day: second }];
    return SEQUENCE.test(third) ? [{ area: first, day: second, sequence: wholeSequence(third) }] : [];
  }
  if (second !== '') return DAY.test(first) && SEQUENCE.test(second) ? [{ day: first, sequence: wholeSequence(second) }] : [];
  const day = DAY.test(first) ? [{ day: first }] : [];
  return SEQUENCE.test(first) ? [...day, { sequence: wholeSequence(first) }] : day;
}

const wholeSequence = (digits: string): string => digits.replace(/^0+(?=\d)/, '').padStart(SEQUENCE_DIGITS, '0');
