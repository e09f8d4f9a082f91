import { Injectable } from '@nestjs/common';
import { SYSTEM } from '@zero-distance/kernel';
import { Timers } from '@zero-distance/messaging';
import { type ReadTx, Transactor } from '@zero-distance/persistence';
import { readPolicies } from '@zero-distance/platform';
import { areaName } from '../area/area.store.js';
import { refuse } from '../errors.js';
import { isShorterThanMonth, type Period, parsePeriod } from '../figure/period.js';
import { POLICIES } from '../policy/policy.js';
import type { PublicFigureQuery, PublicFiguresDto } from './public-figure.dto.js';
import { lastReleasable, publicFiguresOf, releaseOf } from './public-figure.js';
import { insertRelease, lastReleased, ownCounts, releasedMonths, unreleasedMonth } from './public-figure.store.js';

const LOOK_EVERY_MS = 5_000;

/** 公示指标: each month is released once, when it is over, and read as it was released. */
@Injectable()
export class PublicFigureService {
  constructor(
    private readonly transactor: Transactor,
    timers: Timers,
  ) {
    timers.every('release public figures', LOOK_EVERY_MS, () => this.release());
  }

  /** An area's public figures; the whole's when none is named. */
  ofArea({ areaCode = '', period: asked }: PublicFigureQuery): Promise<PublicFiguresDto> {
    return this.transactor.read(SYSTEM, async (tx) => {
      const [name, period, policies] = await Promise.all([areaName(tx, areaCode), this.periodOf(tx, asked), readPolicies(tx, POLICIES)]);
      const months = await releasedMonths(tx, areaCode, { first: period.from.slice(0, 7), last: period.to.slice(0, 7) });
      if (months.length === 0) throw notPublished(period.text);
      const policy = { minimum: policies['publish-minimum'], smallSample: policies['small-sample'] };
      const asOf = new Date(Math.max(...months.map(({ releasedAt }) => releasedAt.getTime()))).toISOString();
      return { areaCode, areaName: name, period: period.text, asOf, publishMinimum: policy.minimum, ...publicFiguresOf(months, policy) };
    });
  }

  /** Releases what is over and was not released yet: one month, or many in a new installation of a district that has worked for long. */
  private async release(): Promise<void> {
    while (await this.releaseNext());
  }

  private releaseNext(): Promise<boolean> {
    return this.transactor.transact(SYSTEM, async (tx) => {
      const month = await unreleasedMonth(tx, lastReleasable(tx.now));
      if (month === undefined) return false;
      const [own, policies] = await Promise.all([ownCounts(tx, month), readPolicies(tx, POLICIES)]);
      insertRelease(tx, month, releaseOf(own, policies['publish-minimum']));
      return true;
    });
  }

  private async periodOf(tx: ReadTx, asked: string | undefined): Promise<Period> {
    const text = asked || (await lastReleased(tx));
    if (text === undefined) throw notPublished('—');
    const period = parsePeriod(text);
    if (!period || isShorterThanMonth(period)) throw refuse('period.not_public', { period: text }, 'period');
    return period;
  }
}

const notPublished = (period: string) => refuse('period.not_published', { period }, 'period');
