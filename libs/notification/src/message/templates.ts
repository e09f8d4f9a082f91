import type { MessageLanguage, MessagePurpose } from './message.js';
import { STAFF_KINDS, STAFF_TEXTS, type StaffKind } from './staff-kinds.js';

/** What a text is made of: the number of the matter, and a link for some; '' where there is none. There is nothing else that it could tell of anybody. */
interface TextParts {
  readonly number: string;
  readonly link: string;
}
type Texts = Readonly<Record<MessageLanguage, (parts: TextParts) => string>>;

const REQUESTERS: Readonly<Record<Exclude<MessagePurpose, StaffKind>, Texts>> = {
  'request-registered': {
    zh: ({ number }) => `您的诉求已受理，编号${number}。可凭编号查询办理情况。`,
    en: ({ number }) => `Your request has been taken in under the number ${number}. Give it when you ask how it stands.`,
  },
  'request-answered': {
    zh: ({ number, link }) => `您的诉求${number}已答复。请评价是否解决、是否满意（链接限用一次）：${link}`,
    en: ({ number, link }) =>
      `Your request ${number} has been answered. Was it solved, are you satisfied? This link can be used once: ${link}`,
  },
};

const ofStaff = (kind: StaffKind): Texts => ({
  zh: ({ number, link }) => `${STAFF_TEXTS[kind].zh}${number && `，编号${number}`}。${link}`,
  en: ({ number, link }) => `${STAFF_TEXTS[kind].en}${number && `, number ${number}`}. ${link}`.trimEnd(),
});

/** The text of each purpose in each language. */
export const TEMPLATES: Readonly<Record<MessagePurpose, Texts>> = {
  ...REQUESTERS,
  ...(Object.fromEntries(STAFF_KINDS.map((kind) => [kind, ofStaff(kind)])) as Record<StaffKind, Texts>),
};

const OF_REQUESTERS = { zh: '您的诉求', en: 'Your request' } as const;

/** What a message is about in a few words: the subject of an e-mail. */
export const titleOf = (purpose: MessagePurpose, language: MessageLanguage): string =>
  (purpose in STAFF_TEXTS ? STAFF_TEXTS[purpose as StaffKind] : OF_REQUESTERS)[language];
