import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clocks } from '@zero-distance/messaging';
import type { Tx } from '@zero-distance/persistence';
import { readPolicies } from '@zero-distance/platform';
import { POLICIES } from '../../policy/policy.js';
import { clockStep } from './activity-outcome.js';
import { ACTIVITY_OUTCOMES, findDueOutcomes } from './activity-outcome.store.js';

/** 成效回访: tells of outcomes that nobody has asked about by their day. */
@Injectable()
export class ActivityOutcomeClock implements OnModuleInit {
  constructor(private readonly clocks: Clocks) {}

  onModuleInit(): void {
    this.clocks.seeTo({ what: 'activity outcome', find: findDueOutcomes, take: takeDue });
  }
}

async function takeDue(tx: Tx, id: string): Promise<void> {
  const [found, policies] = await Promise.all([ACTIVITY_OUTCOMES.load(tx, id), readPolicies(tx, POLICIES)]);
  if (found.nextAt === null || found.nextAt > tx.now) return; // asked about since it was found
  const { action, changes } = clockStep(found, tx.now, policies);
  ACTIVITY_OUTCOMES.take(tx, found, action, changes);
}
