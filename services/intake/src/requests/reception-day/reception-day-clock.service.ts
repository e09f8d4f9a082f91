import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '@zero-distance/kernel';
import { Timers } from '@zero-distance/messaging';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { readPolicies } from '@zero-distance/platform';
import { POLICIES } from '../../policy/policy.js';
import { clockAction, presumedHeld } from './reception-day.js';
import { countMatters, findDueDays, holdDay, RECEPTION_DAYS } from './reception-day.store.js';

const EVERY_MS = 5_000;
const LARGEST_TURN = 200;

/** 到期: settles what nobody said was held, and ends what nobody closes. */
@Injectable()
export class ReceptionDayClock implements OnModuleInit {
  constructor(
    private readonly transactor: Transactor,
    private readonly timers: Timers,
  ) {}

  onModuleInit(): void {
    this.timers.every('see to reception days', EVERY_MS, (signal) => this.turn(signal));
  }

  private async turn(signal: AbortSignal): Promise<void> {
    const due = await this.transactor.read(SYSTEM, (tx) => findDueDays(tx, tx.now, LARGEST_TURN));
    await this.timers.takeEach('reception day', due, signal, (id) => this.transactor.transact(SYSTEM, (tx) => takeDue(tx, id)));
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
