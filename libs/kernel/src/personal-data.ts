import { LEAST_PLATE_FIGURES, LOOK_BACK, leadOf, MAIL_DOMAINS, MAIL_NAMES, MAIL_SIGN, PLATE, WECHAT_NAME } from './contact-patterns.js';
import { type DigitGroup, digitGroups } from './digit-groups.js';
import { type DigitKind, kindOf, LEAST_DIGITS, type Lead, MOST_DIGITS } from './digit-kinds.js';
import { makeLegible, placesAsTyped } from './legible-text.js';
import { isOfficeMail, isOfficeTelephone, NO_CONTACTS, type OfficeContacts } from './office-contacts.js';

/** What can be told by its form. Names and addresses can't: whoever publishes a text answers for those. */
export type PersonalDataKind = DigitKind | 'e-mail' | 'number-plate';

/** A place in a text that looks like personal data: `from` and `to` as for `slice`. */
export interface PersonalDataFinding {
  readonly kind: PersonalDataKind;
  readonly from: number;
  readonly to: number;
}

/** A finding in the legible text; what an office has published of itself is seen, so that it is not taken for something else. */
interface Candidate extends PersonalDataFinding {
  readonly isOffice?: boolean;
}

/** Where personal data shows in a text, however it is spelled. What the offices have published of themselves is none. */
export function findPersonalData(typed: string, offices: OfficeContacts = NO_CONTACTS): PersonalDataFinding[] {
  const text = makeLegible(typed);
  const candidates = [...mails(text, offices), ...plates(text), ...numbers(text, offices), ...messengerNames(text)];
  const found = apart(candidates).filter(({ isOffice }) => !isOffice);
  const placeOf = placesAsTyped(typed);
  return found.map(({ kind, from, to }) => ({ kind, from: placeOf(from), to: placeOf(to - 1) + 1 }));
}

/** Those that overlap none before them in the list, in the order of the text. */
function apart(candidates: readonly Candidate[]): Candidate[] {
  const taken: Candidate[] = [];
  const ranked = candidates.map((candidate, rank) => ({ candidate, rank }));
  ranked.sort((a, b) => a.candidate.from - b.candidate.from || a.rank - b.rank);
  for (const { candidate } of ranked) {
    const last = taken.at(-1);
    if (!last || candidate.from >= last.to) taken.push(candidate);
  }
  return taken;
}

const before = (text: string, at: number): string => text.slice(Math.max(0, at - LOOK_BACK), at);

function mails(text: string, offices: OfficeContacts): Candidate[] {
  if (!MAIL_SIGN.test(text)) return [];
  return MAIL_DOMAINS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => {
      const name = nameBefore(text, match.index);
      const found = name + match[0];
      return { kind: 'e-mail', from: match.index - name.length, to: match.index + match[0].length, isOffice: isOfficeMail(offices, found) };
    }),
  );
}

function nameBefore(text: string, at: number): string {
  const preceding = before(text, at);
  for (const pattern of MAIL_NAMES) {
    const name = pattern.exec(preceding)?.[0];
    if (name !== undefined) return name;
  }
  return '';
}

const plates = (text: string): Candidate[] =>
  [...text.matchAll(PLATE)]
    .filter(([found]) => found.replace(/[^\d〇一二三四五六七八九]/g, '').length >= LEAST_PLATE_FIGURES)
    .map((match) => ({ kind: 'number-plate', from: match.index, to: match.index + match[0].length }));

const messengerNames = (text: string): Candidate[] =>
  [...text.matchAll(WECHAT_NAME)].map((match) => ({ kind: 'messenger-account', from: match.index, to: match.index + match[0].length }));

function numbers(text: string, offices: OfficeContacts): Candidate[] {
  const groups = digitGroups(text);
  const found: Candidate[] = [];
  for (let first = 0; first < groups.length; first++) {
    const number = numberFrom(groups, first, text, offices);
    if (!number) continue;
    found.push(number);
    while ((groups[first + 1]?.from ?? number.to) < number.to) first++;
  }
  return found;
}

/** The longest number that begins with a group and ends with one; an office's telephone before any other. */
function numberFrom(groups: readonly DigitGroup[], first: number, text: string, offices: OfficeContacts): Candidate | undefined {
  const { from } = groups[first] as DigitGroup;
  let lead: Lead | undefined;
  let digits = '';
  let longest: Candidate | undefined;
  for (let last = first; last < groups.length; last++) {
    const group = groups[last] as DigitGroup;
    if (last > first && group.gap === undefined) break;
    digits += group.digits;
    if (digits.length > MOST_DIGITS) break;
    if (digits.length < LEAST_DIGITS) continue;
    lead ??= leadOf(before(text, from));
    const kind = kindOf(groups.slice(first, last + 1), digits, lead);
    if (kind === 'telephone' && isOfficeTelephone(offices, digits)) return { kind, from, to: group.to, isOffice: true };
    if (kind) longest = { kind, from, to: group.to };
  }
  return longest;
}
