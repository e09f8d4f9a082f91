import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '@zero-distance/kernel';
import { Timers } from '@zero-distance/messaging';
import { Transactor } from '@zero-distance/persistence';
import { recordAccess } from '@zero-distance/platform';
import { FILES, type Files } from '../files.js';
import { overtakenRenditions, saveDecision } from './rendition.store.js';

const EVERY_MS = 15_000;

/** Takes back what is asked for or shown although its matter may not be shown any more. Nobody is shown it meanwhile; this removes its bytes and tells of it. */
@Injectable()
export class Withdrawal implements OnModuleInit {
  constructor(
    @Inject(Timers) private readonly timers: Timers,
    @Inject(Transactor) private readonly transactor: Transactor,
    @Inject(FILES) private readonly files: Files,
  ) {}

  onModuleInit(): void {
    this.timers.every('withdraw pictures for the public', EVERY_MS, () => this.run());
  }

  private run(): Promise<void> {
    const { service, showable } = this.files;
    return this.transactor.transact(SYSTEM, async (tx) => {
      for (const rendition of showable ? await overtakenRenditions(tx, showable) : []) {
        saveDecision(tx, service, rendition, 'revoked');
        recordAccess(tx, service, { action: 'rendition-revoked', subject: rendition.fileId });
      }
    });
  }
}
