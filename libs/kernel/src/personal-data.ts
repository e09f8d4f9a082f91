import {
  ACCOUNT_NAMES,
  LEAST_PLATE_FIGURES,
  LOOK_AHEAD,
  LOOK_BACK,
  leadOf,
  leadOfGap,
  MAIL_DOMAINS,
  MAIL_NAMES,
  MAIL_SIGN,
  NO_FIGURE,
  PLATE,
} from './contact-patterns.js';
import { type DigitGroup, type DigitRun, digitGroups, runsOf } from './digit-groups.js';
import { type DigitKind, isAmount, kindOf, LEAST_DIGITS, MOST_DIGITS, mayBegin } from './digit-kinds.js';
import { makeLegible, placesAsTyped } from './legible-text.js';
import { isOfficeMail, isOfficeTelephone, NO_CONTACTS, type OfficeContacts } from './office-contacts.js';
import { precheck } from './precheck.js';

/** The kinds that can be recognised by form. Names and addresses cannot: the publisher of a text answers for those. */
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

/** Finds personal data in a text, in any spelling. Published contacts of offices are not personal data. */
export function findPersonalData(typed: string, offices: OfficeContacts = NO_CONTACTS): PersonalDataFinding[] {
  const { letters, numbers: digits } = precheck(typed);
  if (!letters && !digits) return [];
  const text = makeLegible(typed);
  const candidates = [
    ...(letters ? [...mails(text, offices), ...plates(text)] : []),
    ...(digits ? numbers(text, offices) : []),
    ...(letters ? messengerNames(text) : []),
  ];
  if (candidates.length === 0) return [];
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
    .filter(([found]) => found.replace(NO_FIGURE, '').length >= LEAST_PLATE_FIGURES)
    .map((match) => ({ kind: 'number-plate', from: match.index, to: match.index + match[0].length }));

const messengerNames = (text: string): Candidate[] =>
  ACCOUNT_NAMES.flatMap((pattern) => [...text.matchAll(pattern)]).map((match) => ({
    kind: 'messenger-account',
    from: match.index,
    to: match.index + match[0].length,
  }));

function numbers(text: string, offices: OfficeContacts): Candidate[] {
  return runsOf(digitGroups(text)).flatMap((run) => numbersIn(run, text, offices));
}

function numbersIn(run: DigitRun, text: string, offices: OfficeContacts): Candidate[] {
  const { groups } = run;
  const found: Candidate[] = [];
  for (let first = 0; first < groups.length; first++) {
    const number = numberFrom(run, first, text, offices);
    if (!number) continue;
    found.push(number);
    while ((groups[first + 1]?.from ?? number.to) < number.to) first++;
  }
  return found;
}

/** The longest number that begins with a group and ends with one; an office's telephone before any other. */
function numberFrom({ groups, digits, offsets }: DigitRun, first: number, text: string, offices: OfficeContacts): Candidate | undefined {
  const start = offsets[first] as number;
  const ahead = digits.slice(start, start + MOST_DIGITS);
  if (ahead.length < LEAST_DIGITS) return undefined;
  const { from, gap } = groups[first] as DigitGroup;
  const isWithinNumber = first > 0 && !groups[first - 1]?.isLetters; // of "wx 12345", the x is a word's
  const lead = isWithinNumber ? leadOfGap(gap) : leadOf(before(text, from));
  if (!mayBegin(ahead, lead)) return undefined;
  let longest: Candidate | undefined;
  for (let last = first; last < groups.length; last++) {
    const length = (offsets[last + 1] as number) - start;
    if (length > MOST_DIGITS) break;
    if (length < LEAST_DIGITS) continue;
    const number = ahead.slice(0, length);
    const { to } = groups[last] as DigitGroup;
    const within = () => groups.slice(first, last + 1);
    const kind = kindOf(number, lead, within);
    if (kind && isAmount(number, within(), text.slice(to, to + LOOK_AHEAD))) continue;
    if (kind === 'telephone' && isOfficeTelephone(offices, number)) return { kind, from, to, isOffice: true };
    if (kind) longest = { kind, from, to };
  }
  return longest;
}
