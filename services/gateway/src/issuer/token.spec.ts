import { describe, expect, it } from '@jest/globals';
import type { Holder } from '../holder/holder.js';
import { claimsOfBoth, type HolderClaims } from './token.js';

const PERSON: Holder = { scopes: [], roles: ['reviewer', 'leader'], area: '230903001', org: null };
const both = (person: Partial<Holder>, client: Partial<HolderClaims>) =>
  claimsOfBoth({ ...PERSON, ...person }, { roles: [], area: '', ...client });

describe('the token of a person at a screen', () => {
  it('carries all that the person may do where the client sets no bound', () => {
    expect(both({ org: 'fire-rescue' }, {})).toEqual({ roles: ['reviewer', 'leader'], area: '230903001', org: 'fire-rescue' });
    expect(both({}, {})).toEqual({ roles: ['reviewer', 'leader'], area: '230903001' });
  });

  it('carries of the roles those that both have', () => {
    expect(both({}, { roles: ['leader', 'administrator'] })?.roles).toEqual(['leader']);
    expect(both({}, { roles: ['mediator'] })?.roles).toEqual([]);
  });

  it.each([
    ['230903', '230903001', '230903001'],
    ['230903001', '230903', '230903001'],
    ['', '230903001', '230903001'],
    ['230903001', '', '230903001'],
  ])('of a person of %p at a screen of %p carries the narrower area', (area, ofClient, narrower) => {
    expect(both({ area }, { area: ofClient })?.area).toBe(narrower);
  });

  it('carries the organisation of the one that has one', () => {
    expect(both({}, { org: 'fire-rescue' })?.org).toBe('fire-rescue');
    expect(both({ org: 'fire-rescue' }, { org: 'fire-rescue' })?.org).toBe('fire-rescue');
  });

  it('is none where the two have no area, or not the organisation, in common', () => {
    expect(both({}, { area: '230903002' })).toBeUndefined();
    expect(both({ org: 'housing-bureau' }, { org: 'fire-rescue' })).toBeUndefined();
  });
});
