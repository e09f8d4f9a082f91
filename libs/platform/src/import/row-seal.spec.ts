import { describe, expect, it } from '@jest/globals';
import { KeyRing } from '@zero-distance/personal-data';
import { RowSeal } from './row-seal.js';

const SEAL = new RowSeal(new KeyRing(`k1:${Buffer.alloc(32, 1).toString('base64')}`));
const PEOPLE = { register: 'people', ofPeople: true };
const ROW = { row: 2, key: null, sent: { key: { reference: 'RK-1' }, input: { name: '张秀英' } } };

describe('rows of people', () => {
  it('wait sealed, each for its own place in its own file', () => {
    const page = SEAL.keep('i1', PEOPLE, JSON.stringify([ROW]));
    expect(page).not.toMatch(/张秀英|RK-1|reference/);
    const kept = JSON.parse(page);
    expect(SEAL.open('i1', PEOPLE, kept)).toEqual([ROW]);
    expect(() => SEAL.open('i2', PEOPLE, kept)).toThrow();
    expect(() => SEAL.open('i1', PEOPLE, [{ ...kept[0], row: 3 }])).toThrow();
  });

  it('are not taken by a service that gave its imports no keys, and rows of other registers need none', () => {
    const without = new RowSeal(null);
    expect(() => without.keep('i1', PEOPLE, '[]')).toThrow('keys');
    expect(without.keep('i1', { register: 'areas' }, '[1]')).toBe('[1]');
    expect(without.open('i1', { register: 'areas' }, [ROW])).toEqual([ROW]);
  });
});
