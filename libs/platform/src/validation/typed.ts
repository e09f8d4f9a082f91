import {
  AREA_LEVELS,
  type AreaLevel,
  areaLevel,
  asCode,
  asLine,
  asWords,
  isDate,
  ORGANISATION_CODE,
  parseInstant,
} from '@zero-distance/kernel';
import { Transform } from 'class-transformer';
import { IsBoolean, Matches, MaxLength, MinLength, ValidateBy } from 'class-validator';
import { Documented } from './documented.js';
import { InRegister, type RetiredAreas } from './in-register.js';
import { together } from './nested.js';

/** A text that is longer than this many times its limit is refused by its length alone, and no work is spent on it. */
export const LOOKED_AT = 4;

interface Form {
  /** The one form of all spellings; '' for what nothing can be read in. Gives its own results back unchanged. */
  readonly form: (typed: string) => string;
  /** Characters that such a text can have. */
  readonly most: number;
  /** A list of such texts. */
  readonly each?: boolean;
  readonly mayBeEmpty?: boolean;
  /** What else must hold of it. */
  readonly rules?: readonly PropertyDecorator[];
  /** What OpenAPI says of it; its longest length unless stated. */
  readonly schema?: Readonly<Record<string, unknown>>;
}

/**
 * A text of a kind: put in its form before any rule sees it. A blank one is left out, so it is missing where it is required; of a list it is
 * no item. Every text of a DTO is declared by one of the kinds below or by a service's own made with this: class-validator's `@IsString`
 * alone says nothing about the form, and a law in the tests finds it (`scripts/inputs.spec.ts`).
 */
export function Typed({ form, most, each = false, mayBeEmpty = false, rules = [], schema = { maxLength: most } }: Form): PropertyDecorator {
  const read = (value: unknown): unknown => {
    if (typeof value !== 'string' || value.length > most * LOOKED_AT) return value;
    return form(value) || (mayBeEmpty ? '' : undefined);
  };
  const readAll = (value: unknown): unknown => (Array.isArray(value) ? value.map(read).filter((item) => item !== undefined) : value);
  return together(
    Transform(({ value }) => (each ? readAll(value) : read(value))),
    ValidateBy({ name: 'text', validator: { validate: (value: unknown) => typeof value === 'string' } }, { each }),
    Documented(schema),
    ...rules,
  );
}

/** Somebody's words: kept as they are typed (kernel `asWords`). */
export const Words = ({ min = 1, max }: { readonly min?: number; readonly max: number }): PropertyDecorator =>
  Typed({ form: asWords, most: max, rules: [MinLength(min), MaxLength(max)], schema: { minLength: min, maxLength: max } });

/** Words in one line: a name, a title, a place. */
export const Line = ({ max, each = false }: { readonly max: number; readonly each?: boolean }): PropertyDecorator =>
  Typed({ form: asLine, most: max, each, rules: [MaxLength(max, { each })] });

/** How the codes of a register are written. */
export interface CodeForm {
  readonly pattern: RegExp;
  /** The one case of their letters: `HF-04` and `hf-04` are one code. Left out where there are no letters. */
  readonly letters?: 'lower' | 'upper';
  /** The required form, for the text of the refusal. */
  readonly zh: string;
  readonly en: string;
}

const LONGEST_CODE = 64;

/** A code in the form of its register: in ASCII, in one case. A pattern that takes '' says that it may be empty. */
export function Code({ pattern, letters, zh, en }: CodeForm, { each = false }: { readonly each?: boolean } = {}): PropertyDecorator {
  const form = (typed: string): string => {
    const code = asCode(typed);
    if (letters === undefined) return code;
    return letters === 'lower' ? code.toLowerCase() : code.toUpperCase();
  };
  return Typed({
    form,
    most: LONGEST_CODE,
    each,
    mayBeEmpty: pattern.test(''),
    rules: [Matches(pattern, { each, context: { zh, en } })],
    schema: { pattern: pattern.source, maxLength: LONGEST_CODE },
  });
}

