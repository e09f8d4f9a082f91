import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '@zero-distance/kernel';
import { Timers } from '@zero-distance/messaging';
import { Transactor } from '@zero-distance/persistence';
import { leaveOut } from './exclusion.store.js';

const EVERY_MS = 5_000;

/** 剔除: sees to it that figures leave out what was granted to be left out, and nothing else. */
@Injectable()
export class ExclusionService implements OnModuleInit {
  constructor(
    private readonly transactor: Transactor,
    private readonly timers: Timers,
  ) {}

  onModuleInit(): void {
    this.timers.every('leave excluded orders out of figures', EVERY_MS, () => this.transactor.transact(SYSTEM, async (tx) => leaveOut(tx)));
  }
}
