import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clocks } from '@zero-distance/messaging';
import type { Tx } from '@zero-distance/persistence';
import { readPolicies } from '@zero-distance/platform';
import { POLICIES } from '../../policy/policy.js';
import { RoundEntity } from './round.entity.js';
import { clockStep } from './round.js';
import { countRound, eraseHouseholds, findDueRounds, holdRound, ROUNDS } from './round.store.js';

/** 到期: tells of rounds that nobody closes, ends them in the end, and erases addresses in time. */
@Injectable()
export class RoundClock implements OnModuleInit {
  constructor(private readonly clocks: Clocks) {}

  onModuleInit(): void {
    this.clocks.seeTo({ what: 'round', find: findDueRounds, take: takeDue });
  }
}

async function takeDue(tx: Tx, id: string): Promise<void> {
  await holdRound(tx, id);
  const [found, counts, policies] = await Promise.all([ROUNDS.load(tx, id), countRound(tx, id), readPolicies(tx, POLICIES)]);
  if (found.nextAt === null || found.nextAt > tx.now) return; // closed or extended since it was found
  if (found.state === 'closed') {
    tx.update(RoundEntity, found, { nextAt: null }, 0);
    ROUNDS.note(tx, found, 'erase-addresses');
    eraseHouseholds(tx, id);
    return;
  }
  const { action, changes } = clockStep(found, tx.now, policies);
  ROUNDS.take(tx, Object.assign(found, { counts }), action, changes);
  if (action === 'lapse') eraseHouseholds(tx, id);
}
