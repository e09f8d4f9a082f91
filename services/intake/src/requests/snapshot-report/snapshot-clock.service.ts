import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '@zero-distance/kernel';
import { Timers } from '@zero-distance/messaging';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { Erasure, readPolicies } from '@zero-distance/platform';
import { POLICIES } from '../../policy/policy.js';
import { FILES } from '../file/file.store.js';
import { clockStep } from './snapshot-report.js';
import { findDue, SNAPSHOT_REPORTS } from './snapshot-report.store.js';

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
  const { action, changes } = clockStep(found, tx.now, policies);
  SNAPSHOT_REPORTS.take(tx, found, action, changes);
  if (action === 'remind') return;
  const erasure = new Erasure(tx, id);
  await FILES.erase(erasure, 'snapshot-report', [id]);
  erasure.removeReasons([id]);
}
