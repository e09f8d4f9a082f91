import { describe, expect, it } from '@jest/globals';
import { openingsOf } from './opening.js';

const order = { state: 'dispatched', leadOrganisationId: '0190a5c0-7c1e-7000-8000-000000000001' } as const;

describe('what may be begun of an order', () => {
  it.each([
    ['a whistle by a street', ['handler'], 'street', ['whistle']],
    ['a whistle by a town', ['handler'], 'town', ['whistle']],
    ['nothing by a department', ['handler'], 'department', []],
    ['nothing by a street that only reads', ['administrator'], 'street', []],
    ['a supervision order by a leader', ['leader'], undefined, ['supervision-order']],
    ['a supervision order by the centre', ['dispatcher'], undefined, ['supervision-order']],
    ['nothing by a reviewer', ['reviewer'], undefined, []],
  ] as const)('is %s', (_, roles, kind, expected) => {
    expect(openingsOf(order, { roles }, kind && { kind })).toEqual(expected);
  });

  it('is no supervision order while nobody leads it, and nothing once it is finished', () => {
    expect(openingsOf({ ...order, leadOrganisationId: null }, { roles: ['leader'] }, undefined)).toEqual([]);
    for (const state of ['closed', 'terminated'] as const)
      expect(openingsOf({ ...order, state }, { roles: ['leader', 'handler'] }, { kind: 'street' })).toEqual([]);
  });
});