/** What another system calls something: in ASCII where it can be, in its own case. */
export const Reference = ({ max, each = false }: { readonly max: number; readonly each?: boolean }): PropertyDecorator =>
  Typed({ form: asCode, most: max, each, rules: [MaxLength(max, { each })] });

/** What this system gave out and gets back: exactly as it is. */
export const Opaque = ({ max }: { readonly max: number }): PropertyDecorator =>
  Typed({ form: (given) => given, most: max, mayBeEmpty: true, rules: [MaxLength(max)] });

interface AreaCodeOptions {
  readonly finest?: AreaLevel;
  readonly retired?: RetiredAreas;
}

/**
 * A field that holds the code of a registered area (kernel `areaLevel`).
 * @param finest the finest level allowed. Public queries end at the community: a grid says too exactly where somebody lives
 * @param retired what becomes of one that is no more, in a body
 */
export const IsAreaCode = ({ finest = 'grid', retired }: AreaCodeOptions = {}): PropertyDecorator =>
  together(
    InRegister('area', { retired }),
    Formed('isAreaCode', (code) => areaLevel(code) !== undefined && code.length <= AREA_LEVELS[finest], {
      constraints: [AREA_LEVELS[finest]],
      schema: { pattern: `^\\d{6}(\\d{3}){0,${(AREA_LEVELS[finest] - AREA_LEVELS.district) / 3}}$`, maxLength: AREA_LEVELS[finest] },
    }),
  );

/** How the codes of categories are written, two digits a level. */
export const CATEGORY_CODE = { pattern: /^\d{6}$/, zh: '必须是 6 位类别代码', en: 'must be a category code of six digits' };

/** How a month is written. */
export const MONTH = { pattern: /^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])$/, zh: '必须是 YYYY-MM 月份', en: 'must be a month, YYYY-MM' };

/** The code of a registered category, two digits a level. */
export const IsCategoryCode = (): PropertyDecorator => together(InRegister('category'), Code(CATEGORY_CODE));

const ORGANISATION = {
  pattern: ORGANISATION_CODE,
  letters: 'lower',
  zh: '须为单位代码（字母、数字和连字符，不分大小写）',
  en: 'must be the code of an organisation (letters, digits and hyphens; capital or small is the same)',
} as const;

/** The code of a registered organisation. */
export const IsOrganisationCode = (options: { readonly each?: boolean } = {}): PropertyDecorator =>
  together(InRegister('organisation'), Code(ORGANISATION, options));

/** Yes or no in a query, where everything is a text: `true` or `false`. */
export const Flag = (): PropertyDecorator =>
  together(
    Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value)),
    IsBoolean(),
  );

/** What a schema says of a time by which something is due: in a file, a day alone is its end. */
export const LIMIT_EXTENSION = 'x-limit';

/**
 * A time that there is, RFC 3339 with its zone (kernel `parseInstant`). What comes through is the same instant in UTC.
 * @param isLimit something is due by it
 */
export const Instant = ({ isLimit = false } = {}): PropertyDecorator =>
  Formed('instant', (text) => parseInstant(text) !== undefined, {
    canonical: (text) => parseInstant(text)?.toISOString() ?? text,
    schema: { format: 'date-time', ...(isLimit && { [LIMIT_EXTENSION]: true }) },
  });

/** A day that there is, `YYYY-MM-DD`. */
export const CalendarDate = (): PropertyDecorator => Formed('calendarDate', isDate, { schema: { format: 'date' } });

interface Formed {
  readonly canonical?: (text: string) => string;
  /** The values that the rule's text names. */
  readonly constraints?: unknown[];
  readonly schema: Readonly<Record<string, unknown>>;
}

function Formed(
  name: string,
  isRight: (text: string) => boolean,
  { canonical = (text) => text, constraints = [], schema }: Formed,
): PropertyDecorator {
  const validate = (value: unknown): boolean => typeof value === 'string' && isRight(value);
  return Typed({
    form: (typed) => canonical(asCode(typed)),
    most: LONGEST_CODE,
    rules: [ValidateBy({ name, constraints, validator: { validate } })],
    schema,
  });
}
