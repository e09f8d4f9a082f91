import { describe, expect, it } from '@jest/globals';
import { type ChecklistItem, draftFault, samePublication } from './checklist.js';

const item = (code: string): ChecklistItem => ({
  code,
  zh: '项',
  en: 'item',
  severity: 'minor',
  categoryCode: '130809',
  urgency: 'normal',
});
const draft = (version: number, ...codes: string[]) => ({ version, recheckWorkingDays: 3, items: codes.map(item) });

describe('a checklist', () => {
  it('is published as the version after the latest', () => {
    expect(draftFault(draft(3, 'a', 'b'), 2)).toBeUndefined();
    for (const version of [1, 2, 4]) expect(draftFault(draft(version, 'a'), 2)).toMatchObject({ params: { next: 3 } });
  });

  it('has each item once', () => {
    expect(draftFault(draft(3, 'a', 'b', 'a'), 2)).toMatchObject({ code: 'inspection.checklist.item_twice', pointer: '/items/2/code' });
  });

  it('is the same publication when it says the same in the same order', () => {
    expect(samePublication(draft(1, 'a', 'b'), draft(1, 'a', 'b'))).toBe(true);
    expect(samePublication(draft(1, 'a', 'b'), draft(1, 'b', 'a'))).toBe(false);
    expect(samePublication(draft(1, 'a'), { ...draft(1, 'a'), recheckWorkingDays: 5 })).toBe(false);
  });
});
