import { asCode } from '@zero-distance/kernel';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** A telephone number, whatever its spelling was. */
export interface Phone {
  /** As it is dialled within the country: digits, or `+` and digits for one abroad. Two spellings of a number have one. */
  readonly dialled: string;
  readonly kind: 'mobile' | 'landline' | 'line' | 'foreign';
  /** 分机, to ask for once somebody answers. Not part of the number. */
  readonly extension?: string;
}

/** Numbering plans grow faster than tables of them: every mobile number of this form may be one. */
const MOBILE = /^1[3-9]\d{9}$/;
/**
 * 短号, dialled without an area code and nobody's own: emergency and enquiries; the operators' and the post's lines; 12xxx of public
 * services; 95xxx and 96xxx of banks, utilities and districts; 1010xxxx of companies. What is not here is not taken for one, because these
 * are shown without a mask.
 */
const SHORT_LINE = /^(?:11[024789]|12[012]|100(?:0[01]|1[0-8]|50|8[0568]|9[69])|1118[35]|12\d{3}|1010\d{4}|9[56]\d{3,4})$/;
/** 400 and 800. */
const SERVICE_LINE = /^[48]00\d{7}$/;
const EXTENSION = /^(.*\d.*?)[\s,]*(?:转(?:分机)?|分机号?|ext(?:ension)?|[x#,;])[\s.:]*(\d{1,6})$/i;
const EXTENSION_BY_DASH = /^(.*\d{7,8})-(\d{1,6})$/;
/** What may stand in a number besides its extension. */
const NUMBER = /^\+?[\d\s().-]+$/;

/**
 * What a text says as a telephone number: mobile, landline with its area code, 400/800, a short line, or one abroad. Undefined when it is
 * none. Digits and dashes may be full-width, and direction marks of a list of contacts may be around it.
 */
export function parsePhone(typed: string): Phone | undefined {
  const text = asCode(typed);
  const [, number, extension] = EXTENSION.exec(text) ?? [];
  if (number !== undefined && extension !== undefined) return withExtension(number, extension);
  return withoutExtension(text) ?? withDash(text);
}

/** A number that `parsePhone` is known to take: what comes behind a DTO. */
export function readPhone(text: string): Phone {
  const phone = parsePhone(text);
  if (!phone) throw new TypeError('not a telephone number');
  return phone;
}

function withDash(text: string): Phone | undefined {
  const [, number, extension] = EXTENSION_BY_DASH.exec(text) ?? [];
  return number === undefined || extension === undefined ? undefined : withExtension(number, extension);
}

function withExtension(number: string, extension: string): Phone | undefined {
  const phone = withoutExtension(number);
  return phone && { ...phone, extension };
}

function withoutExtension(text: string): Phone | undefined {
  if (!NUMBER.test(text)) return undefined;
  const digits = text.replace(/\D/g, '');
  if (SHORT_LINE.test(digits)) return { dialled: digits, kind: 'line' };
  const parsed = parsePhoneNumberFromString(text, 'CN');
  if (!parsed) return undefined;
  const { country, nationalNumber } = parsed;
  if (country !== 'CN') return parsed.isValid() ? { dialled: parsed.number, kind: 'foreign' } : undefined;
  if (MOBILE.test(nationalNumber)) return { dialled: nationalNumber, kind: 'mobile' };
  if (SERVICE_LINE.test(nationalNumber)) return { dialled: nationalNumber, kind: 'line' };
  const isLandline = parsed.getType() === 'FIXED_LINE' && nationalNumber.length > 8; // shorter: its area code is missing
  return isLandline ? { dialled: `0${nationalNumber}`, kind: 'landline' } : undefined;
}

/** 区号: of two digits in 北京 and where it begins with 2, of three elsewhere, behind the 0. */
export const areaCodeOf = (dialled: string): string => dialled.slice(0, /^0(?:10|2)/.test(dialled) ? 3 : 4);

/** The one spelling that is kept and shown to who may see it: 13800001234, 0464-8261234转801, +85223456789. */
export function spellPhone({ dialled, kind, extension }: Phone): string {
  const areaCode = areaCodeOf(dialled);
  const number = kind === 'landline' ? `${areaCode}-${dialled.slice(areaCode.length)}` : dialled;
  return extension === undefined ? number : `${number}转${extension}`;
}
