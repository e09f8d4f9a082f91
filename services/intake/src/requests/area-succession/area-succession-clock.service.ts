import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clocks } from '@zero-distance/messaging';
import type { Tx } from '@zero-distance/persistence';
import { AreasInUse } from '@zero-distance/platform';
import { CorrectionService } from '../correction/correction.service.js';
import { REQUESTS } from '../request/request.store.js';
import { SNAPSHOT_REPORTS } from '../snapshot-report/snapshot-report.store.js';
import { isOpen, isWaiting, openIn, waitingIn } from './area-succession.store.js';

const BECAUSE = { reason: '区划撤并 The area was retired into another' };

/** 区划撤并: what is open in an area that is retired goes on in its successor, and what waits to be verified. */
@Injectable()
export class AreaSuccessionClock implements OnModuleInit {
  constructor(
    private readonly clocks: Clocks,
    private readonly areas: AreasInUse,
    private readonly corrections: CorrectionService,
  ) {}

  onModuleInit(): void {
    this.clocks.seeTo({
      what: 'request of a retired area',
      find: async (tx, limit) => openIn(tx, this.areas.retired(), limit),
      take: (tx, id) => this.take(tx, id),
    });
    this.clocks.seeTo({
      what: 'snapshot report of a retired area',
      find: async (tx, limit) => waitingIn(tx, this.areas.retired(), limit),
      take: (tx, id) => this.takeReport(tx, id),
    });
  }

  private async take(tx: Tx, id: string): Promise<void> {
    const request = await REQUESTS.load(tx, id);
    const areaCode = this.areas.successorOf(request.areaCode);
    if (areaCode === null || !isOpen(request)) return; // somebody was faster
    await this.corrections.take(tx, request, { areaCode, ...BECAUSE });
  }

  private async takeReport(tx: Tx, id: string): Promise<void> {
    const report = await SNAPSHOT_REPORTS.load(tx, id);
    const areaCode = this.areas.successorOf(report.areaCode);
    if (areaCode !== null && isWaiting(report)) SNAPSHOT_REPORTS.take(tx, report, 'relocate', { areaCode }, BECAUSE);
  }
}
