import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { ConcurrentChange, Transactor } from '@zero-distance/persistence';
import { assertWithinArea, readPolicies } from '@zero-distance/platform';
import type { CallbackDto } from '../callback/callback.dto.js';
import { pastCallback } from '../callback/callback.js';
import { CALLBACKS, firstCallbackOf } from '../callback/callback.store.js';
import { toCallbackDto } from '../callback/callback.view.js';
import { POLICIES } from '../policy/policy.js';
import type { PastCallbackInput } from './past-callback.dto.js';
import { refusePastCallback } from './past-callback.errors.js';
import { differenceOf, faultOfPast } from './past-callback.js';
import { requestBroughtIn } from './past-callback.store.js';

const BROUGHT_IN_MEANWHILE = { callback_once_a_round: new ConcurrentChange() };

/** What was said in callbacks of the time before this system, brought along with its own times: nobody is asked again. */
@Injectable()
export class PastCallbackService {
  constructor(private readonly transactor: Transactor) {}

  /** Brings the callback of a past request in, once, where the request counts: the same again changes nothing, another answer is refused. */
  put(actor: Actor, reference: string, input: PastCallbackInput): Promise<CallbackDto> {
    const { contacted, solved = null, satisfaction = null } = input;
    const answer = { contacted, solved, satisfaction, recordedAt: new Date(input.recordedAt) };
    return this.transactor.transact(actor, async (tx) => {
      const [request, policies] = await Promise.all([requestBroughtIn(tx, reference), readPolicies(tx, POLICIES)]);
      if (!request) throw refusePastCallback('past_callback.no_request', { reference }, 'reference');
      const { repliedAt, closedAt, ...about } = request;
      assertWithinArea(actor, about.areaCode, 'reference');
      const fault = faultOfPast(answer, { repliedAt, closedAt }, reference, tx.now);
      if (fault) throw fault;
      const before = await firstCallbackOf(tx, about.requestId);
      const difference = before && differenceOf(before, answer);
      if (difference) throw refusePastCallback('past_callback.differs', { reference }, `/${difference}`);
      const { recordedAt, ...said } = answer;
      const brought = pastCallback({ request: about, answer: said, openedAt: repliedAt ?? recordedAt, recordedAt });
      const kept = before ?? CALLBACKS.insert(tx, brought, { isImported: true, conflicts: BROUGHT_IN_MEANWHILE });
      return toCallbackDto(kept, { actor, now: tx.now, limitHours: policies['callback-limit'] });
    });
  }
}
