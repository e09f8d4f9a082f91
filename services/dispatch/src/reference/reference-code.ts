/** Codes of organisations and of list entries: short, for tokens and addresses. One in whatever case it is typed. */
export const REFERENCE_CODE = {
  pattern: /^[a-z0-9][a-z0-9-]{0,62}$/,
  letters: 'lower',
  zh: '须为字母、数字和连字符（不分大小写）',
  en: 'must be letters, digits and hyphens (capital or small is the same)',
} as const;
