import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clocks } from '@zero-distance/messaging';
import type { Tx } from '@zero-distance/persistence';
import { readPolicies } from '@zero-distance/platform';
import { POLICIES } from '../../policy/policy.js';
import { endVisitsOfCase } from '../home-visit/home-visit-people.store.js';
import { clockStep } from './service-case.js';
import { findDueCases, SERVICE_CASES } from './service-case.store.js';
import { eraseApplicant } from './service-case-people.store.js';

/** 到期: cases that nobody goes on with lapse, what is late is told of, and who applied is erased in time. */
@Injectable()
export class ServiceCaseClock implements OnModuleInit {
  constructor(private readonly clocks: Clocks) {}

  onModuleInit(): void {
    this.clocks.seeTo({ what: 'service case', find: findDueCases, take: takeDue });
  }
}

async function takeDue(tx: Tx, id: string): Promise<void> {
  const [found, policies] = await Promise.all([SERVICE_CASES.load(tx, id), readPolicies(tx, POLICIES)]);
  if (found.nextAt === null || found.nextAt > tx.now) return; // gone on with since it was found
  const step = clockStep(found, tx.now, policies);
  if (step === 'erase') return eraseApplicant(tx, found);
  if (step.action === 'lapse') await endVisitsOfCase(tx, id);
  SERVICE_CASES.take(tx, found, step.action, step.changes);
}
