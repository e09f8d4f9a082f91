import { describe, expect, it } from '@jest/globals';
import { dossierUntil } from './dossier.js';

describe('the dossier of a mediation', () => {
  const now = new Date('2026-11-23T04:00:00Z');
  it('is kept for so many years after the outcome', () => {
    expect(dossierUntil({ concludedAt: new Date('2024-05-01T01:02:03Z') }, 10, now)).toEqual(new Date('2034-05-01T01:02:03Z'));
  });
  it('is kept from now on while there is no outcome', () => {
    expect(dossierUntil({ concludedAt: null }, 1, now)).toEqual(new Date('2027-11-23T04:00:00Z'));
  });
});
