/** The report of one kind of bad value: its stable code, and the remedy in both languages. */
export interface ConstraintText {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

const list = (value: unknown): string => (Array.isArray(value) ? value : Object.values((value ?? {}) as object)).join(', ');
const text = (code: string, zh: string, en: string): (() => ConstraintText) => {
  const fixed = { code, zh, en };
  return () => fixed;
};

/** Replaces every broken rule of a missing member. */
export const REQUIRED: ConstraintText = { code: 'required', zh: '必填', en: 'is required' };

/** The report of a field that the DTO does not have. */
export const UNKNOWN_FIELD: ConstraintText = { code: 'unknown_field', zh: '是未知字段，请删除', en: 'is not a known field: remove it' };

/** The report of a whole body that is no object. */
export const NOT_OBJECT: ConstraintText = { code: 'not_object', zh: '必须是对象', en: 'must be an object' };

/**
 * By the constraint's name, in order of precedence when several are broken: unknown members, then the kind of the value, then its size,
 * then its form. The arguments are those of the DTO's decorator.
 */
const TEXTS: Record<string, (args: readonly unknown[]) => ConstraintText> = {
  whitelistValidation: () => UNKNOWN_FIELD,
  isDefined: () => REQUIRED,
  isArray: text('not_list', '必须是数组', 'must be a list'),
  nested: text('not_object', '必须是对象（或对象数组）', 'must be an object (or a list of objects)'),
  nestedValidation: text('not_object', '必须是对象（或对象数组）', 'must be an object (or a list of objects)'),
  unknownValue: () => NOT_OBJECT,
  text: text('not_text', '必须是文本', 'must be a text'),
  isBoolean: text('not_boolean', '必须是 true 或 false', 'must be true or false'),
  decimal: text('not_number', '必须是数字', 'must be a number'),
  whole: text('not_integer', '必须是整数', 'must be a whole number'),
  arrayNotEmpty: text('too_few', '至少要有一项', 'must have at least one item'),
  arrayMinSize: ([least]) => ({ code: 'too_few', zh: `至少要有 ${least} 项`, en: `must have at least ${least} items` }),
  arrayMaxSize: ([most]) => ({ code: 'too_many', zh: `最多 ${most} 项`, en: `must have at most ${most} items` }),
  minLength: ([least]) => ({ code: 'too_short', zh: `至少 ${least} 个字符`, en: `must have at least ${least} characters` }),
  maxLength: ([most]) => ({ code: 'too_long', zh: `最多 ${most} 个字符`, en: `must have at most ${most} characters` }),
  min: ([least]) => ({ code: 'too_small', zh: `不能小于 ${least}`, en: `must be at least ${least}` }),
  max: ([most]) => ({ code: 'too_large', zh: `不能大于 ${most}`, en: `must be at most ${most}` }),
  decimals: ([most]) => ({ code: 'too_precise', zh: `最多 ${most} 位小数`, en: `must have at most ${most} decimals` }),
  isIn: ([values]) => ({ code: 'not_allowed', zh: `必须是以下之一：${list(values)}`, en: `must be one of: ${list(values)}` }),
  equals: ([value]) => ({ code: 'not_allowed', zh: `必须是 ${value}`, en: `must be ${value}` }),
  isAreaCode: ([digits]) => ({
    code: 'not_an_area_code',
    zh: `必须是区划代码：6、9、12 或 15 位数字，最多 ${digits} 位，其中街道段（第 7–9 位）和社区段（第 10–12 位）为 001–599`,
    en: `must be an area code: 6, 9, 12 or 15 digits, at most ${digits}, its street (digits 7 to 9) and its community (10 to 12) from 001 to 599`,
  }),
  isBase64: text('not_base64', '必须是 Base64', 'must be Base64'),
  isUuid: text('not_a_uuid', '必须是 UUID', 'must be a UUID'),
  instant: text(
    'not_time',
    '必须是存在的时间，RFC 3339 格式并带时区，1900 年至 2199 年',
    'must be a time that exists: RFC 3339 with its zone, in the years 1900 to 2199',
  ),
  calendarDate: text('not_date', '必须是存在的日期 YYYY-MM-DD', 'must be a date that exists, YYYY-MM-DD'),
  matches: text('wrong_format', '格式不正确', 'does not have the right format'),
  arrayUnique: text('not_unique', '不能有重复项', 'must not hold the same item twice'),
};

const RANKS = new Map(Object.keys(TEXTS).map((name, rank) => [name, rank]));
const rankOf = (name: string): number => RANKS.get(name) ?? RANKS.size;

/** Sorts the names of broken rules, the one to tell first. */
export const toldBefore = (a: string, b: string): number => rankOf(a) - rankOf(b) || (a < b ? -1 : 1);

/** Not a rule of any DTO: no text may hold it. */
export const UNSTORABLE: ConstraintText = {
  code: 'unstorable_character',
  zh: '含有无法保存的字符（NUL 或不成对的代理项）',
  en: 'holds a character that cannot be stored (NUL or half of a surrogate pair)',
};

/**
 * The text of a failed constraint. A decorator may bring its own, as `{ context: { zh, en, code? } }`, and should when it is `@Matches` or
 * a check of its own.
 */
export function constraintText(name: string, args: readonly unknown[], own: Partial<ConstraintText> | undefined): ConstraintText {
  const common = TEXTS[name]?.(args) ?? { code: 'not_acceptable', zh: '不符合要求', en: 'is not acceptable' };
  return { ...common, ...own };
}
