import { expect, it } from '@jest/globals';
import { messageTexts, PRESET_TEXTS } from '@zero-distance/calendar';
import { MESSAGE_LANGUAGES, MESSAGE_PURPOSES } from './message.js';
import { textOf } from './templates.js';

it('Every text names the number of the matter in each language, and is short enough for a telephone', () => {
  const parts = { number: '230903011001-261123-000417', link: `https://zd.example.gov.cn/rate#${'A'.repeat(64)}` };
  const texts = MESSAGE_PURPOSES.flatMap((purpose) => MESSAGE_LANGUAGES.map((language) => textOf(purpose, language, parts)));
  expect(texts.filter((text) => !text.includes(parts.number) || text.length > 300)).toEqual([]);
});

const { fault } = messageTexts()['message-texts'];
const registered = (zh: unknown) => ({ ...PRESET_TEXTS, 'request-registered': { ...PRESET_TEXTS['request-registered'], zh } });

it('A district writes to residents in its own words, with number and link where they say so', () => {
  expect(fault(PRESET_TEXTS)).toBeUndefined();
  const own = registered('【桃山区】诉求{number}已收到。');
  expect(fault(own)).toBeUndefined();
  const parts = { number: '7', link: '' };
  expect(textOf('request-registered', 'zh', parts, own as typeof PRESET_TEXTS)).toBe('【桃山区】诉求7已收到。');
  const older = { 'request-registered': own['request-registered'], 'request-answered': own['request-answered'] };
  expect(fault(older)).toBeUndefined(); // of before there were activities
  expect(textOf('activity-cancelled', 'zh', parts, older as typeof PRESET_TEXTS)).toBe(textOf('activity-cancelled', 'zh', parts));
  expect(textOf('order-dispatched', 'zh', parts, own as typeof PRESET_TEXTS)).toBe(textOf('order-dispatched', 'zh', parts));
});

it.each([
  ['has no number', registered('已受理。'), '/request-registered/zh'],
  ['has room for a name', registered('{name}您好，{number}'), '/request-registered/zh'],
  ['has a link where there is none', registered('{number} {link}'), '/request-registered/zh'],
  ['is of two lines', registered('{number}\n退订回T'), '/request-registered/zh'],
  ['has a second line that no telephone breaks alike', registered('{number}\u2028退订回T'), '/request-registered/zh'],
  ['is turned around', registered('{number}\u202e'), '/request-registered/zh'],
  ['has what nobody sees', registered('{number}\u200b'), '/request-registered/zh'],
  ['is longer than a telephone shows', registered(`{number}${'长'.repeat(200)}`), '/request-registered/zh'],
  ['is none', registered(7), '/request-registered/zh'],
  ['is of a purpose that nobody has', { ...PRESET_TEXTS, 'order-dispatched': {} }, '/order-dispatched'],
  ['lacks a purpose', { 'request-registered': PRESET_TEXTS['request-registered'] }, ''],
  ['lacks a language', { ...PRESET_TEXTS, 'request-answered': { zh: '{number}{link}' } }, '/request-answered'],
])('A text that %s is refused', (_, value, at) => expect(fault(value)).toMatchObject({ at }));
