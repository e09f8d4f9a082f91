import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '@zero-distance/kernel';
import { Timers } from '@zero-distance/messaging';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { readPolicies } from '@zero-distance/platform';
import { POLICIES } from '../../policy/policy.js';
import { clockAction, ended, givenUpAt } from './missed-call.js';
import { findDueCalls, forgetNumber, MISSED_CALLS } from './missed-call.store.js';

const EVERY_MS = 5_000;
const LARGEST_TURN = 200;

/** 逾期提醒: tells of calls that nobody has called back in time, and gives up what nobody will. */
@Injectable()
export class MissedCallClock implements OnModuleInit {
  constructor(
    private readonly transactor: Transactor,
    private readonly timers: Timers,
  ) {}

  onModuleInit(): void {
    this.timers.every('see to missed calls', EVERY_MS, (signal) => this.turn(signal));
  }

  private async turn(signal: AbortSignal): Promise<void> {
    const due = await this.transactor.read(SYSTEM, (tx) => findDueCalls(tx, tx.now, LARGEST_TURN));
    await this.timers.takeEach('missed call', due, signal, (id) => this.transactor.transact(SYSTEM, (tx) => takeDue(tx, id)));
  }
}

async function takeDue(tx: Tx, id: string): Promise<void> {
  const [found, policies] = await Promise.all([MISSED_CALLS.load(tx, id), readPolicies(tx, POLICIES)]);
  if (found.nextAt === null || found.nextAt > tx.now) return; // called back since it was found
  const action = clockAction(found);
  if (action === 'give-up') forgetNumber(tx, id);
  MISSED_CALLS.take(tx, found, action, action === 'remind' ? { nextAt: givenUpAt(found, policies) } : ended(tx.now));
}
