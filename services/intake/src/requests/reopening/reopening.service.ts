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
import { countParts, partsToHandleAgain, reopenedPart, reopenedWhole, wholeOf } from '../request/request-part.store.js';
import type { ReopenInput } from './reopening.dto.js';
import { reopenUntil } from './reopening.js';
import { endOf } from './reopening.store.js';

type Said = Parameters<FollowUpService['said']>[2];

const WHY = { reasonCode: 'requester', reason: 'requester' } as const;

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
      if (request.parentId !== null || (await countParts(tx, id)) > 0)
        return toRequestDto(await this.reopenParts(tx, request, { kind: 'supplement', channel, text: reason }), actor);
      const step = REQUESTS.step(tx, request, 'reopen');
      await assertInTime(tx, request);
      const again = withChanges(step, { round: request.round + 1, closedAt: null });
      const sealedText = sealMatterText(this.personalData.shared, id, request);
      const reopened = { ...again, after: { ...again.after, sealedText, reopenedBy: 'requester' as const } };
      const said = await this.followUps.said(tx, reopened.after, { kind: 'supplement', channel, text: reason });
      return toRequestDto(REQUESTS.save(tx, { ...reopened, ...WHY }, said), actor);
    });
  }

  /** A divided request is handled again in its parts: in all of them, or in the one that was asked about. Each is told what was said. */
  private async reopenParts(tx: Tx, asked: RequestEntity, said: Said): Promise<RequestEntity> {
    const whole = asked.parentId === null ? asked : ((await wholeOf(tx, asked)) as RequestEntity);
    if (whole.state === 'divided' && asked.state === 'withdrawn') return this.reopenWithdrawnPart(tx, asked, said);
    if (whole.state !== 'closed' && whole.state !== 'declined' && whole.state !== 'withdrawn')
      throw refuse('request.whole_is_not_finished', { number: whole.number, state: whole.state });
    await assertInTime(tx, whole);
    const parts = asked.parentId === null ? await partsToHandleAgain(tx, whole) : [asked];
    if (parts.length === 0) throw refuse('request.no_part_to_reopen');
    const reopened = [];
    for (const part of parts) reopened.push(await this.beginAgain(tx, part, said));
    const [again, waiting] = reopenedWhole(tx, whole, parts, 'requester');
    const after = REQUESTS.save(tx, { ...again, ...WHY }, waiting, await this.followUps.said(tx, waiting.after, said));
    return asked === whole ? after : (reopened[0] as RequestEntity);
  }

  /** The whole goes on as it is: it waits for this part too. */
  private async reopenWithdrawnPart(tx: Tx, part: RequestEntity, said: Said): Promise<RequestEntity> {
    await assertInTime(tx, part);
    return this.beginAgain(tx, part, said);
  }

  private async beginAgain(tx: Tx, part: RequestEntity, said: Said): Promise<RequestEntity> {
    const step = reopenedPart(tx, part);
    return REQUESTS.save(tx, { ...step, ...WHY }, await this.followUps.said(tx, step.after, said));
  }
}

async function assertInTime(tx: Tx, request: RequestEntity): Promise<void> {
  const [ended, policies] = await Promise.all([endOf(tx, request), readPolicies(tx, POLICIES)]);
  const until = reopenUntil(ended, policies['reopen-window']);
  if (until < tx.now) throw refuse('request.reopen_window_over', { until: until.toISOString() });
}
