import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clocks } from '@zero-distance/messaging';
import type { Tx } from '@zero-distance/persistence';
import { readPolicies } from '@zero-distance/platform';
import { POLICIES } from '../../policy/policy.js';
import { clockAction, presumedHeld } from './reception-day.js';
import { countMatters, findDueDays, holdDay, RECEPTION_DAYS } from './reception-day.store.js';

/** 到期: settles what nobody said was held, and ends what nobody closes. */
@Injectable()
export class ReceptionDayClock implements OnModuleInit {
  constructor(private readonly clocks: Clocks) {}

  onModuleInit(): void {
    this.clocks.seeTo({ what: 'reception day', find: findDueDays, take: takeDue });
  }
}

async function takeDue(tx: Tx, id: string): Promise<void> {
  await holdDay(tx, id);
  const [found, counts, waits] = await Promise.all([RECEPTION_DAYS.load(tx, id), countMatters(tx, id), readPolicies(tx, POLICIES)]);
  if (found.nextAt === null || found.nextAt > tx.now) return; // held or closed since it was found
  const day = Object.assign(found, counts);
  const action = clockAction(day);
  RECEPTION_DAYS.take(tx, day, action, action === 'presume-held' ? presumedHeld(day, waits) : { nextAt: null });
}
