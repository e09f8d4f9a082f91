import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { POLICIES } from '../../policy/policy.js';
import { faultOfPosition, type Position } from './point.js';

const BOX = POLICIES.presets['district-box'];
const fault = (position: Position) => faultOfPosition(position, BOX)?.code;

describe('the point of a request', () => {
  it('lies in the district or near it', () => {
    const near = fc.tuple(
      fc.double({ min: BOX.west, max: BOX.east, noNaN: true }),
      fc.double({ min: BOX.south, max: BOX.north, noNaN: true }),
    );
    fc.assert(fc.property(near, (position) => expect(fault(position)).toBeUndefined()));
  });

  it.each<[string, Position, string]>([
    ['given latitude first', [45.77, 131.01], 'intake.request.point_swapped'],
    ['nowhere on earth', [9999, -9999], 'intake.request.point_not_on_earth'],
    ['beyond all numbers', [1e300, -1e300], 'intake.request.point_not_on_earth'],
    ['in the sea off Africa', [0, 0], 'intake.request.point_far_away'],
    ['in Beijing', [116.4, 39.9], 'intake.request.point_far_away'],
  ])('is refused when it is %s', (_, position, code) => expect(fault(position)).toBe(code));
});

describe('the box of the district', () => {
  const set = (value: unknown) => POLICIES.check('district-box', value).ok;

  it('has a preset that fits it', () => expect(set(BOX)).toBe(true));

  it.each([
    null,
    [],
    7,
    {},
    { ...BOX, west: '130' },
    { ...BOX, north: 91 },
    { ...BOX, west: BOX.east },
    { ...BOX, south: 47 },
    { ...BOX, centre: 1 },
  ])('is not %j', (value) => expect(set(value)).toBe(false));
});
