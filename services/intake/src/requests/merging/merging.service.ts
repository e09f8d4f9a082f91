import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, withChanges } from '@zero-distance/kernel';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { mapPage, type Page, type PageQuery, readPolicies } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { POLICIES } from '../../policy/policy.js';
import { CorrectionService } from '../correction/correction.service.js';
import { countWaiting, mainRequestOf, saveMembership } from '../membership/membership.store.js';
import { removeHandlers } from '../participation/participation.store.js';
import type { RequestDto } from '../request/request.dto.js';
import { RequestEntity } from '../request/request.entity.js';
import { UNHANDLED } from '../request/request.js';
import { REQUESTS } from '../request/request.store.js';
import { toRequestDto } from '../request/request.view.js';
import { leaveMain, noteMember } from '../request/request-membership.store.js';
import type { MergeInput } from './merging.dto.js';
import { refuseMerging } from './merging.errors.js';
import { ANSWERED_STATES, checkMain, isUrgencyToJudge, recusesFewer, repliedWithMain } from './merging.js';
import { recheckedOf } from './merging.store.js';

/** Why the urgency of a main request was corrected. */
const JUDGED_AGAIN = '并单时重新判断紧急程度';

/** 并单: one matter, many callers. One of their requests is worked on, and each of them has the answer and a callback. */
@Injectable()
export class MergingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly corrections: CorrectionService,
  ) {}

  merge(actor: Actor, id: string, { mainRequestId, urgency, reason }: MergeInput, ifMatch?: number): Promise<RequestDto> {
    return this.transactor.transact(actor, async (tx) => {
      const [request, main, mainOfMain, rechecked, policies] = await Promise.all([
        REQUESTS.load(tx, id, ifMatch),
        loadMain(tx, mainRequestId),
        mainRequestOf(tx, mainRequestId),
        recheckedOf(tx, id, mainRequestId),
        readPolicies(tx, POLICIES),
      ]);
      const step = { ...withChanges(REQUESTS.step(tx, request, 'merge'), UNHANDLED), reason };
      const refusal = checkMain(request, main, {
        mainOfMain,
        losesFinder: rechecked.length > 0 && !rechecked.includes(mainRequestId),
        days: policies['merge-window'],
        now: tx.now,
      });
      if (refusal) throw refusal;
      if (urgency === undefined && isUrgencyToJudge(request, main))
        throw refuseMerging('request.urgency_to_judge', { number: main.number, main: main.urgency, said: request.urgency }, '/urgency');
      await checkMembers(tx, request, main);
      tx.update(RequestEntity, main, {}, 0); // neither merged nor withdrawn while this one is merged into it
      if (urgency !== undefined && urgency !== main.urgency) await this.corrections.take(tx, main, { urgency, reason: JUDGED_AGAIN });
      saveMembership(tx, { requestId: id, mainRequestId, at: tx.now });
      noteMember(tx, mainRequestId, 'member-merged', request);
      removeHandlers(tx, id);
      const merged = { ...step, after: { ...step.after, mainRequestId } };
      const answered = ANSWERED_STATES.includes(main.state) ? [repliedWithMain(merged.after, main, tx.now, tx.now)] : [];
      return toRequestDto(REQUESTS.save(tx, merged, ...answered), actor);
    });
  }

  splitOff(actor: Actor, id: string, reason: string, ifMatch?: number): Promise<RequestDto> {
    return this.transactor.transact(actor, async (tx) => {
      const request = await REQUESTS.load(tx, id, ifMatch);
      const step = withChanges(REQUESTS.step(tx, request, 'split-off'), UNHANDLED);
      const mainRequestId = await leaveMain(tx, request);
      return toRequestDto(REQUESTS.save(tx, { ...step, after: { ...step.after, mainRequestId }, reason }), actor);
    });
  }

  /** Of the requests merged into one, those that the caller may see. */
  members(actor: Actor, id: string, page: PageQuery): Promise<Page<RequestDto>> {
    return this.transactor.read(actor, async (tx) => {
      await REQUESTS.load(tx, id);
      return mapPage(await REQUESTS.list(tx, { ...page, mainRequestId: id }), (member) => toRequestDto(member, actor));
    });
  }
}

/** The main request, if the caller may see it. */
async function loadMain(tx: Tx, id: string): Promise<RequestEntity> {
  try {
    return await REQUESTS.load(tx, id);
  } catch (error) {
    throw error instanceof DomainError ? refuse('request.main_not_found', { id }, '/mainRequestId') : error;
  }
}

/** Those that were merged into a request go along with it, as if each was merged by the same caller. */
async function checkMembers(tx: Tx, request: RequestEntity, main: RequestEntity): Promise<void> {
  const waiting = await countWaiting(tx, request.id);
  if (waiting === 0) return;
  const { items } = await REQUESTS.list(tx, { mainRequestId: request.id, state: 'merged', limit: waiting });
  if (items.length < waiting) throw refuse('request.members_out_of_sight');
  if (items.some((member) => recusesFewer(main, member)))
    throw refuse('request.main_recuses_fewer', { number: main.number }, '/mainRequestId');
}
