import { ORGANISATION_CODE } from '@zero-distance/kernel';

/** Codes of organisations, and of list entries in the same form. One in whatever case it is typed. */
export const REFERENCE_CODE = {
  pattern: ORGANISATION_CODE,
  letters: 'lower',
  zh: '须为字母、数字和连字符（不分大小写）',
  en: 'must be letters, digits and hyphens (capital or small is the same)',
} as const;
