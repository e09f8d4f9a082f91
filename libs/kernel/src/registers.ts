import type { ErrorDefinition } from './domain-error.js';

/** The registers of the district that other services name rows of. */
export const REGISTERS = ['area', 'category', 'organisation'] as const;
export type Register = (typeof REGISTERS)[number];

/** The form of an organisation's code, as in the claim `org`: short, for tokens and addresses. */
export const ORGANISATION_CODE = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** Usually it takes a part of it until a service has heard of a new row. */
const HEARD_WITHIN_SECONDS = 1;

const NAMES: Readonly<Record<Register, { readonly zh: string; readonly en: string; readonly owner: string; readonly example: string }>> = {
  area: { zh: '区划', en: 'area', owner: 'intake', example: '230903999' },
  category: { zh: '诉求类别', en: 'category', owner: 'intake', example: '999999' },
  organisation: { zh: '单位', en: 'organisation', owner: 'dispatch', example: 'no-such-bureau' },
};

/** The reader of the refusal of an unknown code: it decides which advice helps. */
type Reader = 'public' | 'owner' | 'listener';

const ADVICE: Readonly<Record<Reader, (register: Register) => { readonly zh: string; readonly en: string }>> = {
  public: () => ({ zh: '请核对代码', en: 'check the code' }),
  owner: () => ({ zh: '请改正代码，或先登记', en: 'correct it, or register it first' }),
  listener: (register) => ({
    zh: `请改正代码，或先在 ${NAMES[register].owner} 登记；刚登记的本服务可能还不知道，请按 Retry-After 重试`,
    en: `correct it, or register it in ${NAMES[register].owner} first. One registered a moment ago may not be heard of here yet: try again after Retry-After`,
  }),
};

function unknown(register: Register, status: 404 | 422, reader: Reader): ErrorDefinition {
  const { zh, en, example } = NAMES[register];
  const advice = ADVICE[reader](register);
  return {
    status,
    zh: `没有代码为“{code}”的${zh}：${advice.zh}。`,
    en: `There is no ${en} with the code "{code}": ${advice.en}.`,
    examples: { code: example },
    ...(reader === 'listener' && { retryAfterSeconds: HEARD_WITHIN_SECONDS }),
  };
}

export type RegisterError = `${Register}.${'unknown' | 'not_found'}` | 'area.retired';

/** Of an area that is no more, in which nothing new is taken in. */
const RETIRED_AREA: ErrorDefinition = {
  status: 422,
  zh: '区划 {code} 已撤并，请改用 {successor}。',
  en: 'The area {code} is no more: use {successor}, which it went into.',
  examples: { code: '230903011002', successor: '230903011003' },
};

/**
 * The refusal of a code that no register has, under the service's own name: `dispatch.area.unknown` (422) for one in a body, which cannot
 * be kept; `dispatch.area.not_found` (404) for one in a query or an address, under which there is nothing to read. Only a service that
 * listens to the register may be behind it: the register's own knows at once, and the public has nothing to register or to wait for.
 * `area.retired` (422) is of an area in a body that is no more.
 */
export function registerErrors(service: string, isPublic = false): Readonly<Record<RegisterError, ErrorDefinition>> {
  const errors = REGISTERS.flatMap((register) => {
    const reader = isPublic ? 'public' : NAMES[register].owner === service ? 'owner' : 'listener';
    return [
      [`${register}.unknown`, unknown(register, 422, reader)],
      [`${register}.not_found`, unknown(register, 404, reader)],
    ] as const;
  });
  return Object.fromEntries([...errors, ['area.retired', RETIRED_AREA]]) as Record<RegisterError, ErrorDefinition>;
}

/** The one of the two errors that fits the place of the code. */
export const registerError = (register: Register, inBody: boolean): Exclude<RegisterError, 'area.retired'> =>
  `${register}.${inBody ? 'unknown' : 'not_found'}`;
