import { expect, it } from '@jest/globals';
import { linkTo } from './link-to.js';

it.each(['https://district.example', 'https://district.example/'])('leads from %s to a page with one slash between them', (publicUrl) => {
  expect(linkTo(publicUrl, '/public/report?group=xuefu-1')).toBe('https://district.example/public/report?group=xuefu-1');
});
