import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { assertWithinArea, readPolicies } from '@zero-distance/platform';
import { coveragePeriod } from '../../people/group-coverage/group-coverage.js';
import { POLICIES } from '../../policy/policy.js';
import type { DeliveryReachDto, DeliveryReachQuery } from './delivery-reach.dto.js';
import { refuseReach } from './delivery-reach.errors.js';
import { shownReach } from './delivery-reach.js';
import { countReached } from './delivery-reach.store.js';

/** 五送惠及人数: distinct people, who are counted where they are known (decision 57). */
@Injectable()
export class DeliveryReachService {
  constructor(private readonly transactor: Transactor) {}

  of(actor: Actor, { areaCode, period: text }: DeliveryReachQuery): Promise<DeliveryReachDto> {
    assertWithinArea(actor, areaCode, '/areaCode');
    return this.transactor.read(actor, async (tx) => {
      const period = coveragePeriod(text, tx.now);
      if (!period) throw refuseReach('delivery_reach.period_invalid', { period: text ?? '' }, 'period');
      const [counted, policies] = await Promise.all([countReached(tx, areaCode, period), readPolicies(tx, POLICIES)]);
      return { areaCode, period: period.text, ...shownReach(counted, policies['coverage-minimum']) };
    });
  }
}
