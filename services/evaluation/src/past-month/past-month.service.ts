import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { refuse } from '../errors.js';
import { lastReleasable } from '../public-figure/public-figure.js';
import { clockMonth } from '../public-figure/public-figure.store.js';
import type { ReleasedMonthsDto, ReleaseMonthsInput } from './past-month.dto.js';
import { faultOfSpan, lastPast } from './past-month.js';
import { decideMonths, undecidedMonths } from './past-month.store.js';

/** 历史月份的公布: only a person knows when all of them was brought in, and what is published stays. */
@Injectable()
export class PastMonthService {
  constructor(private readonly transactor: Transactor) {}

  release(actor: Actor, { dryRun = false, ...span }: ReleaseMonthsInput): Promise<ReleasedMonthsDto> {
    return this.transactor.transact(actor, async (tx) => {
      const last = lastPast(lastReleasable(tx.now), await clockMonth(tx));
      const fault = faultOfSpan(span, last);
      if (fault) throw refuse(`past_month.${fault}`, { month: span.until, last }, '/until');
      const months = await undecidedMonths(tx, span);
      if (!dryRun && months.length > 0)
        decideMonths(
          tx,
          months.map(({ month }) => month),
          actor.id,
        );
      return { months, dryRun };
    });
  }
}
