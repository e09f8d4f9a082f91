import { Injectable } from '@nestjs/common';
import { SYSTEM, unwrap } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { LinkReader, readPolicies } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { POLICIES } from '../policy/policy.js';
import { answerCallback } from './callback.js';
import { callbackPolicy } from './callback.service.js';
import { CALLBACKS } from './callback.store.js';
import type { AnswerCallbackInput, AnsweredCallbackDto, AskedCallbackDto } from './public-callback.dto.js';

/** What the holder of a signed link may do with its callback, and no other. */
@Injectable()
export class PublicCallbackService {
  constructor(
    private readonly transactor: Transactor,
    private readonly links: LinkReader,
  ) {}

  asked(link: string): Promise<AskedCallbackDto> {
    const { id, expiresAt } = this.links.open(link, 'callback-answer');
    return this.transactor.read(SYSTEM, async (tx) => {
      const { state, requestNumber } = await CALLBACKS.load(tx, id);
      if (state !== 'open') throw refuse('callback.answered_already');
      return { requestNumber, expiresAt: expiresAt.toISOString() };
    });
  }

  /** Used once: the row that the answer changes is the one that says whether there was an answer, so of two at the same time one is refused. */
  answer(link: string, { solved, satisfaction }: AnswerCallbackInput): Promise<AnsweredCallbackDto> {
    const { id } = this.links.open(link, 'callback-answer');
    return this.transactor.transact(SYSTEM, async (tx) => {
      const [callback, policies] = await Promise.all([CALLBACKS.load(tx, id), readPolicies(tx, POLICIES)]);
      const steps = unwrap(
        answerCallback(callback, { solved, satisfaction, note: null, unsolvedPartIds: null }, callbackPolicy(policies), tx.now),
      );
      const { requestNumber, outcome } = CALLBACKS.save(tx, ...steps);
      return { requestNumber, handledAgain: outcome === 'rework' };
    });
  }
}
