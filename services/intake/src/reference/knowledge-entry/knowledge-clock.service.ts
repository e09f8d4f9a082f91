import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '@zero-distance/kernel';
import { Clocks } from '@zero-distance/messaging';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { readPolicies, watchFigure } from '@zero-distance/platform';
import { POLICIES } from '../../policy/policy.js';
import { clockAction, graceUntil } from './knowledge-entry.js';
import { countReviewsDue, findDue, KNOWLEDGE_ENTRIES } from './knowledge-entry.store.js';

/** 到期复核、失效: tells when somebody has to say that an entry is still right, and retires what is good no more. */
@Injectable()
export class KnowledgeClock implements OnModuleInit {
  constructor(
    private readonly transactor: Transactor,
    private readonly clocks: Clocks,
  ) {}

  onModuleInit(): void {
    const due = {
      name: 'zd_knowledge_reviews_due',
      help: 'Knowledge entries that somebody has to say are still right (counted up to 10000)',
    };
    watchFigure(due, async () => [{ value: await this.transactor.read(SYSTEM, (tx) => countReviewsDue(tx)) }]);
    this.clocks.seeTo({ what: 'review of knowledge entry', find: findDue, take: takeDue });
  }
}

async function takeDue(tx: Tx, id: string): Promise<void> {
  const [found, policies] = await Promise.all([KNOWLEDGE_ENTRIES.load(tx, id), readPolicies(tx, POLICIES)]);
  if (found.nextAt === null || found.nextAt > tx.now) return; // confirmed since it was found
  const action = clockAction(found, tx.now);
  KNOWLEDGE_ENTRIES.take(tx, found, action, { nextAt: action === 'expire' ? null : graceUntil(found, tx.now, policies) });
}
