import { Injectable } from '@nestjs/common';
import type { Channel } from '@zero-distance/contracts';
import { type Actor, withChanges } from '@zero-distance/kernel';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { sealMatterText } from '@zero-distance/personal-data';
import { readPolicies } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { PersonalData } from '../../personal-data/personal-data.service.js';
import { POLICIES } from '../../policy/policy.js';
import { FollowUpService } from '../follow-up/follow-up.service.js';
import { canBeHandledAgain } from '../request/part.js';
import type { RequestDto } from '../request/request.dto.js';
import type { RequestEntity } from '../request/request.entity.js';
import { REQUESTS } from '../request/request.store.js';
import { toRequestDto } from '../request/request.view.js';
import { partsOfAnswered, reopenedPart, reopenedWhole, wholeOf } from '../request/request-part.store.js';
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
      if (request.parentId !== null || (await partsOfAnswered(tx, request)).length > 0)
        return toRequestDto(await this.reopenParts(tx, request, channel, reason), actor);
      const step = REQUESTS.step(tx, request, 'reopen');
      await assertInTime(tx, request);
      const again = withChanges(step, { round: request.round + 1, closedAt: null });
      const sealedText = sealMatterText(this.personalData.shared, id, request);
      const reopened = { ...again, after: { ...again.after, sealedText, reopenedBy: 'requester' as const } };
      const said = await this.followUps.said(tx, reopened.after, { kind: 'supplement', channel, text: reason });
      return toRequestDto(REQUESTS.save(tx, { ...reopened, reasonCode: 'requester', reason: 'requester' }, said), actor);
    });
  }

  /** A divided request is handled again in its parts: in all of them, or in the one that was asked about. Each is told what was said. */
  private async reopenParts(tx: Tx, asked: RequestEntity, channel: Channel, reason: string): Promise<RequestEntity> {
    const whole = asked.parentId === null ? asked : ((await wholeOf(tx, asked)) as RequestEntity);
    if (whole.state !== 'closed' && whole.state !== 'declined')
      throw refuse('request.whole_is_not_finished', { number: whole.number, state: whole.state });
    await assertInTime(tx, whole);
    const parts = asked.parentId === null ? (await partsOfAnswered(tx, whole)).filter(canBeHandledAgain) : [asked];
    if (parts.length === 0) throw refuse('request.no_part_to_reopen');
    const why = { reasonCode: 'requester', reason: 'requester' };
    const said = { kind: 'supplement', channel, text: reason } as const;
    const reopened = [];
    for (const part of parts) {
      const step = reopenedPart(tx, part);
      reopened.push(REQUESTS.save(tx, { ...step, ...why }, await this.followUps.said(tx, step.after, said)));
    }
    const [again, waiting] = reopenedWhole(tx, whole, parts, 'requester');
    const after = REQUESTS.save(tx, { ...again, ...why }, waiting, await this.followUps.said(tx, waiting.after, said));
    return asked === whole ? after : (reopened[0] as RequestEntity);
  }
}

async function assertInTime(tx: Tx, request: RequestEntity): Promise<void> {
  const [ended, policies] = await Promise.all([endOf(tx, request), readPolicies(tx, POLICIES)]);
  const until = reopenUntil(ended, policies['reopen-window']);
  if (until < tx.now) throw refuse('request.reopen_window_over', { until: until.toISOString() });
}
