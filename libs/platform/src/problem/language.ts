import Negotiator from 'negotiator';

export type Language = 'zh-CN' | 'en';

/** The languages a caller may ask for: any Chinese (`zh-TW`) is Chinese, any English English. */
const OFFERED: Readonly<Record<string, Language>> = { 'zh-CN': 'zh-CN', zh: 'zh-CN', en: 'en' };

/** The language an answer's texts are in: Chinese unless the caller's `Accept-Language` prefers English. */
export function chooseLanguage(acceptLanguage: string | undefined): Language {
  if (!acceptLanguage) return 'zh-CN';
  const preferred = new Negotiator({ headers: { 'accept-language': acceptLanguage } }).language(Object.keys(OFFERED));
  return OFFERED[preferred ?? 'zh-CN'] as Language;
}
