import type { DigitGroup } from './digit-groups.js';

/** The kinds of number it can be. */
export type DigitKind = 'id-number' | 'bank-card' | 'telephone' | 'messenger-account';

/** As many digits as the shortest and the longest of these numbers have: QQ and bank cards. */
export const LEAST_DIGITS = 5;
export const MOST_DIGITS = 19;

const PROVINCE = '(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)';
const DAY = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])';
/** 身份证: province, area, birthday, sequence, check digit. A mistyped check digit shows as much of a person as a right one. */
const ID_FORM = `${PROVINCE}\\d{4}(?:18|19|20)\\d\\d${DAY}\\d{3}[\\dX]`;
/** 一代身份证, of people born from 1930 to 1999; grid codes have 15 digits, too, and would be taken for earlier years. */
const OLD_ID_FORM = `${PROVINCE}\\d{4}[3-9]\\d${DAY}\\d{3}`;
const CARD_BEGINS = '(?:6[02-9]|4\\d|5[1-5]|35|95)\\d{14}';
/** With what people dial before it: 86 from abroad, 0 from another city, 17951 and the like for a cheaper line. */
const MOBILE_FORM = '(?:(?:00)?86|0|17951|17909|12593)?1[3-9]\\d{9}';
const LANDLINE_FORM = '(?:0|(?:00)?86)(?:10[2-9]\\d{7}|2\\d[2-9]\\d{7}|[3-9]\\d\\d[2-9]\\d{6,7})';
const GREATER_CHINA_FORM = '00(?:852\\d{8}|853\\d{8}|886\\d{8,9})';

const ID_NUMBER = new RegExp(`^${ID_FORM}$`);
const OLD_ID_NUMBER = new RegExp(`^${OLD_ID_FORM}$`);
const CARD = new RegExp(`^${CARD_BEGINS}\\d{0,3}$`);
const TELEPHONE = new RegExp(`^(?:${MOBILE_FORM}|${LANDLINE_FORM}|${GREATER_CHINA_FORM})$`);
/** The beginning of a number that only its digits identify. */
const BEGINS = new RegExp(`^(?:${[ID_FORM, OLD_ID_FORM, CARD_BEGINS, MOBILE_FORM, LANDLINE_FORM, GREATER_CHINA_FORM].join('|')})`);
const FOREIGN = /^[1-9]\d{8,14}$/;
const ACCOUNT = /^[1-9]\d{4,10}$/;
/** Passports and the documents for Hong Kong, Macao and Taiwan: their figures, without the letters before them. */
const DOCUMENT = /^\d{7,10}$/;
/** A landline as its neighbours dial it, which many numbers look like: only where the words say so. */
const LOCAL = /^[2-8]\d{6,7}$/;

/** The kind of a number according to the words before it. */
export interface Lead {
  readonly isForeign: boolean;
  readonly isTelephone: boolean;
  readonly isCard: boolean;
  readonly isMessenger: boolean;
  readonly isDocument: boolean;
}

/** False when no number begins with these digits: quick to see, for most begin none. */
export const mayBegin = (ahead: string, lead: Lead): boolean =>
  lead.isForeign || lead.isTelephone || lead.isMessenger || lead.isDocument || BEGINS.test(ahead);

/** What these groups are, written as the one number `digits`; undefined for nothing of the kind. */
export function kindOf(digits: string, lead: Lead, groups: () => readonly DigitGroup[]): DigitKind | undefined {
  if (ID_NUMBER.test(digits) || OLD_ID_NUMBER.test(digits) || (lead.isDocument && DOCUMENT.test(digits))) return 'id-number';
  const kind = isCard(digits, lead) ? 'bank-card' : isTelephone(digits, lead) ? 'telephone' : undefined;
  if (kind) return isOneNumber(groups()) ? kind : undefined;
  return lead.isMessenger && ACCOUNT.test(digits) ? 'messenger-account' : undefined;
}

const isCard = (digits: string, lead: Lead): boolean => CARD.test(digits) && (lead.isCard || isLuhn(digits));

const isTelephone = (digits: string, { isForeign, isTelephone: isTold }: Lead): boolean =>
  TELEPHONE.test(digits) || (isForeign && FOREIGN.test(digits)) || (isTold && LOCAL.test(digits));

const MONEY = /^\s?[万亿]?元(?:$|[^\p{Script=Han}]|左右|以[上下]|[整的和及])/u;
/** An amount, known by words alone, or by digits in groups (150 1234 5678 元). Digits in one piece may be a payee's telephone. */
export const isAmount = (digits: string, groups: readonly DigitGroup[], after: string): boolean =>
  MONEY.test(after) && (!BEGINS.test(digits) || (groups.length > 1 && groups.slice(1).every(({ gap }) => gap === ' ' || gap === ',')));

/** The number of a telephone as it is dialled within the country, without the 0 before the area: one for all its spellings. */
export const nationalNumber = (digits: string): string => digits.replace(/^(?:00)?86(?=\d{10,11}$)/, '').replace(/^0/, '');

/** Luhn's check digit, which every bank card ends with. */
function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const doubled = Number(digits[digits.length - 1 - i]) * (i % 2 === 0 ? 1 : 2);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

const MOST_GROUPS = 4;
const MOST_ALIKE = 5;
const MOST_BETWEEN_COMMAS = 3;
const COMMA = /[、,;和]/;

/** People write a number in a few groups, in some more with one separator, or in many of one length; else it is several, or a measure. */
function isOneNumber(groups: readonly DigitGroup[]): boolean {
  const lengths: number[] = [];
  for (const { digits, gap } of groups) lengths.push(gap === '' ? (lengths.pop() ?? 0) + digits.length : digits.length);
  if (lengths.length === groups.length && isMeasure(lengths, groups)) return false;
  const gaps = groups.slice(1).flatMap(({ gap }) => gap || []);
  const isList = gaps.some((gap) => COMMA.test(gap));
  const most = isList ? MOST_BETWEEN_COMMAS : gaps.every((gap) => gap === gaps[0]) ? MOST_ALIKE : MOST_GROUPS;
  return lengths.length <= most || areEven(lengths, isList ? 1 : 4);
}

/** All as long as the first, but for the last, which may be shorter; of `most` digits at most. */
function areEven(lengths: readonly number[], most: number): boolean {
  const [first = 0] = lengths;
  return first <= most && lengths.every((length, i) => length === first || (i === lengths.length - 1 && length < first));
}

/** Amounts (13,800,001,234), decimals (0.3512345678), network addresses (192.168.10.123) and points (131.015, 45.771). */
function isMeasure(lengths: readonly number[], groups: readonly DigitGroup[]): boolean {
  const gaps = groups.slice(1).map(({ gap }) => gap);
  const [first = 0, ...others] = lengths;
  if (gaps.length === 1) return gaps[0] === '.' && first < 3;
  if (gaps.every((gap) => gap === ',')) return first <= 3 && others.every((length) => length === 3);
  if (gaps.length !== 3 || gaps[0] !== '.' || gaps[2] !== '.') return false;
  return gaps[1] !== '.' || groups.every(({ digits }) => Number(digits) <= 255);
}
