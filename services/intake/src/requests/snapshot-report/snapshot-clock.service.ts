import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '@zero-distance/kernel';
import { Timers } from '@zero-distance/messaging';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { readPolicies } from '@zero-distance/platform';
import { POLICIES } from '../../policy/policy.js';
import { reminded } from './snapshot-report.js';
import { findDue, SNAPSHOT_REPORTS } from './snapshot-report.store.js';
import { eraseUntaken } from './untaken-report.store.js';

const EVERY_MS = 5_000;
const LARGEST_TURN = 200;

/** 核实超时、期满删除: tells of a report that nobody has looked at, and takes away the words of one that was not taken. */
@Injectable()
export class SnapshotClock implements OnModuleInit {
  constructor(
    private readonly transactor: Transactor,
    private readonly timers: Timers,
  ) {}

  onModuleInit(): void {
    this.timers.every('see to snapshot reports', EVERY_MS, (signal) => this.turn(signal));
  }

  private async turn(signal: AbortSignal): Promise<void> {
    const due = await this.transactor.read(SYSTEM, (tx) => findDue(tx, tx.now, LARGEST_TURN));
    await this.timers.takeEach('snapshot report', due, signal, (id) => this.transactor.transact(SYSTEM, (tx) => takeDue(tx, id)));
  }
}

async function takeDue(tx: Tx, id: string): Promise<void> {
  const [found, policies] = await Promise.all([SNAPSHOT_REPORTS.load(tx, id), readPolicies(tx, POLICIES)]);
  if (found.nextAt === null || found.nextAt > tx.now) return; // decided since it was found
  if (found.state === 'reported') SNAPSHOT_REPORTS.take(tx, found, 'remind', reminded(tx.now, policies));
  else await eraseUntaken(tx, found);
}
