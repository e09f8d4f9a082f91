/** How clients and people are called, which is also what they type when they log in. */
export const HOLDER_NAME = {
  pattern: /^[a-z0-9][a-z0-9._-]{1,63}$/,
  letters: 'lower',
  zh: '须为 2 至 64 个小写字母、数字、点、下划线或连字符，以字母或数字开头',
  en: 'must be 2 to 64 letters, digits, dots, underscores and hyphens, beginning with a letter or digit',
} as const;
