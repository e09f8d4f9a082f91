import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clocks } from '@zero-distance/messaging';
import type { Tx } from '@zero-distance/persistence';
import { readPolicies } from '@zero-distance/platform';
import { POLICIES } from '../../policy/policy.js';
import { clockAction, ended, givenUpAt } from './missed-call.js';
import { findDueCalls, forgetNumber, MISSED_CALLS } from './missed-call.store.js';

/** 逾期提醒: tells of calls that nobody has called back in time, and gives up what nobody will. */
@Injectable()
export class MissedCallClock implements OnModuleInit {
  constructor(private readonly clocks: Clocks) {}

  onModuleInit(): void {
    this.clocks.seeTo({ what: 'missed call', find: findDueCalls, take: takeDue });
  }
}

async function takeDue(tx: Tx, id: string): Promise<void> {
  const [found, policies] = await Promise.all([MISSED_CALLS.load(tx, id), readPolicies(tx, POLICIES)]);
  if (found.nextAt === null || found.nextAt > tx.now) return; // called back since it was found
  const action = clockAction(found);
  if (action === 'give-up') forgetNumber(tx, id);
  MISSED_CALLS.take(tx, found, action, action === 'remind' ? { nextAt: givenUpAt(found, policies) } : ended(tx.now));
}
