import { Injectable } from '@nestjs/common';
import { idsOf } from '@zero-distance/files';
import { type Actor, newId } from '@zero-distance/kernel';
import { type ReadTx, Transactor, type Tx } from '@zero-distance/persistence';
import { sealFollowUp } from '@zero-distance/personal-data';
import { PersonalData } from '../../personal-data/personal-data.service.js';
import { FILES } from '../file/file.store.js';
import { mainNumberOf } from '../membership/membership.store.js';
import { OPEN_STATES } from '../request/part.js';
import type { RequestDto } from '../request/request.dto.js';
import type { RequestEntity } from '../request/request.entity.js';
import type { ToldFollowUp } from '../request/request.js';
import { REQUESTS } from '../request/request.store.js';
import type { RequestState } from '../request/request.transitions.js';
import { toRequestDto } from '../request/request.view.js';
import { partsOf } from '../request/request-part.store.js';
import type { FollowUpInput, FollowUpsDto } from './follow-up.dto.js';
import { refuseFollowUp } from './follow-up.errors.js';
import { countIn, type FollowUp, MOST_FOLLOW_UPS, needsWords, urgesIn, wordsOf } from './follow-up.js';
import { followUpsOf, keepFollowUp } from './follow-up.store.js';
import { toFollowUpDto } from './follow-up.view.js';

type Said = Pick<FollowUp, 'kind' | 'channel' | 'text'> & Partial<Pick<FollowUp, 'place' | 'point'>>;
type RequestStep = ReturnType<typeof REQUESTS.step>;

/** 追加: what callers say of a request that was taken in before. */
@Injectable()
export class FollowUpService {
  constructor(
    private readonly transactor: Transactor,
    private readonly personalData: PersonalData,
  ) {}

  /** Who has the request hears of it at once; no second order is opened. */
  add(actor: Actor, id: string, input: FollowUpInput, ifMatch?: number): Promise<RequestDto> {
    const { kind, channel, text = null, files } = input;
    if (text === null && needsWords(kind)) throw refuseFollowUp('request.follow_up_without_words', {}, '/text');
    return this.transactor.transact(actor, async (tx) => {
      const request = await REQUESTS.load(tx, id, ifMatch);
      const shown = await FILES.read(tx, files, 'request');
      const { followedUp } = await this.addTo(tx, request, { kind, channel, text }, idsOf(shown));
      FILES.attach(tx, { kind: 'request', id }, shown);
      return toRequestDto(followedUp, actor);
    });
  }

  /** Queues what is said of a request that the caller has loaded, in the transaction of whatever says it; gives the ids under which it is kept. */
  async addTo(
    tx: Tx,
    request: RequestEntity,
    said: Said,
    fileIds: readonly string[],
  ): Promise<{ followedUp: RequestEntity; followUpIds: string[] }> {
    await assertOpen(tx, request);
    const step = await this.said(tx, request, said);
    const toParts = request.state === 'divided' ? await this.sayToParts(tx, request.id, said, fileIds) : [];
    return { followedUp: REQUESTS.save(tx, { ...step, fileIds }), followUpIds: [toldIn(step), ...toParts] };
  }

  /** What is said of a divided request is said to whoever works on a part of it. */
  private async sayToParts(tx: Tx, wholeId: string, said: Said, fileIds: readonly string[]): Promise<string[]> {
    const open = (await partsOf(tx, wholeId)).filter(({ state }) => OPEN_STATES.includes(state));
    const steps: RequestStep[] = [];
    for (const part of open) steps.push(await this.said(tx, part, said));
    for (const step of steps) REQUESTS.save(tx, { ...step, fileIds });
    return steps.map(toldIn);
  }

  /** Queues what was said; gives the step that tells of it, to be saved. */
  async said(tx: Tx, request: RequestEntity, { kind, channel, text, place = null, point = null }: Said): Promise<RequestStep> {
    const { id: requestId, round } = request;
    const step = REQUESTS.step(tx, request, 'follow-up');
    const before = await followUpsOf(tx, requestId);
    if (countIn(round, before) >= MOST_FOLLOW_UPS) throw refuseFollowUp('request.followed_up_too_often', { limit: MOST_FOLLOW_UPS });
    const followUp = { id: newId(tx.now.getTime()), requestId, at: tx.now, kind, channel, round, text, place, point, actorId: tx.actor.id };
    const words = wordsOf(followUp);
    const told = {
      id: followUp.id,
      kind,
      channel,
      urges: urgesIn(round, [...before, followUp]),
      ...(words !== null && { sealedText: sealFollowUp(this.personalData.shared, requestId, followUp.id, words) }),
    };
    keepFollowUp(tx, followUp);
    return { ...step, after: { ...step.after, followUp: told }, reasonCode: kind, reason: kind };
  }

  list(actor: Actor, id: string): Promise<FollowUpsDto> {
    return this.transactor.read(actor, async (tx) => {
      const [followUps] = await Promise.all([followUpsOf(tx, id), REQUESTS.load(tx, id)]); // who may not see it gets the 404 alone
      return { items: followUps.map((followUp) => toFollowUpDto(followUp, actor)) };
    });
  }
}

/** The id of what a step tells was said. */
const toldIn = ({ after }: RequestStep): string => (after.followUp as ToldFollowUp).id;

/** Of one that is finished, and of one that was merged, the way on is another: it is asked for again, or said of the main request. */
async function assertOpen(tx: ReadTx, { id, state }: RequestEntity): Promise<void> {
  if (FINISHED.includes(state)) throw refuseFollowUp('request.finished_ask_again');
  const main = state === 'merged' ? await mainNumberOf(tx, id) : undefined;
  if (main) throw refuseFollowUp('request.merged_ask_main', main);
}

/** What can be asked for again. */
const FINISHED: readonly RequestState[] = ['closed', 'answered', 'declined', 'withdrawn'];
