import { describe, expect, it } from '@jest/globals';
import { makeCalendar } from '@zero-distance/calendar';
import type { ServicePoint } from '../service-point/service-point.js';
import { nearest, type Sought } from './nearby-point.js';

const NOW = new Date('2026-11-30T10:00:00+08:00'); // a Monday
const point = (code: string, longitude: number, hours = ['1-7 00:00-24:00']): ServicePoint => ({
  ...{ id: code, code, kind: 'warm-bee-station', name: code, areaCode: '230903011001', address: '学府街', longitude, latitude: 45.77 },
  ...{ facilities: [], standards: [], hours, closedOnHolidays: false, bays: 4, ofUnion: false, phone: null },
  ...{ operatorOrganisation: 'union', faultCategoryCode: '010204', retiredOn: null, successorCode: null, version: 1 },
});
const POINTS = [point('far', 131.05), point('near', 131.02), point('shut', 131.011, ['7 09:00-10:00']), point('old-count', 131.015)];
const COUNTS: Record<string, { freeBays: number; baysCountedAt: Date }> = {
  far: { freeBays: 2, baysCountedAt: new Date(NOW.getTime() - 60 * 60_000) },
  near: { freeBays: 0, baysCountedAt: NOW },
  shut: { freeBays: 4, baysCountedAt: NOW },
  'old-count': { freeBays: 4, baysCountedAt: new Date(NOW.getTime() - 60 * 60_000 - 1) },
};
const stateOf = (code: string) => COUNTS[code] ?? { freeBays: null, baysCountedAt: null };
const there = { now: NOW, calendar: makeCalendar(), stateOf, bayMinutes: 60, brokenOf: () => [] };
const HERE = [131.01, 45.77] as const;
const find = (sought: Partial<Sought>) => nearest(POINTS, { from: HERE, openNow: false, freeBay: false, ...sought }, there);
const codes = (sought: Partial<Sought>) => find(sought).map(({ point: { code } }) => code);

describe('service points nearby', () => {
  it('are of the kind that is wanted', () => {
    expect(codes({ kind: 'community-window' })).toEqual([]);
    expect(codes({ kind: 'warm-bee-station' })).toHaveLength(4);
  });

  it('come by their distance, and as they are registered for who does not say where they are', () => {
    expect(codes({})).toEqual(['shut', 'old-count', 'near', 'far']);
    expect(find({}).map(({ metres }) => metres)).toEqual([78, 388, 776, 3103]);
    expect(codes({ from: undefined })).toEqual(['far', 'near', 'shut', 'old-count']);
    expect(find({ from: undefined })[0]?.metres).toBeNull();
  });

  it('are only those that are open now, if that is wanted', () => {
    expect(codes({ openNow: true })).toEqual(['old-count', 'near', 'far']);
  });

  it('with a free bay are those where somebody counted one not too long ago: what was counted before says nothing of now', () => {
    expect(codes({ openNow: true, freeBay: true })).toEqual(['far']);
    expect(find({}).map(({ freeBays }) => freeBays)).toEqual([4, null, 0, 2]);
  });
});
