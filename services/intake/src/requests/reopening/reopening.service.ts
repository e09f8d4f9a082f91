import { Injectable } from '@nestjs/common';
import { type Actor, withChanges } from '@zero-distance/kernel';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { sealMatterText } from '@zero-distance/personal-data';
import { readPolicies } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { PersonalData } from '../../personal-data/personal-data.service.js';
import { POLICIES } from '../../policy/policy.js';
import { FollowUpService } from '../follow-up/follow-up.service.js';
import type { RequestDto } from '../request/request.dto.js';
import type { RequestEntity } from '../request/request.entity.js';
import { REQUESTS } from '../request/request.store.js';
import { toRequestDto } from '../request/request.view.js';
import type { ReopenInput } from './reopening.dto.js';
import { reopenUntil } from './reopening.js';
import { endOf } from './reopening.store.js';

/** 重新办理: what was finished is handled again because its requester asks for it. */
@Injectable()
export class ReopeningService {
  constructor(
    private readonly transactor: Transactor,
    private readonly personalData: PersonalData,
    private readonly followUps: FollowUpService,
  ) {}

  /** A new round begins, and the reason is the first thing that is said in it: who handles the request reads it. */
  reopen(actor: Actor, id: string, { channel, reason }: ReopenInput, ifMatch?: number): Promise<RequestDto> {
    return this.transactor.transact(actor, async (tx) => {
      const request = await REQUESTS.load(tx, id, ifMatch);
      const step = REQUESTS.step(tx, request, 'reopen');
      await assertInTime(tx, request);
      const again = withChanges(step, { round: request.round + 1, closedAt: null });
      const sealedText = sealMatterText(this.personalData.shared, id, request);
      const reopened = { ...again, after: { ...again.after, sealedText, reopenedBy: 'requester' as const } };
      const said = await this.followUps.said(tx, reopened.after, { kind: 'supplement', channel, text: reason });
      return toRequestDto(REQUESTS.save(tx, { ...reopened, reasonCode: 'requester', reason: 'requester' }, said), actor);
    });
  }
}

async function assertInTime(tx: Tx, request: RequestEntity): Promise<void> {
  const [ended, policies] = await Promise.all([endOf(tx, request), readPolicies(tx, POLICIES)]);
  const until = reopenUntil(ended, policies['reopen-window']);
  if (until < tx.now) throw refuse('request.reopen_window_over', { until: until.toISOString() });
}
