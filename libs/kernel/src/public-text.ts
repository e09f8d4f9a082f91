import type { DomainError } from './domain-error.js';
import { defineErrors } from './domain-error.js';

/** What a text for the public must not hold. Names can't be told by pattern: the reviewer answers for those. */
export type PersonalDataKind = 'telephone' | 'id-number' | 'bank-card' | 'e-mail';

const PATTERNS: Readonly<Record<PersonalDataKind, RegExp>> = {
  'id-number': /(?<!\d)[1-9]\d{5}[ -]?\d{8}[ -]?\d{3}[\dXx](?!\d)/,
  telephone: /(?<!\d)(?:(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}|0\d{2,3}\)?[- ]?\d{7,8})(?!\d)/,
  'bank-card': /(?<!\d)[3-6]\d{3}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?!\d)/,
  'e-mail': /[\w.+-]+@[\w-]+\.[\w.]+/,
};

/** The kinds of personal data that can be seen in a text; full-width digits count as digits. */
export function findPersonalData(text: string): PersonalDataKind[] {
  const plain = text.normalize('NFKC');
  return (Object.keys(PATTERNS) as PersonalDataKind[]).filter((kind) => PATTERNS[kind].test(plain));
}

const refuse = defineErrors('platform', {
  personal_data_in_public_text: {
    status: 422,
    zh: '公开文本中含有个人信息（{kinds}），请删除后再提交。',
    en: 'The text is to be public but holds personal data ({kinds}); take it out.',
  },
});
export const PUBLIC_TEXT_ERRORS = refuse.definitions;

/** Refuses a text for the public that shows personal data (domain.md §8); `pointer` names its field. */
export function checkPublicText(text: string, pointer: string): DomainError | undefined {
  const kinds = findPersonalData(text);
  return kinds.length > 0 ? refuse('personal_data_in_public_text', { kinds: kinds.join(', ') }, pointer) : undefined;
}
