import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clocks } from '@zero-distance/messaging';
import type { Tx } from '@zero-distance/persistence';
import { readPolicies } from '@zero-distance/platform';
import { POLICIES } from '../../policy/policy.js';
import { reminded } from './home-visit.js';
import { findDueHomeVisits, HOME_VISITS } from './home-visit.store.js';
import { eraseVisited } from './home-visit-people.store.js';

/** 到期: tells of visits of which nobody says what came of them, and forgets in time whom they were for. */
@Injectable()
export class HomeVisitClock implements OnModuleInit {
  constructor(private readonly clocks: Clocks) {}

  onModuleInit(): void {
    this.clocks.seeTo({ what: 'home visit', find: findDueHomeVisits, take: takeDue });
  }
}

async function takeDue(tx: Tx, id: string): Promise<void> {
  const [found, policies] = await Promise.all([HOME_VISITS.load(tx, id), readPolicies(tx, POLICIES)]);
  if (found.nextAt === null || found.nextAt > tx.now) return; // moved or over since it was found
  if (found.state === 'planned') HOME_VISITS.take(tx, found, 'remind', reminded(tx.now, policies));
  else eraseVisited(tx, found);
}
