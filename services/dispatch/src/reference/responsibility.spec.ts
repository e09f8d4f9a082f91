import { describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import fc from 'fast-check';
import { explainEntry, isInEffect, type Responsibility, ResponsibilityList } from './responsibility.js';

const now = new Date('2026-11-23T00:00:00Z');
const entry = (code: string, categoryPrefix: string, areaPrefix: string, changes: Partial<Responsibility> = {}): Responsibility => ({
  id: newId(),
  code,
  version: 1,
  categoryPrefix,
  areaPrefix,
  leadOrganisationId: newId(),
  coOrganisationIds: [],
  effectiveFrom: new Date('2026-01-01T00:00:00Z'),
  effectiveTo: null,
  note: null,
  ...changes,
});
const codes = (list: ResponsibilityList, category = '010203', area = '230903011001') =>
  list.covering(category, area, now).map(({ code }) => code);

describe('the responsibility list', () => {
  it('follows the closest category first, then the closest area', () => {
    const list = new ResponsibilityList([
      entry('anything', '', ''),
      entry('street-anything', '', '230903011'),
      entry('roads', '01', '230903'),
      entry('lamps', '0102', '230903'),
      entry('lamps-here', '0102', '230903011'),
      entry('lamps-elsewhere', '0102', '230903012'),
      entry('water', '02', '230903011001'),
    ]);
    expect(codes(list)).toEqual(['lamps-here', 'lamps', 'roads', 'street-anything', 'anything']);
    expect(codes(list, '990101', '110101')).toEqual(['anything']);
  });

  it('follows the lower code when two are equally close', () => {
    expect(codes(new ResponsibilityList([entry('b', '01', ''), entry('a', '01', '')]))).toEqual(['a', 'b']);
  });

  it('follows only what is in effect: from its beginning, until before its end', () => {
    expect(isInEffect(entry('x', '', '', { effectiveFrom: now }), now)).toBe(true);
    expect(isInEffect(entry('x', '', '', { effectiveTo: now }), now)).toBe(false);
    expect(
      codes(new ResponsibilityList([entry('old', '0102', '', { effectiveTo: now }), entry('new', '0102', '', { effectiveFrom: now })])),
    ).toEqual(['new']);
  });

  it('answers as going through all of it would', () => {
    const prefixes = fc.tuple(fc.constantFrom('', '01', '0102', '010203', '02'), fc.constantFrom('', '230903', '230903011', '230903012'));
    fc.assert(
      fc.property(fc.array(prefixes, { maxLength: 30 }), (all) => {
        const entries = all.map(([category, area], i) => entry(`e${String(i).padStart(2, '0')}`, category, area));
        const expected = entries
          .filter((e) => '010203'.startsWith(e.categoryPrefix) && '230903011001'.startsWith(e.areaPrefix))
          .sort(
            (a, b) =>
              b.categoryPrefix.length - a.categoryPrefix.length || b.areaPrefix.length - a.areaPrefix.length || (a.code < b.code ? -1 : 1),
          );
        expect(codes(new ResponsibilityList(entries))).toEqual(expected.map(({ code }) => code));
      }),
    );
  });

  it('says which entry decides, and what the others lack', () => {
    const [lamps, roads, wide] = [entry('lamps', '0102', '230903'), entry('roads', '01', '230903'), entry('wide', '0102', '')];
    expect(explainEntry(lamps, lamps).en).toBe('category begins with 0102, area within 230903: the closest, so it decides');
    expect(explainEntry(roads, lamps).zh).toBe('类别以 01 开头，区域在 230903 内：“lamps”的类别更贴近');
    expect(explainEntry(wide, lamps).en).toBe('category begins with 0102, area any: the area of "lamps" is closer');
  });
});
