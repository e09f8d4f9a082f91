/** 服务电话: a line that people call, the hotline's or one that is posted. Digits, with hyphens between them; it is nobody's own and is not masked. */
export const TELEPHONE_LINE = {
  pattern: /^[0-9](?:[0-9-]{1,18}[0-9])$/,
  zh: '须为 3 至 20 位数字或连字符，如 12345 或 0464-8390001',
  en: 'must be 3 to 20 digits or hyphens, such as 12345 or 0464-8390001',
};
