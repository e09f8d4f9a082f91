import { describe, expect, it } from '@jest/globals';
import { missingEvidence } from './closing.js';

describe('the evidence of a reply', () => {
  it('lacks what its category wants and no file of it shows', () => {
    expect(missingEvidence([], [])).toEqual([]);
    expect(missingEvidence(['photo'], [])).toEqual(['photo']);
    expect(missingEvidence(['photo'], ['application/pdf'])).toEqual(['photo']);
    expect(missingEvidence(['photo', 'document'], ['image/jpeg'])).toEqual(['document']);
    expect(missingEvidence(['photo', 'document'], ['image/jpeg', 'application/pdf'])).toEqual([]);
  });

  it('lacks nothing of a kind that this version does not know', () => {
    expect(missingEvidence(['hologram'], [])).toEqual([]);
  });
});
