import { describe, expect, it } from '@jest/globals';
import { successorsFirst } from './successors-first.js';

describe('rows of a register', () => {
  it('stand behind what takes their place, and as they stood otherwise', () => {
    const row = (code: string, successorItem: string | null = null) => ({ code, successorItem });
    const rows = [row('A', 'C'), row('B'), row('C', 'D'), row('D'), row('E', 'not-here')];
    expect(successorsFirst(rows).map(({ code }) => code)).toEqual(['B', 'D', 'C', 'E', 'A']);
  });
});
