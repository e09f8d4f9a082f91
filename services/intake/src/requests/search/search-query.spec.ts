import { describe, expect, it } from '@jest/globals';
import { readSearch } from './search-query.js';

describe('what is typed into the search field', () => {
  it.each([
    ['261127-17', [{ day: '261127', sequence: '000017' }]],
    ['２６１１２７－１７', [{ day: '261127', sequence: '000017' }]],
    ['261127 – 000017', [{ day: '261127', sequence: '000017' }]],
    ['417', [{ sequence: '000417' }]],
    ['000417', [{ sequence: '000417' }]],
    ['1234567', [{ sequence: '1234567' }]],
    ['261127', [{ day: '261127' }, { sequence: '261127' }]],
    ['230903011001-261127', [{ area: '230903011001', day: '261127' }]],
    ['230903011001-261127-17', [{ area: '230903011001', day: '261127', sequence: '000017' }]],
  ])('%s is looked for as a part of a number, with its leading zeros or without', (typed, numbers) => {
    expect(readSearch(typed).numbers).toEqual(numbers);
  });

  it.each(['路灯不亮', 'DH20261123-7', '269927-1', '230903011001-路灯'])('%s is no part of a number', (typed) => {
    expect(readSearch(typed).numbers).toEqual([]);
  });

  it('A number of another platform is looked for as it is, and as words where it has letters', () => {
    expect(readSearch('DH20261123000417')).toEqual({ numbers: [], reference: 'DH20261123000417', words: 'DH20261123000417' });
    expect(readSearch('20261123000417')).toEqual({ numbers: [], reference: '20261123000417' });
    expect(readSearch('（2025）诉字第_17号')).toMatchObject({ reference: '(2025)诉字第_17号' });
  });

  it.each(['230903011001', '230903011001002'])('%s is looked for as the code of a community or a grid', (typed) => {
    expect(readSearch(typed).area).toBe(typed);
  });

  it('Six digits are looked for as the code of a category, too', () => {
    expect(readSearch('010204').category).toBe('010204');
  });

  it.each(['0102', '230903011', '2309030110', '010204-17', '路灯010204'])('%s is the code of neither', (typed) => {
    const read = readSearch(typed);
    expect([read.area, read.category]).toEqual([undefined, undefined]);
  });

  it('Words are looked for as words', () => {
    expect(readSearch('三号楼 路灯')).toEqual({ numbers: [], words: '三号楼 路灯' });
  });

  it('What says nothing is looked for as nothing', () => {
    expect(readSearch('，。')).toEqual({ numbers: [] });
  });
});
