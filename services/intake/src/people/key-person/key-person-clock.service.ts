import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clocks } from '@zero-distance/messaging';
import type { Tx } from '@zero-distance/persistence';
import { readPolicies } from '@zero-distance/platform';
import { POLICIES } from '../../policy/policy.js';
import { missed, unasked } from './key-person.js';
import { findDueKeyPersons, KEY_PERSONS, takeTelling } from './key-person.store.js';

/** 走访提醒: tells of visits that are missing, and asks nobody any more who has not answered. */
@Injectable()
export class KeyPersonClock implements OnModuleInit {
  constructor(private readonly clocks: Clocks) {}

  onModuleInit(): void {
    this.clocks.seeTo({ what: 'key person', find: findDueKeyPersons, take: takeDue });
  }
}

async function takeDue(tx: Tx, id: string): Promise<void> {
  const [found, policies] = await Promise.all([KEY_PERSONS.load(tx, id), readPolicies(tx, POLICIES)]);
  if (found.nextAt === null || found.nextAt > tx.now) return; // visited since it was found
  const isUnanswered = found.offerUntil !== null && found.offerUntil <= tx.now;
  if (isUnanswered) KEY_PERSONS.take(tx, found, 'lapse', unasked(found));
  else takeTelling(tx, found, 'remind', missed(found, policies));
}
