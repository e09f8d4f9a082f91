import { type BeforeApplicationShutdown, Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { log } from '@zero-distance/platform';
import { type EndedLogIns, isEnded, type LogIn } from './log-in.js';
import { endedLogIns } from './session.store.js';

/** How long the token of a session that was ended opens something yet, at most. */
const READ_EVERY_MS = 250;

/**
 * Which log-ins were ended while access tokens of them may still be good: each process reads them again and again, so that no call asks the database. While that does
 * not answer, what was read last holds.
 */
@Injectable()
export class EndedLogInsReader implements OnModuleInit, BeforeApplicationShutdown {
  private ended: EndedLogIns = new Map();
  private timer: NodeJS.Timeout | undefined;
  private isFailing = false;

  constructor(private readonly transactor: Transactor) {}

  async onModuleInit(): Promise<void> {
    await this.read();
    this.timer = setInterval(() => void this.read(), READ_EVERY_MS);
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Nothing was ended within the life of a token, as nearly always: then no token is looked into. */
  get areNone(): boolean {
    return this.ended.size === 0;
  }

  has(logIn: LogIn): boolean {
    return isEnded(this.ended, logIn);
  }

  private async read(): Promise<void> {
    try {
      this.ended = await this.transactor.read(SYSTEM, endedLogIns);
      this.isFailing = false;
    } catch (error) {
      if (!this.isFailing) log.warn({ err: error }, 'which sessions were ended cannot be read; it is tried again');
      this.isFailing = true;
    }
  }
}
