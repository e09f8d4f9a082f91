import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clocks } from '@zero-distance/messaging';
import type { Tx } from '@zero-distance/persistence';
import { readPolicies } from '@zero-distance/platform';
import { POLICIES } from '../../policy/policy.js';
import { reminded } from './snapshot-report.js';
import { findDueReports, SNAPSHOT_REPORTS } from './snapshot-report.store.js';
import { eraseUntaken } from './untaken-report.store.js';

/** 核实超时、期满删除: tells of a report that nobody has looked at, and takes away the words of one that was not taken. */
@Injectable()
export class SnapshotClock implements OnModuleInit {
  constructor(private readonly clocks: Clocks) {}

  onModuleInit(): void {
    this.clocks.seeTo({ what: 'snapshot report', find: findDueReports, take: takeDue });
  }
}

async function takeDue(tx: Tx, id: string): Promise<void> {
  const [found, policies] = await Promise.all([SNAPSHOT_REPORTS.load(tx, id), readPolicies(tx, POLICIES)]);
  if (found.nextAt === null || found.nextAt > tx.now) return; // decided since it was found
  if (found.state === 'reported') SNAPSHOT_REPORTS.take(tx, found, 'remind', reminded(tx.now, policies));
  else await eraseUntaken(tx, found);
}
