import { expect, it } from '@jest/globals';
import { codeTableOf, defineCodeTable } from './code-table.js';

const COLOURS = ['red', 'green'] as const;

it('A code table has the words of its list in their order, each with a name in both languages, and is found by the list', () => {
  const table = defineCodeTable('colour', COLOURS, { green: '绿 / green', red: '红 / red' });
  expect(table).toEqual({
    name: 'colour',
    items: [
      { code: 'red', zh: '红', en: 'red' },
      { code: 'green', zh: '绿', en: 'green' },
    ],
  });
  expect(codeTableOf(COLOURS)).toBe(table);
  expect(codeTableOf(['red', 'green'])).toBeUndefined();
});
