import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '@zero-distance/kernel';
import { Timers } from '@zero-distance/messaging';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { isOverdue } from './whistle.js';
import { findToMiss, WHISTLES } from './whistle.store.js';

const EVERY_MS = 5_000;
const LARGEST_TURN = 200;

/** 未到: tells once who was summoned and has not come in time (policy `arrival-limit`). */
@Injectable()
export class WhistleClock implements OnModuleInit {
  constructor(
    private readonly transactor: Transactor,
    private readonly timers: Timers,
  ) {}

  onModuleInit(): void {
    this.timers.every('see who has come to a whistle', EVERY_MS, (signal) => this.turn(signal));
  }

  private async turn(signal: AbortSignal): Promise<void> {
    const late = await this.transactor.read(SYSTEM, (tx) => findToMiss(tx, tx.now, LARGEST_TURN));
    await this.timers.takeEach('whistle', late, signal, (id) => this.transactor.transact(SYSTEM, (tx) => miss(tx, id)));
  }
}

/** Nothing when somebody has come since it was found. */
async function miss(tx: Tx, id: string): Promise<void> {
  const found = await WHISTLES.load(tx, id);
  if (isOverdue(found, tx.now) && found.missedAt === null) WHISTLES.take(tx, found, 'miss', { missedAt: tx.now });
}
