import { describe, expect, it } from '@jest/globals';
import { POLICIES } from '../../policy/policy.js';
import { type Comparable, commonWords, likenesses, metresBetween, scoreOf } from './duplicate.js';

const PRESETS = POLICIES.presets;
const at = (day: number) => new Date(Date.UTC(2026, 10, day));
const LAMP: Comparable = {
  categoryCode: '010203',
  areaCode: '230903011001',
  title: '3号楼前路灯不亮',
  place: '学府社区3号楼',
  point: null,
  receivedAt: at(20),
};
const score = (other: Partial<Comparable>, sameCaller = false) =>
  scoreOf(likenesses(LAMP, { ...LAMP, ...other }, sameCaller, PRESETS), PRESETS['duplicate-weights']);

describe('two requests of one matter', () => {
  it('The same said twice on one day is as alike as two can be', () => {
    expect(score({})).toBe(100);
  });

  it('The same caller adds, and another takes nothing away', () => {
    const other = { title: '路灯坏了', place: null };
    expect(score(other, true)).toBeGreaterThan(score(other));
    expect(score({}, true)).toBe(100);
  });

  it.each<[string, Partial<Comparable>, Partial<Comparable>]>([
    ['other words', { title: '楼前路灯三天不亮' }, { title: '下水道堵塞' }],
    ['another category', { categoryCode: '010204' }, { categoryCode: '020101' }],
    ['another community', {}, { areaCode: '230903012001' }],
    ['a day further away', { receivedAt: at(21) }, { receivedAt: at(28) }],
  ])('They are the less alike the more they differ: %s', (_, near, far) => {
    expect(score(near)).toBeGreaterThan(score(far));
  });

  it('Two points tell how near they are, whatever the communities are called', () => {
    const point = (longitude: number) => ({ coordinates: [longitude, 45.77] });
    const here = { ...LAMP, point: point(131.02) };
    const [near, far] = [131.0205, 131.05].map((longitude) =>
      likenesses(here, { ...here, areaCode: '230903012001', point: point(longitude) }, false, PRESETS).find(({ kind }) => kind === 'place'),
    );
    expect(near).toEqual({ kind: 'place', share: expect.any(Number), metres: 39 });
    expect(far).toBeUndefined();
  });

  it('What speaks most for it is told first', () => {
    const kinds = likenesses(LAMP, { ...LAMP, title: '路灯', place: null }, true, PRESETS).map(({ kind }) => kind);
    expect(kinds[0]).toBe('category');
    expect(kinds).toHaveLength(5);
  });
});

describe('the words of two texts', () => {
  it('Texts without a word in common are not alike, and empty ones neither', () => {
    expect([commonWords('路灯不亮', '下水道堵塞'), commonWords('', '')]).toEqual([0, 0]);
  });
});

describe('the distance of two points', () => {
  it('A degree of longitude at the district is 78 km', () => {
    expect(Math.round(metresBetween([131, 45.77], [132, 45.77]) / 1000)).toBe(78);
  });
});
