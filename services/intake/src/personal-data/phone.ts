const SEPARATOR = '[- ]?';
const COUNTRY = `(?:(?:\\+|00)?86${SEPARATOR})?`;
const MOBILE = `${COUNTRY}1[3-9]\\d(?:${SEPARATOR}\\d{4}){2}`;
/** With its area code, whose 0 is left out behind +86; perhaps with an extension: 0464-8261234转801. */
const LANDLINE = `(?:0|(?:\\+|00)86${SEPARATOR}0?)(?:10|2\\d|[3-9]\\d{2})${SEPARATOR}[2-8]\\d{6,7}(?:(?:-|转|ext\\.?)\\d{1,6})?`;
const SERVICE_LINE = `[48]00(?:${SEPARATOR}\\d){7}`;

/** A telephone number as people here write it: mobile, landline with area code, or 400/800. */
export const PHONE = new RegExp(`^(?:${MOBILE}|${LANDLINE}|${SERVICE_LINE})$`);

/** One form for all spellings of a number: its digits, as they are dialled within the country. */
export function normalPhone(phone: string): string {
  const digits = phone
    .normalize('NFKC')
    .replace(/\D/g, '')
    .replace(/^(?:00)?86/, '');
  return /^(?:0|1[3-9]|[48]00)/.test(digits) ? digits : `0${digits}`;
}
