import { Injectable } from '@nestjs/common';
import { SYSTEM } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { readPolicies } from '@zero-distance/platform';
import { POLICIES } from '../../policy/policy.js';
import { readCalendar } from '../../reference/holiday/holiday.store.js';
import { checkPosition } from '../../requests/request/point.store.js';
import { brokenFacilities } from '../facility-fault/facility-fault.store.js';
import { presentPoints, statesOf } from '../service-point/service-point.store.js';
import type { FindPointsInput, NearbyPointsDto } from './nearby-point.dto.js';
import { nearest } from './nearby-point.js';
import { toNearbyPointDto } from './nearby-point.view.js';

const MOST_SHOWN = 50;

/** 就近查找: what somebody needs who stands in the street. */
@Injectable()
export class NearbyPointService {
  constructor(private readonly transactor: Transactor) {}

  find({ point, kind, openNow = false, freeBay = false }: FindPointsInput): Promise<NearbyPointsDto> {
    return this.transactor.read(SYSTEM, async (tx) => {
      if (point) await checkPosition(tx, point.coordinates);
      const points = await presentPoints(tx);
      const codes = points.map(({ code }) => code);
      const [stateOf, brokenOf, policies, calendar] = await Promise.all([
        statesOf(tx, codes),
        brokenFacilities(tx, codes),
        readPolicies(tx, POLICIES),
        readCalendar(tx),
      ]);
      const there = { now: tx.now, calendar, stateOf, brokenOf, bayMinutes: policies['bay-count-minutes'] };
      const found = nearest(points, { from: point?.coordinates, kind, openNow, freeBay }, there);
      return { items: found.slice(0, MOST_SHOWN).map(toNearbyPointDto) };
    });
  }
}
