export type Language = 'zh-CN' | 'en';

/** The language an answer's texts are in: Chinese unless the caller's `Accept-Language` prefers English. */
export function chooseLanguage(acceptLanguage: string | undefined): Language {
  if (!acceptLanguage) return 'zh-CN';
  const weights = { zh: 0, en: 0 };
  for (const part of acceptLanguage.toLowerCase().split(',')) {
    const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const q = parameters.find((parameter) => parameter.startsWith('q='));
    const weight = q ? Number(q.slice(2)) : 1;
    const primary = tag.split('-')[0];
    if ((primary === 'zh' || primary === 'en') && weight > weights[primary]) weights[primary] = weight;
  }
  return weights.en > weights.zh ? 'en' : 'zh-CN';
}
