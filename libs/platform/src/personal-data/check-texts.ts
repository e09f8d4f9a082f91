import {
  type FieldError,
  findPersonalData,
  type OfficeContacts,
  type PersonalDataFinding,
  type PersonalDataKind,
} from '@zero-distance/kernel';
import type { ConstraintText } from '../validation/constraint-texts.js';
import { fieldError } from '../validation/field-errors.js';
import { type TextUse, usesOf } from './text-use.js';

/** The injection token of the `OfficeContacts` that this process was configured with. */
export const OFFICE_CONTACTS = Symbol('office contacts');

/** The fields of a body that show personal data: one line each, by what happens to it. */
export interface TextFindings extends Readonly<Record<TextUse, readonly FieldError[]>> {
  /** The first text that is more than is looked through of one body, with those before it: nothing was looked for from there on. */
  readonly tooMuch?: FieldError;
}

/** Characters of all texts of a body together: looking through them holds up everybody else's requests. Three times the longest text. */
export const MOST_CHARACTERS = 60_000;
const TOO_MUCH: ConstraintText = {
  code: 'too_long_together',
  zh: `与其前各项文字合计超过 ${MOST_CHARACTERS} 字：请分几次提交`,
  en: `is more than ${MOST_CHARACTERS} characters together with the texts before it: send them in several parts`,
};

const KINDS: Readonly<Record<PersonalDataKind, { readonly zh: string; readonly en: string }>> = {
  telephone: { zh: '电话号码', en: 'a telephone number' },
  'id-number': { zh: '证件号码', en: 'the number of an identity or travel document' },
  'bank-card': { zh: '银行卡号', en: 'a bank card number' },
  'e-mail': { zh: '电子邮箱', en: 'an e-mail address' },
  'messenger-account': { zh: '微信、QQ 等账号', en: 'an account of WeChat, QQ or the like' },
  'number-plate': { zh: '车牌号', en: 'a number plate' },
};
const MOST_PLACES = 5;

/** Looks through the texts of a DTO that are said to be public or internal. */
export function checkTexts(dto: unknown, offices: OfficeContacts): TextFindings {
  const found: Record<TextUse, FieldError[]> = { refused: [], warned: [] };
  let characters = 0;
  for (const { text, path, use } of textsOf(dto, [])) {
    characters += text.length;
    if (characters > MOST_CHARACTERS) return { ...found, tooMuch: fieldError(path, 'body', TOO_MUCH) };
    const findings = findPersonalData(text, offices);
    if (findings.length > 0) found[use].push(fieldError(path, 'body', describe(text, findings)));
  }
  return found;
}

interface Text {
  readonly text: string;
  readonly path: readonly string[];
  readonly use: TextUse;
}

/** The texts of a DTO and of its nested values. */
function textsOf(dto: unknown, path: readonly string[], found: Text[] = []): Text[] {
  if (typeof dto !== 'object' || dto === null) return found;
  const uses = usesOf(dto);
  for (const [name, member] of Object.entries(dto)) {
    const use = uses.get(name);
    if (use) collectTexts(member, [...path, name], use, found);
    else if (typeof member === 'object') textsOf(member, [...path, name], found);
  }
  return found;
}

/** A text, or the texts of a list. */
function collectTexts(value: unknown, path: readonly string[], use: TextUse, found: Text[]): void {
  if (typeof value === 'string') found.push({ text: value, path, use });
  else if (Array.isArray(value)) value.forEach((item, i) => void collectTexts(item, [...path, String(i)], use, found));
}

function describe(text: string, findings: readonly PersonalDataFinding[]): ConstraintText {
  const { zh, en } = describeFindings(text, findings);
  return {
    code: 'personal_data',
    zh: `${zh}：请删除；单位公开的联系方式可由管理员列入 OFFICE_CONTACTS`,
    en: `${en}: take it out; an administrator can list what an office has published in OFFICE_CONTACTS`,
  };
}

/** Says what there is and where, and never repeats it. */
export function describeFindings(text: string, findings: readonly PersonalDataFinding[]): Pick<ConstraintText, 'zh' | 'en'> {
  const told = findings.slice(0, MOST_PLACES).map(({ kind, from, to }) => ({ ...KINDS[kind], ...charactersOf(text, from, to) }));
  const isMore = findings.length > MOST_PLACES;
  const zh = told.map((one) => `第 ${one.first}–${one.last} 字似为${one.zh}`).join('，');
  const en = told.map((one) => `what seems to be ${one.en} (characters ${one.first}–${one.last})`).join(', ');
  return { zh: `${zh}${isMore ? '，等' : ''}`, en: `shows ${en}${isMore ? ', and more' : ''}` };
}

/** As people count: characters from 1, the last one included. */
function charactersOf(text: string, from: number, to: number): { first: number; last: number } {
  const before = [...text.slice(0, from)].length;
  return { first: before + 1, last: before + [...text.slice(from, to)].length };
}
