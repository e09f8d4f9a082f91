import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '@zero-distance/kernel';
import { Timers } from '@zero-distance/messaging';
import { Transactor } from '@zero-distance/persistence';
import { readPolicies, watchFigure } from '@zero-distance/platform';
import { areaName } from '../area/area.store.js';
import { monthOf } from '../figure/period.js';
import { POLICIES } from '../policy/policy.js';
import type { PublicFigureQuery, PublicFiguresDto } from './public-figure.dto.js';
import { lastReleasable, monthAfter, publicFiguresOf, releaseOf } from './public-figure.js';
import {
  clockMonth,
  insertRelease,
  isAtWork,
  ownCounts,
  releasedMonths,
  releasedSpan,
  startClock,
  unreleasedMonth,
} from './public-figure.store.js';
import { notPublished, publishedPeriod } from './published-period.js';

const LOOK_EVERY_MS = 5_000;

/**
 * 公示指标: each month is released once and read as it was released. Those after the one in which work began here are when they are over; that one
 * and those before, of which something may still be brought in, when somebody decided it (past-month).
 */
@Injectable()
export class PublicFigureService implements OnModuleInit {
  constructor(
    private readonly transactor: Transactor,
    private readonly timers: Timers,
  ) {}

  onModuleInit(): void {
    const waiting = { name: 'zd_publication_waiting', help: '1 while a month is over whose public figures are not released yet' };
    watchFigure(waiting, async () => [{ value: (await this.waits()) ? 1 : 0 }]);
    this.timers.every('release public figures', LOOK_EVERY_MS, (signal) => this.release(signal));
  }

  /** An area's public figures; the whole's when none is named. */
  ofArea({ areaCode = '', period: asked }: PublicFigureQuery): Promise<PublicFiguresDto> {
    return this.transactor.read(SYSTEM, async (tx) => {
      const [name, released, policies] = await Promise.all([areaName(tx, areaCode), releasedSpan(tx), readPolicies(tx, POLICIES)]);
      const period = publishedPeriod(asked, released);
      const months = await releasedMonths(tx, areaCode, { first: period.from.slice(0, 7), last: period.to.slice(0, 7) });
      if (months.length === 0) throw notPublished(period, released);
      const policy = { minimum: policies['publish-minimum'], smallSample: policies['small-sample'] };
      const asOf = new Date(Math.max(...months.map(({ releasedAt }) => releasedAt.getTime()))).toISOString();
      return { areaCode, areaName: name, period: period.text, asOf, publishMinimum: policy.minimum, ...publicFiguresOf(months, policy) };
    });
  }

  /** Releases what is over, or was decided, and was not released yet. */
  private async release(signal: AbortSignal): Promise<void> {
    await this.watch();
    while (!signal.aborted && (await this.releaseNext()));
  }

  /** What was taken in first says which month is the first that lies wholly here. */
  private watch(): Promise<void> {
    return this.transactor.transact(SYSTEM, async (tx) => {
      if ((await clockMonth(tx)) === undefined && (await isAtWork(tx))) startClock(tx, monthAfter(monthOf(tx.now)));
    });
  }

  private waits(): Promise<boolean> {
    return this.transactor.read(SYSTEM, async (tx) => (await unreleasedMonth(tx, lastReleasable(tx.now))) !== undefined);
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
}
