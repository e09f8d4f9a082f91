import type { MessageLanguage, MessagePurpose } from './message.js';

/** What a text is made of: the number of the matter, and a link for some. There is nothing else that it could tell of anybody. */
interface TextParts {
  readonly number: string;
  readonly link: string;
}

/** The text of each purpose in each language. */
export const TEMPLATES: Readonly<Record<MessagePurpose, Readonly<Record<MessageLanguage, (parts: TextParts) => string>>>> = {
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
