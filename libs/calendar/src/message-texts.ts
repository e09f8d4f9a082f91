import type { PolicyDefinition, PolicyFault } from '@zero-distance/kernel';

const LANGUAGES = ['zh', 'en'] as const;

/** What residents are written, in each language: `{number}` and `{link}` stand for what is put in. */
export type MessageTexts = Readonly<
  Record<'request-registered' | 'request-answered', Readonly<Record<(typeof LANGUAGES)[number], string>>>
>;

/** Until the district says it in its own words. */
export const PRESET_TEXTS: MessageTexts = {
  'request-registered': {
    zh: '您的诉求已受理，编号{number}。可凭编号查询办理情况。',
    en: 'Your request has been taken in under the number {number}. Give it when you ask how it stands.',
  },
  'request-answered': {
    zh: '您的诉求{number}已答复。请评价是否解决、是否满意（链接限用一次）：{link}',
    en: 'Your request {number} has been answered. Was it solved, are you satisfied? This link can be used once: {link}',
  },
};

/** Besides what else stands in braces: what ends a line, turns its direction or has no width. A gateway lets through what was approved word for word, and nobody sees these. */
const NOT_TO_BE_READ = /[{}\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** With number and link still fit for a telephone. */
const MOST_LETTERS = 200;
const NEEDED: Readonly<Record<keyof MessageTexts, readonly string[]>> = {
  'request-registered': ['{number}'],
  'request-answered': ['{number}', '{link}'],
};
const PURPOSES = Object.keys(NEEDED) as (keyof MessageTexts)[];

/**
 * 短信文本: what residents are written, as a policy of the service that writes to them, so that it has versions and leaves with the configuration. Gateways
 * of text messages let through what was approved word for word, signature included, so a district has words of its own. A number and a link is all that can
 * be put in.
 */
export const messageTexts = (): { readonly 'message-texts': PolicyDefinition<MessageTexts> } => ({
  'message-texts': {
    zh: '发给诉求人的短信文本（中英文）：{number} 为编号，{link} 为评价链接；不含其他可替换内容',
    en: 'what requesters are written, in Chinese and English: {number} is that of the request, {link} leads to its rating; nothing else is put in',
    preset: PRESET_TEXTS,
    fault: textsFault,
  },
});

function textsFault(value: unknown): PolicyFault | undefined {
  const odd = oddMember(value, PURPOSES, '');
  if (odd) return odd;
  for (const purpose of PURPOSES) {
    const texts = (value as Record<string, unknown>)[purpose];
    const fault = oddMember(texts, LANGUAGES, `/${purpose}`);
    if (fault) return fault;
    for (const language of LANGUAGES) {
      const wrong = textFault((texts as Record<string, unknown>)[language], NEEDED[purpose]);
      if (wrong) return { ...wrong, at: `/${purpose}/${language}` };
    }
  }
  return undefined;
}

/** Of an object exactly these members are wanted. */
function oddMember(value: unknown, names: readonly string[], at: string): PolicyFault | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { zh: '须为对象', en: 'it must be an object', at };
  const stranger = Object.keys(value).find((name) => !names.includes(name));
  if (stranger !== undefined) return { zh: `不含“${stranger}”`, en: `it has no "${stranger}"`, at: `${at}/${stranger}` };
  const missing = names.find((name) => !(name in value));
  return missing === undefined ? undefined : { zh: `缺少“${missing}”`, en: `it lacks "${missing}"`, at };
}

function textFault(text: unknown, needed: readonly string[]): PolicyFault | undefined {
  if (typeof text !== 'string' || text.trim() === '' || text.length > MOST_LETTERS)
    return { zh: `须为不超过 ${MOST_LETTERS} 字的文字`, en: `it must be a text of up to ${MOST_LETTERS} letters` };
  const rest = needed.reduce((left, part) => left.replaceAll(part, ''), text);
  const missing = needed.find((part) => !text.includes(part));
  if (missing) return { zh: `须含 ${missing}`, en: `it must have ${missing}` };
  if (NOT_TO_BE_READ.test(rest))
    return { zh: `可替换的只有 ${needed.join('、')}，且不得换行`, en: `only ${needed.join(' and ')} can be put in, and it is one line` };
  return undefined;
}
