import { describe, expect, it } from '@jest/globals';
import { cellsAround, publicNumber } from './public-matter.js';

const DISTRICT = { west: 130.55, south: 45.45, east: 131.5, north: 46.1 };
const METRES = 500;
const around = (longitude: number, latitude: number) => cellsAround([longitude, latitude], METRES, DISTRICT);

describe('the cells around a point', () => {
  it('are the same for all points of one cell, so that asking from more of them tells no more', () => {
    const cell = around(131.0159, 45.7712);
    const high = (cell.north - cell.south) / 3;
    const wide = (cell.east - cell.west) / 3;
    for (const [x, y] of [
      [1.01, 1.01],
      [1.5, 1.99],
      [1.99, 1.5],
    ] as const)
      for (const [side, value] of Object.entries(around(cell.west + x * wide, cell.south + y * high)))
        expect(value).toBeCloseTo(cell[side as keyof typeof cell], 9);
  });

  it('lie on one grid over the whole district: those of a neighbour are shifted by a whole cell', () => {
    const cell = around(131.0159, 45.7712);
    const high = (cell.north - cell.south) / 3;
    const next = around(131.0159, 45.7712 + 7 * high);
    expect(next.west).toBeCloseTo(cell.west, 9);
    expect(next.south - cell.south).toBeCloseTo(7 * high, 9);
  });

  it('are as wide as they are high, in metres of the district', () => {
    const { west, south, east, north } = around(131.0159, 45.7712);
    const metresOfADegreeEast = 111_195 * Math.cos((45.775 * Math.PI) / 180);
    expect((east - west) * metresOfADegreeEast).toBeCloseTo(3 * METRES, 3);
    expect((north - south) * 111_195).toBeCloseTo(3 * METRES, 3);
  });

  it('reach a cell beyond the point on each side, and no further than two', () => {
    const { west, south, east, north } = around(131.0159, 45.7712);
    const high = METRES / 111_195;
    for (const beyond of [45.7712 - south, north - 45.7712]) {
      expect(beyond).toBeGreaterThanOrEqual(high - 1e-9);
      expect(beyond).toBeLessThanOrEqual(2 * high + 1e-9);
    }
    expect(west).toBeLessThan(131.0159);
    expect(east).toBeGreaterThan(131.0159);
  });
});

describe('the number that the public sees', () => {
  it.each([
    ['230903011001-261123-000417', '230903011001-261123-000417'],
    ['230903011001007-261123-000417', '230903011001-261123-000417'],
  ])('of %s is %s: no grid stands in it', (number, shown) => {
    expect(publicNumber(number)).toBe(shown);
  });
});
