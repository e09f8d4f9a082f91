import type { ErrorDefinition } from './domain-error.js';

/** The registers of the district that other services name rows of. */
export const REGISTERS = ['area', 'category', 'organisation'] as const;
export type Register = (typeof REGISTERS)[number];

/** Usually it takes a part of it until a service has heard of a new row. */
const HEARD_WITHIN_SECONDS = 1;

const NAMES: Readonly<Record<Register, { readonly zh: string; readonly en: string; readonly owner: string }>> = {
  area: { zh: '区划', en: 'area', owner: 'intake' },
  category: { zh: '诉求类别', en: 'category', owner: 'intake' },
  organisation: { zh: '单位', en: 'organisation', owner: 'dispatch' },
};

function unknown(register: Register, status: 404 | 422): ErrorDefinition {
  const { zh, en, owner } = NAMES[register];
  return {
    status,
    zh: `没有代码为“{code}”的${zh}：请改正代码，或先在 ${owner} 登记；刚登记的稍后各服务才知道，请按 Retry-After 重试。`,
    en: `There is no ${en} with the code "{code}": correct it, or register it in ${owner} first. One registered a moment ago is heard of soon: try again after Retry-After.`,
    retryAfterSeconds: HEARD_WITHIN_SECONDS,
  };
}

/**
 * What a service answers to a code that no register has, under its own name: `dispatch.area.unknown` (422) for one in a body, which cannot
 * be kept; `dispatch.area.not_found` (404) for one in a query or an address, under which there is nothing to read.
 */
export const REGISTER_ERRORS = {
  'area.unknown': unknown('area', 422),
  'area.not_found': unknown('area', 404),
  'category.unknown': unknown('category', 422),
  'category.not_found': unknown('category', 404),
  'organisation.unknown': unknown('organisation', 422),
  'organisation.not_found': unknown('organisation', 404),
} as const satisfies Readonly<Record<`${Register}.${'unknown' | 'not_found'}`, ErrorDefinition>>;

/** Which of them it is, by where the code stands. */
export const registerError = (register: Register, inBody: boolean): keyof typeof REGISTER_ERRORS =>
  `${register}.${inBody ? 'unknown' : 'not_found'}`;
