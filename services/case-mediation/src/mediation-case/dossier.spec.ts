import { describe, expect, it } from '@jest/globals';
import { dossierUntil, dossierYears } from './dossier.js';

describe('the dossier of a mediation', () => {
  const now = new Date('2026-11-23T04:00:00Z');
  it('is kept for so many years after the outcome', () => {
    expect(dossierUntil({ concludedAt: new Date('2024-05-01T01:02:03Z') }, 10, now)).toEqual(new Date('2034-05-01T01:02:03Z'));
  });
  it.each([
    [10, 3, false, 10],
    [10, 3, true, 3],
    [10, 0, true, 0],
    [5, 10, true, 5],
  ])('by policies of %d years, and %d when its request was erased (%j), is kept for %d', (all, erased, isErased, years) => {
    expect(dossierYears({ 'dossier-years': all, 'erased-dossier-years': erased }, isErased)).toBe(years);
  });
  it('is kept from now on while there is no outcome', () => {
    expect(dossierUntil({ concludedAt: null }, 1, now)).toEqual(new Date('2027-11-23T04:00:00Z'));
  });
});
