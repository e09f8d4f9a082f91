import { findPersonalData, type OfficeContacts, type PersonalDataFinding, type PersonalDataKind } from '@zero-distance/kernel';
import type { FieldError } from '../errors.js';
import type { ConstraintText } from '../validation/constraint-texts.js';
import { fieldError } from '../validation/field-errors.js';
import { type TextUse, useOf } from './text-use.js';

/** The injection token of the `OfficeContacts` that this process was configured with. */
export const OFFICE_CONTACTS = Symbol('office contacts');

/** The fields of a body that show personal data: one line each, by what happens to it. */
export type TextFindings = Readonly<Record<TextUse, readonly FieldError[]>>;

const KINDS: Readonly<Record<PersonalDataKind, { readonly zh: string; readonly en: string }>> = {
  telephone: { zh: '电话号码', en: 'a telephone number' },
  'id-number': { zh: '身份证号码', en: 'an identity number' },
  'bank-card': { zh: '银行卡号', en: 'a bank card number' },
  'e-mail': { zh: '电子邮箱', en: 'an e-mail address' },
  'messenger-account': { zh: '微信或 QQ 号', en: 'a WeChat or QQ account' },
  'number-plate': { zh: '车牌号', en: 'a number plate' },
};
const MOST_TOLD = 5;

/** Looks through the texts of a DTO that are said to be public or internal. */
export function checkTexts(dto: unknown, offices: OfficeContacts): TextFindings {
  const found: Record<TextUse, FieldError[]> = { refused: [], warned: [] };
  walk(dto, [], offices, found);
  return found;
}

function walk(value: unknown, path: readonly string[], offices: OfficeContacts, found: Record<TextUse, FieldError[]>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    const at = [...path, name];
    const use = useOf(value, name);
    if (use) checkText(member, at, offices, found[use]);
    else walk(member, at, offices, found);
  }
}

/** A text, or a list of texts. */
function checkText(text: unknown, path: readonly string[], offices: OfficeContacts, found: FieldError[]): void {
  if (Array.isArray(text)) text.forEach((item, i) => void checkText(item, [...path, String(i)], offices, found));
  if (typeof text !== 'string') return;
  const findings = findPersonalData(text, offices);
  if (findings.length > 0) found.push(fieldError(path, 'body', describe(text, findings)));
}

/** Says what there is and where, and never repeats it. */
function describe(text: string, findings: readonly PersonalDataFinding[]): ConstraintText {
  const told = findings.slice(0, MOST_TOLD).map(({ kind, from, to }) => ({ ...KINDS[kind], ...charactersOf(text, from, to) }));
  const isMore = findings.length > MOST_TOLD;
  const zh = told.map((one) => `第 ${one.first}–${one.last} 字似为${one.zh}`).join('，');
  const en = told.map((one) => `what seems to be ${one.en} (characters ${one.first}–${one.last})`).join(', ');
  return {
    code: 'personal_data',
    zh: `${zh}${isMore ? '，等' : ''}：请删除；单位公开的联系方式可由管理员列入 OFFICE_CONTACTS`,
    en: `shows ${en}${isMore ? ', and more' : ''}: take it out; an administrator can list what an office has published in OFFICE_CONTACTS`,
  };
}

/** As people count: characters from 1, the last one included. */
function charactersOf(text: string, from: number, to: number): { first: number; last: number } {
  const before = [...text.slice(0, from)].length;
  return { first: before + 1, last: before + [...text.slice(from, to)].length };
}
