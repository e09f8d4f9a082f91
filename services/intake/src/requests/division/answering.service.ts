import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '@zero-distance/kernel';
import { Timers } from '@zero-distance/messaging';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { REQUESTS } from '../request/request.store.js';
import { partsOf, wholesToAnswer } from '../request/request-part.store.js';
import { answeredInParts } from './division.js';

const EVERY_MS = 1000;
/** Divided requests of one transaction, each with as many as twenty parts and their answers: a few megabytes at most. */
const TOGETHER = 20;

/**
 * 分办答复: a divided request is answered when the last of its parts is, in the leader. Parts end in transactions of their own, none of which knows that
 * it is the last; what is left to do stands in their rows, so a crash leaves nothing half done.
 */
@Injectable()
export class AnsweringService implements OnModuleInit {
  constructor(
    private readonly transactor: Transactor,
    private readonly timers: Timers,
  ) {}

  onModuleInit(): void {
    this.timers.every('divided requests are answered with their parts', EVERY_MS, (signal) => this.answer(signal));
  }

  private async answer(signal: AbortSignal): Promise<void> {
    let done: number;
    do done = await this.transactor.transact(SYSTEM, (tx) => answerDue(tx));
    while (done >= TOGETHER && !signal.aborted);
  }
}

async function answerDue(tx: Tx): Promise<number> {
  const wholes = await wholesToAnswer(tx, TOGETHER);
  if (wholes.length === 0) return 0;
  const parts = await partsOf(tx, ...wholes.map(({ id }) => id));
  for (const whole of wholes) {
    const own = parts.filter(({ parentId }) => parentId === whole.id);
    REQUESTS.save(tx, answeredInParts(whole, own, tx.now));
  }
  return wholes.length;
}
