import { Injectable, type OnModuleInit } from '@nestjs/common';
import { yearsBefore } from '@zero-distance/calendar';
import { SYSTEM } from '@zero-distance/kernel';
import { Timers } from '@zero-distance/messaging';
import { Transactor } from '@zero-distance/persistence';
import { readPolicies } from '@zero-distance/platform';
import { POLICIES } from '../../policy/policy.js';
import { REQUESTS } from '../request/request.store.js';
import { eraseRequest } from './erasure.service.js';
import { requestsPastTime } from './erasure.store.js';

const EVERY_MS = 10 * 60_000;
/** Requests of one transaction. */
const TOGETHER = 50;

/**
 * 期满删除: the words of finished requests go when their time is over, in the leader, as if an administrator had asked for it. A request is done when
 * its row says so, so a crash leaves none half done.
 */
@Injectable()
export class RetentionService implements OnModuleInit {
  constructor(
    private readonly transactor: Transactor,
    private readonly timers: Timers,
  ) {}

  onModuleInit(): void {
    this.timers.every('erase requests whose time is over', EVERY_MS, (signal) => this.eraseDue(signal));
  }

  private async eraseDue(signal: AbortSignal): Promise<void> {
    let erased: number;
    do {
      erased = await this.transactor.transact(SYSTEM, async (tx) => {
        const years = (await readPolicies(tx, POLICIES))['request-years'];
        const due = await requestsPastTime(tx, yearsBefore(tx.now, years), TOGETHER);
        for (const id of due) await eraseRequest(tx, await REQUESTS.load(tx, id), { basis: 'retention-over' });
        return due.length;
      });
    } while (erased === TOGETHER && !signal.aborted);
  }
}
