/** Codes of entries of registers. One in whatever case it is typed. */
export const REFERENCE_CODE = {
  pattern: /^[a-z0-9-]{1,64}$/,
  letters: 'lower',
  zh: '只能由字母、数字和“-”组成（不分大小写）',
  en: 'may hold letters, digits and - only (capital or small is the same)',
} as const;
