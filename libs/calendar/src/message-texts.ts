import type { PolicyDefinition, PolicyFault } from '@zero-distance/kernel';

const LANGUAGES = ['zh', 'en'] as const;

/** What residents are written, in each language: `{number}` and `{link}` stand for what is put in. */
type Texts = Readonly<Record<(typeof LANGUAGES)[number], string>>;
type OfRequests = 'request-registered' | 'request-answered';
type OfActivities = 'activity-booked' | 'activity-offered' | 'activity-moved' | 'activity-cancelled';
/** Those of activities came later: a district that says nothing of them in its own words writes them as they are here. */
export type MessageTexts = Readonly<Record<OfRequests, Texts>> & Readonly<Partial<Record<OfActivities, Texts>>>;

/** Until the district says it in its own words. */
export const PRESET_TEXTS: Readonly<Record<OfRequests | OfActivities, Texts>> = {
  'request-registered': {
    zh: '您的诉求已受理，编号{number}。可凭编号查询办理情况。',
    en: 'Your request has been taken in under the number {number}. Give it when you ask how it stands.',
  },
  'request-answered': {
    zh: '您的诉求{number}已答复。请评价是否解决、是否满意（链接限用一次）：{link}',
    en: 'Your request {number} has been answered. Was it solved, are you satisfied? This link can be used once: {link}',
  },
  'activity-booked': {
    zh: '您的活动报名已登记，编号{number}。凭编号和电话后四位可查询、确认或取消；名额已满时为候补。',
    en: 'Your booking is {number}: see, confirm or cancel it by that and the last four digits of this telephone. Where all places were taken, you wait for one.',
  },
  'activity-offered': {
    zh: '您候补的活动（报名编号{number}）有名额了，请尽快凭编号在网上或到社区接受，逾期名额给下一位。',
    en: 'There is a place for you now (booking {number}). Accept it soon, online by that number or at the community: else it goes to the next.',
  },
  'activity-moved': {
    zh: '您报名的活动（报名编号{number}）时间或地点有变，请凭编号查询。',
    en: 'The activity of your booking {number} has another time or place: look it up by that number.',
  },
  'activity-cancelled': {
    zh: '您报名的活动（报名编号{number}）已取消，请勿前往。',
    en: 'The activity of your booking {number} is cancelled: please do not come.',
  },
};

/** Besides what else stands in braces: what ends a line, turns its direction or has no width. A gateway lets through what was approved word for word, and nobody sees these. */
const NOT_TO_BE_READ = /[{}\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** With number and link still fit for a telephone. */
const MOST_LETTERS = 200;
const NEEDED: Readonly<Record<keyof MessageTexts, readonly string[]>> = {
  'request-registered': ['{number}'],
  'request-answered': ['{number}', '{link}'],
  'activity-booked': ['{number}'],
  'activity-offered': ['{number}'],
  'activity-moved': ['{number}'],
  'activity-cancelled': ['{number}'],
};
const PURPOSES = Object.keys(NEEDED) as (keyof MessageTexts)[];
const OPTIONAL: readonly (keyof MessageTexts)[] = ['activity-booked', 'activity-offered', 'activity-moved', 'activity-cancelled'];

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
  const odd = oddMember(value, PURPOSES, '', OPTIONAL);
  if (odd) return odd;
  for (const purpose of PURPOSES) {
    const texts = (value as Record<string, unknown>)[purpose];
    if (texts === undefined) continue; // one that may be left out
    const fault = oddMember(texts, LANGUAGES, `/${purpose}`);
    if (fault) return fault;
    for (const language of LANGUAGES) {
      const wrong = textFault((texts as Record<string, unknown>)[language], NEEDED[purpose]);
      if (wrong) return { ...wrong, at: `/${purpose}/${language}` };
    }
  }
  return undefined;
}

/** Of an object exactly these members are wanted, but for those that may be left out. */
function oddMember(value: unknown, names: readonly string[], at: string, optional: readonly string[] = []): PolicyFault | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { zh: '须为对象', en: 'it must be an object', at };
  const stranger = Object.keys(value).find((name) => !names.includes(name));
  if (stranger !== undefined) return { zh: `不含“${stranger}”`, en: `it has no "${stranger}"`, at: `${at}/${stranger}` };
  const missing = names.find((name) => !(name in value) && !optional.includes(name));
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
