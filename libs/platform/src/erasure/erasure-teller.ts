import type { OnModuleInit } from '@nestjs/common';
import type { ErasingService, ErasurePlace } from '@zero-distance/contracts';
import { SYSTEM } from '@zero-distance/kernel';
import type { Timers } from '@zero-distance/messaging';
import type { Transactor, Tx } from '@zero-distance/persistence';
import { type ErasureRow, markTold, untoldErasures } from './erasure.store.js';

const LOOK_MS = 2_000;

/**
 * Tells what a service has taken away, once all of it is gone: bytes of files last. In the leader; what a crash breaks off is told by the next one,
 * since an erasure is told of until its row says so.
 */
export class ErasureTeller implements OnModuleInit {
  constructor(
    private readonly service: ErasingService,
    private readonly unfinished: string,
    private readonly timers: Timers,
    private readonly transactor: Transactor,
  ) {}

  onModuleInit(): void {
    this.timers.every('tell what was erased', LOOK_MS, () => this.tellAll());
  }

  private tellAll(): Promise<void> {
    return this.transactor.transact(SYSTEM, async (tx) => {
      for (const row of await untoldErasures(tx, this.unfinished)) this.tell(tx, row);
    });
  }

  private tell(tx: Tx, row: ErasureRow): void {
    markTold(tx, row);
    tx.emit(`${this.service}.erasure.recorded.v1`, { id: row.id, version: 1 }, toldOf(row, tx.now));
  }
}

function toldOf({ id, matterId, at, removed, kept }: ErasureRow, now: Date) {
  const counted = Object.entries(removed) as [ErasurePlace, number][];
  return {
    erasureId: id,
    matterId,
    removed: counted.map(([place, count]) => ({ place, count })),
    kept: kept.map(({ place, until }) => ({ place, until })),
    erasedAt: at.toISOString(),
    at: now.toISOString(),
  };
}
