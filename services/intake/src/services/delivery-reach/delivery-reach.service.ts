import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { assertWithinArea } from '@zero-distance/platform';
import { refuseCoverage } from '../../people/group-coverage/group-coverage.errors.js';
import { coveragePeriod } from '../../people/group-coverage/group-coverage.js';
import type { DeliveryReachDto, DeliveryReachQuery } from './delivery-reach.dto.js';
import { byDelivery } from './delivery-reach.js';
import { countReached } from './delivery-reach.store.js';

/** 五送惠及人数: distinct people, who are counted where they are known (decision 57). */
@Injectable()
export class DeliveryReachService {
  constructor(private readonly transactor: Transactor) {}

  of(actor: Actor, { areaCode, period: text }: DeliveryReachQuery): Promise<DeliveryReachDto> {
    assertWithinArea(actor, areaCode, '/areaCode');
    return this.transactor.read(actor, async (tx) => {
      const period = coveragePeriod(text, tx.now);
      if (!period) throw refuseCoverage('group_coverage.period_invalid', { period: text ?? '' }, 'period');
      return { areaCode, period: period.text, ...byDelivery(await countReached(tx, areaCode, period)) };
    });
  }
}
