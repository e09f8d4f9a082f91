import { Injectable } from '@nestjs/common';
import { DAY_MS, SYSTEM } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { readPolicies } from '@zero-distance/platform';
import { POLICIES } from '../../policy/policy.js';
import { checkPosition } from '../request/point.store.js';
import type { NearbyInput, NearbyMattersDto } from './public-matter.dto.js';
import { cellsAround } from './public-matter.js';
import { findUnderWay } from './public-matter.store.js';
import { toPublicMatterDto } from './public-matter.view.js';

const MOST_SHOWN = 10;

/** 附近在办: what others have reported there already, so that nobody reports it twice. */
@Injectable()
export class PublicMatterService {
  constructor(private readonly transactor: Transactor) {}

  nearby({ point: { coordinates } }: NearbyInput): Promise<NearbyMattersDto> {
    return this.transactor.read(SYSTEM, async (tx) => {
      await checkPosition(tx, coordinates);
      const policies = await readPolicies(tx, POLICIES);
      const within = cellsAround(coordinates, policies['public-cell-metres'], policies['district-box']);
      const since = new Date(tx.now.getTime() - policies['duplicate-days'] * DAY_MS);
      return { items: (await findUnderWay(tx, { within, since, limit: MOST_SHOWN })).map(toPublicMatterDto) };
    });
  }
}
