import { type MessageTexts, PRESET_TEXTS } from '@zero-distance/calendar';
import type { MessageLanguage, MessagePurpose } from './message.js';
import { STAFF_TEXTS, type StaffKind } from './staff-kinds.js';

/** What a text is made of: the number of the matter, and a link for some; '' where there is none. There is nothing else that it could tell of anybody. */
interface TextParts {
  readonly number: string;
  readonly link: string;
}

const STAFF_FORM: Readonly<Record<MessageLanguage, (text: string, parts: TextParts) => string>> = {
  zh: (text, { number, link }) => `${text}${number && `，编号${number}`}。${link}`,
  en: (text, { number, link }) => `${text}${number && `, number ${number}`}. ${link}`.trimEnd(),
};

const isOfStaff = (purpose: MessagePurpose): purpose is StaffKind => purpose in STAFF_TEXTS;

/** The text of a message. @param texts of residents, as the district has them */
export function textOf(purpose: MessagePurpose, language: MessageLanguage, parts: TextParts, texts: MessageTexts = PRESET_TEXTS): string {
  if (isOfStaff(purpose)) return STAFF_FORM[language](STAFF_TEXTS[purpose][language], parts);
  return (texts[purpose] ?? PRESET_TEXTS[purpose])[language].replaceAll(/\{(number|link)\}/g, (_, part: keyof TextParts) => parts[part]);
}

const OF_REQUESTERS = { zh: '您的诉求', en: 'Your request' } as const;
const OF_BOOKERS = { zh: '您报名的活动', en: 'Your booking' } as const;

/** What a message is about in a few words: the subject of an e-mail. */
export const titleOf = (purpose: MessagePurpose, language: MessageLanguage): string => {
  if (isOfStaff(purpose)) return STAFF_TEXTS[purpose][language];
  return (purpose.startsWith('activity-') ? OF_BOOKERS : OF_REQUESTERS)[language];
};
