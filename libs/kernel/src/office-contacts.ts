import { digitGroups } from './digit-groups.js';
import { nationalNumber } from './digit-kinds.js';
import { makeLegible } from './legible-text.js';

/** 单位公开联系方式: what offices have published of themselves, and may be repeated in public. */
export interface OfficeContacts {
  /** As dialled within the country, without the 0 before the area. */
  readonly telephones: ReadonlySet<string>;
  /** E-mail addresses, or `@domain` for all of a domain. */
  readonly mails: readonly string[];
}

export const NO_CONTACTS: OfficeContacts = { telephones: new Set(), mails: [] };

/** Reads a list such as `0464-8261234, 0464 8296012, hotline@example.cn, @qth.example.cn`. */
export function readOfficeContacts(list: string): OfficeContacts {
  const entries = list.split(',').map((entry) => makeLegible(entry).trim().toLowerCase());
  const mails = entries.filter((entry) => entry.includes('@'));
  const numbers = entries.filter((entry) => entry !== '' && !entry.includes('@')).map(digitsOf);
  return { telephones: new Set(numbers.map(nationalNumber)), mails };
}

const digitsOf = (entry: string): string => digitGroups(entry).reduce((digits, group) => digits + group.digits, '');

const LOCAL_DIGITS = 8;

/** Whether a number is an office's, whole or without its area code. */
export function isOfficeTelephone({ telephones }: OfficeContacts, digits: string): boolean {
  if (telephones.has(nationalNumber(digits))) return true;
  return digits.length <= LOCAL_DIGITS && [...telephones].some((number) => number.length > LOCAL_DIGITS && number.endsWith(digits));
}

/** Whether an address is an office's, or in an office's domain. */
export function isOfficeMail({ mails }: OfficeContacts, address: string): boolean {
  const plain = address.replace(/\s/g, '').toLowerCase();
  return mails.some((mail) => plain === mail || (mail.startsWith('@') && plain.endsWith(mail)));
}
