import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '@zero-distance/kernel';
import { Timers } from '@zero-distance/messaging';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { clockAction } from './reception-day.js';
import { countMatters, findDueDays, holdDay, RECEPTION_DAYS } from './reception-day.store.js';

const EVERY_MS = 5_000;
const LARGEST_TURN = 200;

/** 到期: ends what nobody said was held, and what nobody closes. */
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
  const [found, counts] = await Promise.all([RECEPTION_DAYS.load(tx, id), countMatters(tx, id)]);
  if (found.nextAt === null || found.nextAt > tx.now) return; // held or closed since it was found
  RECEPTION_DAYS.take(tx, Object.assign(found, counts), clockAction(found), { nextAt: null });
}
