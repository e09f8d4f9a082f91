import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { showPast } from '@zero-distance/platform';
import type { PastCallDto, PastCallInput } from './past-call.dto.js';
import { PAST_CALLS } from './past-call.store.js';

/** Calls to the hotline in the time before this system, brought along with their own times: nobody is called back. */
@Injectable()
export class PastCallService {
  constructor(private readonly transactor: Transactor) {}

  /** Brings a past call in, once, unless a request came in by it here. */
  async put(actor: Actor, reference: string, input: PastCallInput): Promise<PastCallDto> {
    return showPast(
      await PAST_CALLS.put(this.transactor, actor, reference, {
        ...input,
        calledAt: new Date(input.calledAt),
        answerSeconds: input.answerSeconds ?? null,
      }),
    );
  }
}
