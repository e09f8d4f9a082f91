import { isDate } from '@zero-distance/kernel';

/** 公民身份号码 of a resident, as its figures say. */
export interface IdNumber {
  /** 18 figures, the last of them an X at times. */
  readonly number: string;
  /** `YYYY-MM-DD`. */
  readonly bornOn: string;
  readonly sex: 'male' | 'female';
}

const FORM = /^[1-9]\d{5}(\d{4})(\d{2})(\d{2})\d{2}(\d)[\dX]$/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';

/**
 * An identity number (GB 11643): 18 figures of which one is a check digit, with a birthday that there is. Undefined for anything else.
 * @param typed in ASCII; x for X
 */
export function parseIdNumber(typed: string): IdNumber | undefined {
  const number = typed.replaceAll(/[\s-]/g, '').toUpperCase();
  const [, year, month, day, order] = FORM.exec(number) ?? [];
  const bornOn = `${year}-${month}-${day}`;
  if (!isDate(bornOn) || number.at(-1) !== checkDigitOf(number)) return undefined;
  return { number, bornOn, sex: Number(order) % 2 === 1 ? 'male' : 'female' };
}

/** Of the first 17 figures (ISO 7064, MOD 11-2). */
function checkDigitOf(number: string): string | undefined {
  const sum = WEIGHTS.reduce((so, weight, place) => so + weight * Number(number[place]), 0);
  return CHECK_DIGITS[sum % 11];
}

/** 230***********1234: the first three and the last four. */
export const maskIdNumber = ({ number }: Pick<IdNumber, 'number'>): string => `${number.slice(0, 3)}***********${number.slice(-4)}`;
