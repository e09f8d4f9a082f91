/** Where people may come back to: https, or http on this machine only, because a code must not travel in clear. */
export const RETURN_URI = {
  pattern: /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/])[^#]+$/,
  zh: '须为 https 地址，不含 #；http 只限本机（localhost）',
  en: 'must be an https URL without #, or http on this machine only (localhost)',
} as const;
