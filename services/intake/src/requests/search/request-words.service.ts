import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '@zero-distance/kernel';
import { Timers } from '@zero-distance/messaging';
import { Transactor } from '@zero-distance/persistence';
import { takeWordsIn } from './request-words.store.js';

/** Words are searched within two seconds of their commit. */
const EVERY_MS = 500;
/** Requests of one transaction. */
const TOGETHER = 200;

/** 检索词: takes the words of requests in, in the leader, behind the request: taking one in never waits for it. */
@Injectable()
export class RequestWordsService implements OnModuleInit {
  constructor(
    private readonly transactor: Transactor,
    private readonly timers: Timers,
  ) {}

  onModuleInit(): void {
    this.timers.every('take the words of requests in', EVERY_MS, (signal) => this.takeIn(signal));
  }

  private async takeIn(signal: AbortSignal): Promise<void> {
    let taken: number;
    do taken = await this.transactor.transact(SYSTEM, (tx) => takeWordsIn(tx, TOGETHER));
    while (taken === TOGETHER && !signal.aborted);
  }
}
