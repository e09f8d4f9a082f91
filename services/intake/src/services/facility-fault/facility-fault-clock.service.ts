import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clocks } from '@zero-distance/messaging';
import type { Tx } from '@zero-distance/persistence';
import { AreasInUse, readPolicies } from '@zero-distance/platform';
import { POLICIES } from '../../policy/policy.js';
import { reminded } from './facility-fault.js';
import { FACILITY_FAULTS, findDueFaults } from './facility-fault.store.js';

/** 核实超时: tells of a fault that nobody has looked at, until somebody does. */
@Injectable()
export class FacilityFaultClock implements OnModuleInit {
  constructor(
    private readonly clocks: Clocks,
    private readonly areas: AreasInUse,
  ) {}

  onModuleInit(): void {
    this.clocks.seeTo({ what: 'facility fault', find: findDueFaults, take: (tx, id) => this.remind(tx, id) });
  }

  /** 撤并: one of an area that is no more is told of in the one that it went into, where somebody looks now. */
  private async remind(tx: Tx, id: string): Promise<void> {
    const [found, policies] = await Promise.all([FACILITY_FAULTS.load(tx, id), readPolicies(tx, POLICIES)]);
    if (found.nextAt === null || found.nextAt > tx.now) return; // looked at since it was found
    FACILITY_FAULTS.take(tx, found, 'remind', { ...reminded(tx.now, policies), areaCode: this.areas.goesOnIn(found.areaCode) });
  }
}
