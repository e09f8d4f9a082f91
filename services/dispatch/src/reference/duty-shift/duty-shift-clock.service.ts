import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '@zero-distance/kernel';
import { Timers } from '@zero-distance/messaging';
import { Transactor } from '@zero-distance/persistence';
import { forgetNumbers } from './duty-shift.store.js';

const EVERY_MS = 10_000;

/** 号码到期删除: nobody is called by a shift that is over, so its number goes with it. */
@Injectable()
export class DutyShiftClock implements OnModuleInit {
  constructor(
    private readonly transactor: Transactor,
    private readonly timers: Timers,
  ) {}

  onModuleInit(): void {
    this.timers.every('forget numbers of duty shifts', EVERY_MS, () => this.transactor.transact(SYSTEM, async (tx) => forgetNumbers(tx)));
  }
}
