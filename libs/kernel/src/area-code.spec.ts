import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  areaAncestry,
  areaKind,
  areaLevel,
  communityKind,
  indexedArea,
  isAreaCode,
  isWithinArea,
  narrowerArea,
  parentArea,
  streetKind,
} from './area-code.js';

const digits = (min: number, max: number) => fc.integer({ min, max }).map((n) => String(n).padStart(3, '0'));
const district = fc.integer({ min: 110101, max: 659099 }).map(String);
const codes = fc
  .tuple(district, digits(1, 599), digits(1, 599), digits(0, 999), fc.integer({ min: 0, max: 3 }))
  .map(([root, street, community, grid, depth]) => [root, street, community, grid].slice(0, depth + 1).join(''));

/** The real district of Taoshan: code, name, kind, parent code, edition. */
const district230903 = readFileSync(new URL('../../../data/areas-230903.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','));

describe('the real district', () => {
  it.each(district230903)('%s %s is a %s', (code = '', _name, kind, parent) => {
    expect(isAreaCode(code)).toBe(true);
    expect(areaKind(code)).toBe(kind);
    expect(parentArea(code) ?? '').toBe(parent);
    expect(isWithinArea(code, '230903')).toBe(true);
  });
});

describe('an area code', () => {
  it('has a level by its length', () => {
    expect(['230903', '230903014', '230903014003', '230903014003012'].map(areaLevel)).toEqual(['district', 'street', 'community', 'grid']);
  });

  it.each([
    '',
    '2309',
    '2309030',
    '23090301400',
    '230903014003001002',
    '23090301400x',
    '230903014003abc',
    'abc230014',
    '230903000',
    '230903600',
    '230903014000',
    '230903014600',
  ])('is refused when it is "%s"', (code) => {
    expect(isAreaCode(code)).toBe(false);
  });

  it('says which kind of street and community it is', () => {
    const streets = (...numbers: string[]) => numbers.map((number) => streetKind(`230903${number}`));
    expect(streets('001', '099')).toEqual(['street', 'street']);
    expect(streets('100', '199')).toEqual(['town', 'town']);
    expect(streets('200', '399')).toEqual(['township', 'township']);
    expect(streets('400', '599')).toEqual(['other', 'other']);
    const communities = (...numbers: string[]) => numbers.map((number) => communityKind(`230903014${number}`));
    expect(communities('001', '199')).toEqual(['residents_committee', 'residents_committee']);
    expect(communities('200', '399')).toEqual(['villagers_committee', 'villagers_committee']);
    expect(communities('400', '599')).toEqual(['other', 'other']);
  });

  it('is of the kind of its own level', () => {
    const kinds = ['230903', '230903100', '230903100200', '230903100200001', '2309031'].map(areaKind);
    expect(kinds).toEqual(['district', 'town', 'villagers_committee', 'grid', undefined]);
  });

  it('lies in all of its ancestry, nearest first, and in nothing else', () => {
    fc.assert(
      fc.property(codes, codes, (code, other) => {
        const ancestry = areaAncestry(code);
        expect(ancestry[0]).toBe(code);
        expect(ancestry.at(-1)).toHaveLength(6);
        expect(ancestry.every((at) => isWithinArea(code, at) && isAreaCode(at))).toBe(true);
        expect(isWithinArea(code, other)).toBe(ancestry.includes(other));
      }),
    );
  });

  it('lies in the empty scope, which is everywhere', () => {
    fc.assert(fc.property(codes, (code) => isWithinArea(code, '')));
  });

  it('of a district has no parent', () => {
    expect(parentArea('230903')).toBeUndefined();
    expect(parentArea('230903014')).toBe('230903');
  });
});

describe('the scope of a list', () => {
  it.each([
    ['', undefined, ''],
    ['230903', undefined, '230903'],
    ['', '230903011', '230903011'],
    ['230903', '230903011', '230903011'],
    ['230903011', '230903', '230903011'],
    ['230903011', '230903012', undefined],
  ])('of who may see "%s" and asks for %s is %s', (allowed, asked, seen) => {
    expect(narrowerArea(allowed, asked)).toBe(seen);
  });

  it.each([
    ['', ''],
    ['23', ''],
    ['230903', '230903'],
    ['230903011', '230903011'],
    ['230903011001', '230903011001'],
    ['230903011001007', '230903011001'],
  ])('"%s" is indexed by "%s"', (area, indexed) => {
    expect(indexedArea(area)).toBe(indexed);
  });
});
