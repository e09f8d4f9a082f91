import { describe, expect, it } from '@jest/globals';
import { asBoundary, type Boundary, checkWithin, MOST_POINTS, type Position } from './area-boundary.js';

const degrees = (sum: number): number => Number(sum.toFixed(3));
const box = (west: number, south: number, size: number): Position[] => [
  [west, south],
  [degrees(west + size), south],
  [degrees(west + size), degrees(south + size)],
  [west, degrees(south + size)],
  [west, south],
];
const read = (...rings: unknown[][]) => asBoundary({ type: 'Polygon', coordinates: rings });
const polygon = (...rings: unknown[][]): Boundary => {
  const one = read(...rings);
  if (!one.ok) throw one.error;
  return one.value;
};
/** A ring of so many points, but for the one that closes it. */
const round = (points: number): Position[] => {
  const ring = Array.from({ length: points }, (_, n): Position => {
    const angle = (2 * Math.PI * n) / points;
    return [131 + Math.cos(angle) / 10, 45 + Math.sin(angle) / 10];
  });
  return [...ring, ring[0] as Position];
};

describe('a boundary', () => {
  it('has its outline counter-clockwise and its holes clockwise, however it was drawn', () => {
    const [outline, hole] = [box(131, 45, 1), box(131.2, 45.2, 0.1)];
    const expected = { type: 'Polygon', coordinates: [outline, hole.toReversed()] };
    expect(polygon(outline, hole)).toEqual(expected);
    expect(polygon(outline.toReversed(), hole.toReversed())).toEqual(expected);
  });

  it('is without heights, and without digits finer than a centimetre', () => {
    const drawn = box(131, 45, 1).map(([x, y]) => [x + 1e-9, y, 87.5]);
    expect(polygon(drawn)).toEqual(polygon(box(131, 45, 1)));
  });

  it('of several parts tells the part that is wrong', () => {
    const parts = [[box(131, 45, 1)], [box(133, 45, 1).slice(0, 4)]];
    expect(asBoundary({ type: 'MultiPolygon', coordinates: parts })).toMatchObject({
      ok: false,
      error: { code: 'intake.area_boundary.ring_open', params: { polygon: 2, ring: 1 }, pointer: '/geometry/coordinates' },
    });
    expect(asBoundary({ type: 'MultiPolygon', coordinates: [[box(131, 45, 1)], [box(133, 45, 1)]] })).toMatchObject({ ok: true });
  });

  it.each([
    [
      'no_position',
      [
        [131, 45],
        [132, 45],
        [45, 131],
        [131, 45],
      ],
      { point: 3 },
    ],
    [
      'no_position',
      [
        [131, 45],
        ['132', 45],
        [132, 46],
        [131, 45],
      ],
      { point: 2 },
    ],
    [
      'no_position',
      [
        [131, 45],
        [181, 45],
        [132, 46],
        [131, 45],
      ],
      { point: 2 },
    ],
    ['no_position', [[131, 45], null, [132, 46], [131, 45]], { point: 2 }],
    ['no_position', [[131, 45], [132], [132, 46], [131, 45]], { point: 2 }],
    [
      'ring_too_short',
      [
        [131, 45],
        [132, 45],
        [131, 45],
      ],
      { least: 4 },
    ],
    ['ring_too_short', [], { ring: 1 }],
    [
      'ring_open',
      [
        [131, 45],
        [132, 45],
        [132, 46],
        [131, 46],
      ],
      { ring: 1 },
    ],
    [
      'ring_crosses_itself',
      [
        [131, 45],
        [132, 46],
        [132, 45],
        [131, 46],
        [131, 45],
      ],
      { point: 1 },
    ],
    [
      'ring_without_area',
      [
        [131, 45],
        [132, 46],
        [131.5, 45.5],
        [131, 45],
      ],
      {},
    ],
  ])('is refused as %s: %j', (code, ring, params) => {
    expect(read(ring)).toMatchObject({ ok: false, error: { code: `intake.area_boundary.${code}`, params } });
  });

  it('may touch itself in a point: two lakes of one shore', () => {
    const eight = [
      [131, 45],
      [132, 45],
      [132, 46],
      [131, 45],
      [130, 46],
      [130, 45],
      [131, 45],
    ];
    expect(read(eight)).toMatchObject({ ok: true });
  });

  it(`of ${MOST_POINTS} points is looked through in a moment, and of more is refused`, () => {
    const began = performance.now();
    expect(read(round(MOST_POINTS - 1))).toMatchObject({ ok: true });
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(read(round(MOST_POINTS))).toMatchObject({
      error: { code: 'intake.area_boundary.too_many_points', params: { limit: MOST_POINTS } },
    });
  });
});

describe('an area', () => {
  const street = polygon(box(131, 45, 1));

  it('lies where the one above it does, give or take the width of a river', () => {
    expect(checkWithin(polygon(box(130.995, 45.2, 0.1)), '230903011', street)).toBeUndefined();
  });

  it.each([
    [130.9, 45.2],
    [132.2, 45.2],
    [131.2, 44.9],
    [131.2, 46.2],
  ])('at %d, %d is refused: it lies beside the one above it', (west, south) => {
    expect(checkWithin(polygon(box(west, south, 0.05)), '230903011', street)).toMatchObject({
      code: 'intake.area_boundary.outside_parent',
      params: { parent: '230903011' },
    });
  });
});
