import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '@zero-distance/kernel';
import { Timers } from '@zero-distance/messaging';
import { Transactor } from '@zero-distance/persistence';
import { expireUnattached, forgetLeftovers, leftovers } from './file.store.js';
import { Pieces } from './resumable/pieces.js';
import { expireUploads, goingOn } from './resumable/resumable.store.js';
import { Reception } from './upload/reception.js';

const EVERY_MS = 10 * 60_000;
/** What is erased by law is not to lie about. */
const REMOVE_MS = 5_000;

/** Removes what nobody will use: files that belong to nothing for a day, uploads that were never whole, and the bytes of those and of what a crash broke off. */
@Injectable()
export class Sweep implements OnModuleInit {
  constructor(
    @Inject(Timers) private readonly timers: Timers,
    @Inject(Transactor) private readonly transactor: Transactor,
    @Inject(Reception) private readonly reception: Reception,
    @Inject(Pieces) private readonly pieces: Pieces,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.pieces.prepare();
    this.timers.every('sweep of files', EVERY_MS, () => this.run());
    this.timers.every('remove the bytes of files', REMOVE_MS, (signal) => this.removeLeftovers(signal));
  }

  private async run(): Promise<void> {
    await this.reception.removeAbandoned();
    await this.transactor.transact(SYSTEM, async (tx) => {
      expireUnattached(tx);
      expireUploads(tx);
    });
    await this.pieces.sweep((ids) => this.transactor.read(SYSTEM, (tx) => goingOn(tx, ids)));
  }

  private async removeLeftovers(signal: AbortSignal): Promise<void> {
    const ids = await this.transactor.read(SYSTEM, leftovers);
    for (const id of ids) if (!signal.aborted) await this.reception.remove(id); // first: when it fails, the next sweep knows of them yet
    if (ids.length > 0 && !signal.aborted) await this.transactor.transact(SYSTEM, async (tx) => forgetLeftovers(tx, ids));
  }
}
