import type { OnModuleInit } from '@nestjs/common';
import { type AccessPolicies, HOUR_MS, type PolicyCatalogue, SYSTEM } from '@zero-distance/kernel';
import type { Timers } from '@zero-distance/messaging';
import type { Transactor } from '@zero-distance/persistence';
import { cutAccessRecords } from '../access-record/access-record.store.js';
import { readPolicies } from './policy.store.js';

const EVERY_MS = HOUR_MS;
/** Records of one transaction. */
const TOGETHER = 1_000;

/** 查看记录期满删除: the oldest records of access go when their time is over, in the leader. */
export class AccessRetention implements OnModuleInit {
  constructor(
    private readonly policies: PolicyCatalogue<AccessPolicies>,
    private readonly timers: Timers,
    private readonly transactor: Transactor,
  ) {}

  onModuleInit(): void {
    this.timers.every('cut the records of access', EVERY_MS, (signal) => this.cutDue(signal));
  }

  private async cutDue(signal: AbortSignal): Promise<void> {
    let cut: number;
    do {
      cut = await this.transactor.transact(SYSTEM, async (tx) => {
        const { 'access-months': months } = await readPolicies(tx, this.policies);
        return cutAccessRecords(tx, months, TOGETHER);
      });
    } while (cut === TOGETHER && !signal.aborted);
  }
}
