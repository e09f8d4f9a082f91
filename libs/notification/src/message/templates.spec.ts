import { expect, it } from '@jest/globals';
import { MESSAGE_LANGUAGES, MESSAGE_PURPOSES } from './message.js';
import { TEMPLATES } from './templates.js';

it('Every text names the number of the matter in each language, and is short enough for a telephone', () => {
  const parts = { number: '230903011001-261123-000417', link: `https://zd.example.gov.cn/rate#${'A'.repeat(64)}` };
  const texts = MESSAGE_PURPOSES.flatMap((purpose) => MESSAGE_LANGUAGES.map((language) => TEMPLATES[purpose][language](parts)));
  expect(texts.filter((text) => !text.includes(parts.number) || text.length > 300)).toEqual([]);
});
