import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '@zero-distance/kernel';
import { Timers } from '@zero-distance/messaging';
import { Transactor } from '@zero-distance/persistence';
import { FILES, type Files } from '../files.js';
import { type Hideable, takeOvertaken } from './overtaken.store.js';
import { withdraw } from './withdrawal.store.js';

const EVERY_MS = 5_000;

/** Takes back what is asked for or shown although its matter may not be shown any more. Nobody is shown it meanwhile; this removes its bytes and tells of it. */
@Injectable()
export class Withdrawal implements OnModuleInit {
  constructor(
    @Inject(Timers) private readonly timers: Timers,
    @Inject(Transactor) private readonly transactor: Transactor,
    @Inject(FILES) private readonly files: Files,
  ) {}

  onModuleInit(): void {
    const { showable } = this.files;
    if (showable?.while === undefined) return;
    const hideable = { ...showable, while: showable.while };
    this.timers.every('withdraw pictures for the public', EVERY_MS, () => this.run(hideable));
  }

  private async run(hideable: Hideable): Promise<void> {
    while (await this.look(hideable));
  }

  /** @returns whether there is more to look through */
  private look(hideable: Hideable): Promise<boolean> {
    const { service } = this.files;
    return this.transactor.transact(SYSTEM, async (tx) => {
      const { renditions, hasMore } = await takeOvertaken(tx, hideable);
      withdraw(tx, service, renditions);
      return hasMore;
    });
  }
}
