import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '@zero-distance/kernel';
import { Timers } from '@zero-distance/messaging';
import { Transactor } from '@zero-distance/persistence';
import { ReferenceData } from '../reference.service.js';
import { forgetOfShifts } from './duty-shift.store.js';

const EVERY_MS = 10_000;

/** 到期删除: nobody is called by a shift that is over, so its number goes with it; after a time nobody asks who was on duty. */
@Injectable()
export class DutyShiftClock implements OnModuleInit {
  constructor(
    private readonly transactor: Transactor,
    private readonly timers: Timers,
    private readonly reference: ReferenceData,
  ) {}

  onModuleInit(): void {
    this.timers.every('forget what nobody needs of duty shifts', EVERY_MS, () =>
      this.transactor.transact(SYSTEM, async (tx) => forgetOfShifts(tx, this.reference.current.policies['duty-record-days'])),
    );
  }
}
