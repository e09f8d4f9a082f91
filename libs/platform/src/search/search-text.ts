import { asLine, type FieldError, type OfficeContacts, personalDataSought, saysNothing } from '@zero-distance/kernel';
import { MaxLength } from 'class-validator';
import { describeFindings } from '../personal-data/check-texts.js';
import type { ConstraintText } from '../validation/constraint-texts.js';
import { fieldError } from '../validation/field-errors.js';
import { type DtoClass, MemberMarks } from '../validation/member-marks.js';
import { together } from '../validation/nested.js';
import { LOOKED_AT, Typed } from '../validation/typed.js';

const LONGEST = 100;

interface Search {
  /** What is found has to do with a request, which somebody's telephone number finds. */
  readonly ofRequests: boolean;
}

const searches = new MemberMarks<Search>();

/** Finds by a telephone number, which it is given in its body. */
const BY_PHONE = 'POST /api/intake/v1/requests/find-by-phone';

const BLANK: ConstraintText = {
  code: 'blank_search',
  zh: '没有可读的字：请写要查找的内容，不查找时去掉此参数',
  en: 'has nothing that can be read: say what is looked for, or leave it out',
};

/** What is typed to look for a matter. What shows personal data is refused (`checkSearch`). */
export const SearchText = ({ ofRequests = true }: Partial<Search> = {}): PropertyDecorator =>
  together(
    Typed({ form: asLine, most: LONGEST, rules: [MaxLength(LONGEST)], schema: { minLength: 1, maxLength: LONGEST } }),
    (target, property) => searches.set(target, property, { ofRequests }),
  );

/**
 * What is wrong with a search of a query as it came in: one that says nothing would find everything, and personal data does not belong into an address,
 * which logs and histories keep.
 * @param type the DTO of the query
 */
export function checkSearch(query: unknown, type: DtoClass | undefined, offices: OfficeContacts): FieldError[] {
  if (typeof query !== 'object' || query === null || type === undefined) return [];
  return [...searches.ofClass(type)].flatMap(([name, search]) => {
    const typed: unknown = (query as Record<string, unknown>)[name];
    if (typeof typed !== 'string' || typed.length > LONGEST * LOOKED_AT) return []; // no text, or too long: what its rules say
    const fault = saysNothing(typed) ? BLANK : personalDataIn(typed, search, offices);
    return fault ? [fieldError([name], 'query', fault)] : [];
  });
}

function personalDataIn(typed: string, { ofRequests }: Search, offices: OfficeContacts): ConstraintText | undefined {
  const found = personalDataSought(typed, offices);
  if (found.length === 0) return undefined;
  const { zh, en } = describeFindings(typed, found);
  const isFoundByPhone = ofRequests && found.some(({ kind }) => kind === 'telephone');
  return {
    code: 'personal_data',
    zh: `${zh}：个人信息不能写在网址里${isFoundByPhone ? `，按电话查找诉求请用 ${BY_PHONE}` : '，请删除'}`,
    en: `${en}, which does not belong into a URL: ${isFoundByPhone ? `look for requests by telephone with ${BY_PHONE}` : 'take it out'}`,
  };
}
