/** 服务电话: a line that people call, the hotline's or one that is posted. Digits, with hyphens between them; it is nobody's own and is not masked. */
export const TELEPHONE_LINE = {
  pattern: /^[0-9](?:[0-9-]{1,18}[0-9])$/,
  zh: '须为 3 至 20 位数字或连字符，如 12345 或 0464-8390001',
  en: 'must be 3 to 20 digits or hyphens, such as 12345 or 0464-8390001',
};

/**
 * 热线 of a file from the time before. A mobile number is none there, nor what is longer than any line, such as an identity number: columns that were mixed up
 * would keep thousands of callers' own for everybody to read.
 */
export const PAST_LINE = {
  pattern: /^(?!1-?[3-9](?:-?[0-9]){9}$)(?!(?:-?[0-9]){13})[0-9](?:[0-9-]{1,18}[0-9])$/,
  zh: '须为热线号码，3 至 20 位数字或连字符，如 12345；不能填来电人的手机号、身份证号',
  en: 'must be a line that people call, 3 to 20 digits or hyphens, such as 12345; not the mobile or identity number of who called',
};
