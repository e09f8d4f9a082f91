import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '@zero-distance/kernel';
import { Timers } from '@zero-distance/messaging';
import { Transactor } from '@zero-distance/persistence';
import { readPolicies } from '@zero-distance/platform';
import { POLICIES } from '../../policy/policy.js';
import { clockAction, graceUntil } from './knowledge-entry.js';
import { findDue, KNOWLEDGE_ENTRIES } from './knowledge-entry.store.js';

const EVERY_MS = 5_000;
const LARGEST_TURN = 200;

/** 到期复核、失效: tells when somebody has to say that an entry is still right, and retires what is good no more. */
@Injectable()
export class KnowledgeClock implements OnModuleInit {
  private readonly logger = new Logger('Knowledge');

  constructor(
    private readonly transactor: Transactor,
    private readonly timers: Timers,
  ) {}

  onModuleInit(): void {
    this.timers.every('see to knowledge entries', EVERY_MS, (signal) => this.turn(signal));
  }

  private async turn(signal: AbortSignal): Promise<void> {
    const due = await this.transactor.read(SYSTEM, (tx) => findDue(tx, tx.now, LARGEST_TURN));
    for (const id of due) if (!signal.aborted) await this.take(id);
  }

  /** One that it goes wrong with, as when it was confirmed since it was found, is logged and does not keep the others from it. */
  private take(id: string): Promise<void> {
    return this.transactor
      .transact(SYSTEM, async (tx) => {
        const [found, policies] = await Promise.all([KNOWLEDGE_ENTRIES.load(tx, id), readPolicies(tx, POLICIES)]);
        if (found.nextAt === null || found.nextAt > tx.now) return;
        const action = clockAction(found, tx.now);
        KNOWLEDGE_ENTRIES.take(tx, found, action, { nextAt: action === 'expire' ? null : graceUntil(found, tx.now, policies) });
      })
      .catch((error: Error) => this.logger.warn(`the clock of knowledge entry ${id}: ${error.message}`));
  }
}
