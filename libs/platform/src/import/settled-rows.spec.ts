import { describe, expect, it } from '@jest/globals';
import type { RowFault } from './import.entity.js';
import { isKeyForgotten, MOST_UNKNOWN_CODES, type SettledRow, told, withUnknownCodes } from './settled-rows.js';

const fault = (header: string, unknownCode?: string): RowFault => ({ column: 'A', header, code: 'x', zh: '', en: '', unknownCode });
const refused = (row: number, ...faults: RowFault[]): SettledRow => ({ row, outcome: 'refused', faults });

describe('the codes of a file that no register has', () => {
  it('are each named once in their column, with the number of rows that name them', () => {
    const first = withUnknownCodes([], [refused(2, fault('类别', '990101'), fault('区域', '230999')), refused(3, fault('类别', '990101'))]);
    const rows = [
      refused(4, fault('类别', '990101'), fault('类别', '990101')),
      refused(5, fault('名称')),
      { row: 6, outcome: 'created' } as const,
    ];
    expect(withUnknownCodes(first, rows)).toEqual([
      { header: '类别', code: '990101', rows: 3 },
      { header: '区域', code: '230999', rows: 1 },
    ]);
  });

  it('are named up to a number of them, and those are counted on', () => {
    const many = Array.from({ length: MOST_UNKNOWN_CODES + 1 }, (_, n) => refused(n, fault('类别', String(n))));
    const codes = withUnknownCodes(withUnknownCodes([], many), many);
    expect(codes).toHaveLength(MOST_UNKNOWN_CODES);
    expect(codes.every(({ rows }) => rows === 2)).toBe(true);
  });
});

describe('what is said of rows', () => {
  const warned = (row: number): SettledRow => ({ row, outcome: 'created', warnings: [fault('地点')] });

  it('is kept of the first five hundred that are refused, and of as many with a warning', () => {
    const kept = told({ refusedCount: 499, warnedCount: 499 }, [refused(1, fault('a')), refused(2, fault('a')), warned(3), warned(4)]);
    expect(kept.map(({ faults, warnings }) => [faults?.length, warnings?.length])).toEqual([
      [1, undefined],
      [0, undefined],
      [undefined, 1],
      [undefined, undefined],
    ]);
  });
});

describe('the key of a row', () => {
  it('stays in no report where its register keeps none in clear, or where it was refused and says who somebody is', () => {
    expect(isKeyForgotten({ isKeySecret: true }, 'ZD-1', 'created')).toBe(true);
    expect(isKeyForgotten({}, '13800001234', 'refused')).toBe(true);
    expect(isKeyForgotten({}, '13800001234', 'created')).toBe(false); // its register has it
    expect(isKeyForgotten({}, 'ZD-1', 'refused')).toBe(false);
    expect(isKeyForgotten({ isKeySecret: true }, null, 'refused')).toBe(false);
  });
});
