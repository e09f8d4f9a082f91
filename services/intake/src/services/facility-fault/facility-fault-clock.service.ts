import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clocks } from '@zero-distance/messaging';
import type { Tx } from '@zero-distance/persistence';
import { readPolicies } from '@zero-distance/platform';
import { POLICIES } from '../../policy/policy.js';
import { reminded } from './facility-fault.js';
import { FACILITY_FAULTS, findDueFaults } from './facility-fault.store.js';

/** 核实超时: tells of a fault that nobody has looked at, until somebody does. */
@Injectable()
export class FacilityFaultClock implements OnModuleInit {
  constructor(private readonly clocks: Clocks) {}

  onModuleInit(): void {
    this.clocks.seeTo({ what: 'facility fault', find: findDueFaults, take: takeDue });
  }
}

async function takeDue(tx: Tx, id: string): Promise<void> {
  const [found, policies] = await Promise.all([FACILITY_FAULTS.load(tx, id), readPolicies(tx, POLICIES)]);
  if (found.nextAt === null || found.nextAt > tx.now) return; // looked at since it was found
  FACILITY_FAULTS.take(tx, found, 'remind', reminded(tx.now, policies));
}
