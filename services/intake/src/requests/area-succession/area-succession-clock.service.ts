import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clocks } from '@zero-distance/messaging';
import type { Tx } from '@zero-distance/persistence';
import { AreasInUse } from '@zero-distance/platform';
import { CorrectionService } from '../correction/correction.service.js';
import { REQUESTS } from '../request/request.store.js';
import { isOpen, openIn } from './area-succession.store.js';

/** 区划撤并: what is open in an area that is retired goes on in its successor. */
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
  }

  private async take(tx: Tx, id: string): Promise<void> {
    const request = await REQUESTS.load(tx, id);
    const areaCode = this.areas.successorOf(request.areaCode);
    if (areaCode === null || !isOpen(request)) return; // somebody was faster
    await this.corrections.take(tx, request, { areaCode, reason: '区划撤并 The area was retired into another' });
  }
}
