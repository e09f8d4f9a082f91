import { asTyped, partsOfNumber } from './number-parts.js';
import { NO_CONTACTS, type OfficeContacts } from './office-contacts.js';
import { findPersonalData, type PersonalDataFinding } from './personal-data.js';
import { asLine } from './typed-text.js';

/** Whether nothing can be read in what was typed into a search field: blanks, or characters that do not show. */
export const saysNothing = (typed: string): boolean => asLine(typed) === '';

/**
 * Personal data in what is looked for: an address holds what was typed, and browsers, proxies and histories keep addresses. A request's number, or a
 * part of it, is none, whatever its digits look like.
 */
export const personalDataSought = (typed: string, offices: OfficeContacts = NO_CONTACTS): PersonalDataFinding[] =>
  partsOfNumber(asTyped(typed)).length > 0 ? [] : findPersonalData(typed, offices);
