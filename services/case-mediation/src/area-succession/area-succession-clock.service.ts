import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clocks } from '@zero-distance/messaging';
import type { Tx } from '@zero-distance/persistence';
import { AreasInUse } from '@zero-distance/platform';
import { isOpen } from '../mediation-case/mediation-case.js';
import { correct, MEDIATION_CASES, openIn } from '../mediation-case/mediation-case.store.js';

/** 区划撤并: an open case that was applied for here goes on in the successor of its area. One of a request goes there with its request. */
@Injectable()
export class AreaSuccessionClock implements OnModuleInit {
  constructor(
    private readonly clocks: Clocks,
    private readonly areas: AreasInUse,
  ) {}

  onModuleInit(): void {
    this.clocks.seeTo({
      what: 'case of a retired area',
      find: async (tx, limit) => openIn(tx, this.areas.retired(), limit),
      take: (tx, id) => this.take(tx, id),
    });
  }

  private async take(tx: Tx, id: string): Promise<void> {
    const found = await MEDIATION_CASES.load(tx, id);
    const areaCode = this.areas.successorOf(found.areaCode);
    if (areaCode === null || !isOpen(found)) return; // somebody was faster
    correct(tx, found, { areaCode }, '区划撤并 The area was retired into another');
  }
}
