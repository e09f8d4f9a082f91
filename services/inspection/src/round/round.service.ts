import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, SYSTEM } from '@zero-distance/kernel';
import { Timers } from '@zero-distance/messaging';
import { Transactor } from '@zero-distance/persistence';
import { assertWithinArea } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import type { RoundDto } from './round.dto.js';
import { monthOf, rateOf } from './round.js';
import { countsBelow, openedAt, openRound } from './round.store.js';

/** A round that begins a minute late costs nothing: a visit that comes earlier opens it itself. */
const LOOK_EVERY_MS = 60_000;

/** 月度排查: every active place is due once a month. */
@Injectable()
export class RoundService implements OnModuleInit {
  constructor(
    private readonly transactor: Transactor,
    private readonly timers: Timers,
  ) {}

  onModuleInit(): void {
    this.timers.every('open the month’s round', LOOK_EVERY_MS, () => this.openCurrent());
  }

  /** Coverage of a month, of an area and of each area right below it. Throws 403 for an area outside the caller's, 404 for a month without a round. */
  coverage(actor: Actor, month: string, areaCode: string): Promise<RoundDto> {
    assertWithinArea(actor, areaCode, 'areaCode');
    return this.transactor.read(actor, async (tx) => {
      const opened = await openedAt(tx, month);
      if (!opened) throw refuse('round.not_opened', { month });
      const areas = (await countsBelow(tx, month, areaCode)).map((area) => ({ ...area, rate: rateOf(area.done, area.due) }));
      const due = areas.reduce((sum, area) => sum + area.due, 0);
      const done = areas.reduce((sum, area) => sum + area.done, 0);
      return { month, areaCode, openedAt: opened.toISOString(), due, done, rate: rateOf(done, due), areas };
    });
  }

  private openCurrent(): Promise<void> {
    return this.transactor.transact(SYSTEM, async (tx) => {
      const month = monthOf(tx.now);
      if (!(await openedAt(tx, month))) await openRound(tx, month);
    });
  }
}
