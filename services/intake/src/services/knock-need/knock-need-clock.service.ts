import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clocks } from '@zero-distance/messaging';
import type { Tx } from '@zero-distance/persistence';
import { readPolicies } from '@zero-distance/platform';
import { POLICIES } from '../../policy/policy.js';
import { reminded } from './knock-need.js';
import { findDueNeeds, KNOCK_NEEDS_FOUND } from './knock-need.store.js';

/** 提醒: tells of needs that have become nothing yet, so that none is forgotten. */
@Injectable()
export class KnockNeedClock implements OnModuleInit {
  constructor(private readonly clocks: Clocks) {}

  onModuleInit(): void {
    this.clocks.seeTo({ what: 'knock need', find: findDueNeeds, take: takeDue });
  }
}

async function takeDue(tx: Tx, id: string): Promise<void> {
  const [found, policies] = await Promise.all([KNOCK_NEEDS_FOUND.load(tx, id), readPolicies(tx, POLICIES)]);
  if (found.nextAt === null || found.nextAt > tx.now) return; // linked or dropped since it was found
  KNOCK_NEEDS_FOUND.take(tx, found, 'remind', reminded(tx.now, policies));
}
