import { Injectable } from '@nestjs/common';
import { idsOf } from '@zero-distance/files';
import { type Actor, withChanges } from '@zero-distance/kernel';
import { type ReadTx, Transactor, type Tx } from '@zero-distance/persistence';
import { readPhone } from '@zero-distance/personal-data/phones';
import { assertWithinArea, mapPage, type Page, type PageQuery } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { PersonalData } from '../../personal-data/personal-data.service.js';
import { entryToAnswerBy, saveUse } from '../../reference/knowledge-entry/knowledge-entry.store.js';
import { TELEPHONE_CHANNELS } from '../call/call.js';
import { callOf } from '../call/call.store.js';
import { toCallDto } from '../call/call.view.js';
import { FILES } from '../file/file.store.js';
import { membershipOf } from '../membership/membership.store.js';
import { dayToVisit, saveVisit } from '../reception-day/reception-day.store.js';
import type { RedirectInput } from '../redirection/redirection.dto.js';
import type { FindByPhoneInput } from '../requester/requester.dto.js';
import { maySeeRequester } from '../requester/requester.js';
import { RegistrationService } from './registration.service.js';
import type {
  AnswerOnTheSpotInput,
  DeclineInput,
  RegisterRequestInput,
  RequestDetailDto,
  RequestDto,
  WithdrawInput,
} from './request.dto.js';
import type { RequestEntity } from './request.entity.js';
import { REQUESTS } from './request.store.js';
import { toRequestDto } from './request.view.js';
import { leaveMain } from './request-membership.store.js';
import { countParts, endParts } from './request-part.store.js';
import type { RequestQuery } from './request-query.dto.js';

/** What clerks and department systems do with requests. */
@Injectable()
export class RequestService {
  constructor(
    private readonly transactor: Transactor,
    private readonly personalData: PersonalData,
    private readonly registrations: RegistrationService,
  ) {}

  /** 受理: takes a request in. */
  async register(actor: Actor, input: RegisterRequestInput): Promise<RequestDto> {
    assertWithinArea(actor, input.areaCode, '/areaCode');
    const { call, receptionDayId } = input;
    if (receptionDayId && input.channel !== 'reception-day')
      throw refuse('request.reception_channel_required', { channel: input.channel }, '/receptionDayId');
    if (!receptionDayId && input.channel === 'reception-day') throw refuse('request.reception_day_required', {}, '/receptionDayId');
    if (call) assertWithinArea(actor, call.areaCode, '/call/areaCode');
    if (call && !TELEPHONE_CHANNELS.includes(input.channel))
      throw refuse('request.telephone_channel_required', { channel: input.channel }, '/call');
    const answer = await this.registrations.with(input, (drawn) =>
      this.transactor.transact(actor, async (tx) => {
        const shown = await FILES.read(tx, input.files, 'request');
        const day = receptionDayId && (await dayToVisit(tx, receptionDayId, input.areaCode));
        const begun = await this.registrations.begin(tx, input, drawn, idsOf(shown));
        FILES.attach(tx, { kind: 'request', id: begun.id }, shown);
        if (day) saveVisit(tx, begun.id, day.id);
        return toRequestDto(begun, actor);
      }),
    );
    this.registrations.count(input.channel);
    return answer;
  }

  /** 当场答复: answered where it was asked. */
  answerOnTheSpot(actor: Actor, id: string, input: AnswerOnTheSpotInput, ifMatch?: number): Promise<RequestDto> {
    const { knowledgeEntryId, files } = input;
    return this.act(actor, id, ifMatch, async (tx, request) => {
      const entry = knowledgeEntryId === undefined ? undefined : await entryToAnswerBy(tx, knowledgeEntryId, request);
      const publicAnswer = input.publicAnswer ?? entry?.answer;
      if (publicAnswer === undefined) throw refuse('request.answer_wanted', {}, '/publicAnswer');
      const shown = await FILES.read(tx, files, 'request');
      if (entry) saveUse(tx, id, entry.id);
      FILES.attach(tx, { kind: 'request', id }, shown);
      const changes = { publicAnswer, answerResult: null, answeredBy: 'intake', repliedAt: tx.now } as const;
      const step = withChanges(REQUESTS.step(tx, request, 'answer-on-the-spot'), changes);
      return REQUESTS.save(tx, entry ? { ...step, after: Object.assign(step.after, { knowledgeEntryId: entry.id }) } : step);
    });
  }

  /** 不予受理: not taken, with the proper way told. What is in petition already is named, so that nobody is sent there for nothing. */
  decline(actor: Actor, id: string, { publicAnswer, reasonCode, petitionReference }: DeclineInput, ifMatch?: number): Promise<RequestDto> {
    if ((reasonCode === 'petition-matter') !== (petitionReference !== undefined))
      throw refuse('request.petition_reference', {}, '/petitionReference');
    const why = { reasonCode, reason: petitionReference ?? reasonCode };
    return this.act(actor, id, ifMatch, (tx, request) =>
      REQUESTS.take(tx, request, 'decline', { publicAnswer, answerResult: null, answeredBy: 'intake' }, why),
    );
  }

  /** 转紧急电话, by a clerk: of a category that is none, or of one that turned into an emergency. */
  redirect(actor: Actor, id: string, { emergencyNumber, reason }: RedirectInput, ifMatch?: number): Promise<RequestDto> {
    return this.act(actor, id, ifMatch, (tx, request) => REQUESTS.take(tx, request, 'redirect', { emergencyNumber }, { reason }));
  }

  /** 撤回, as its requester said: by which channel and why stands in its story. */
  withdraw(actor: Actor, id: string, { channel, reason }: WithdrawInput, ifMatch?: number): Promise<RequestDto> {
    return this.act(actor, id, ifMatch, async (tx, request) => {
      await leaveMain(tx, request);
      if (request.state === 'divided') await endParts(tx, id);
      const step = REQUESTS.step(tx, request, 'withdraw');
      return REQUESTS.save(tx, { ...step, after: Object.assign(step.after, { withdrawnBy: channel }), reason });
    });
  }

  get(actor: Actor, id: string): Promise<RequestDetailDto> {
    return this.transactor.read(actor, async (tx) => {
      const [request, membership, partCount, ...own] = await Promise.all([
        REQUESTS.load(tx, id), // who may not see it gets the 404 alone
        membershipOf(tx, id),
        countParts(tx, id),
        ...cameWith(tx, id),
      ]);
      const ofWhole = request.parentId === null ? [] : await Promise.all(cameWith(tx, request.parentId)); // a part came in with the whole
      const [files, call, filesOfWhole = [], callOfWhole] = [...own, ...ofWhole];
      const came = callOfWhole ?? call;
      return Object.assign(toRequestDto(request, actor), {
        ...membership,
        partCount,
        call: came && maySeeRequester(actor, request.confidential) ? toCallDto(came) : null,
        files: [...files, ...filesOfWhole],
      });
    });
  }

  list(actor: Actor, query: RequestQuery): Promise<Page<RequestDto>> {
    if (query.sort === 'relevance' && query.q === undefined) throw refuse('request.relevance_of_nothing', {}, '/sort');
    return this.page(actor, query);
  }

  /** Requests of one telephone number, found by its keyed hash. */
  findByPhone(actor: Actor, { phone }: FindByPhoneInput, page: PageQuery): Promise<Page<RequestDto>> {
    const openRequesters = !maySeeRequester(actor, true); // else the list would tell whose number it is
    return this.page(actor, { ...page, phoneIndex: this.personalData.index.ofPhone(readPhone(phone)), openRequesters });
  }

  private page(actor: Actor, query: Parameters<typeof REQUESTS.list>[1]): Promise<Page<RequestDto>> {
    return this.transactor.read(actor, async (tx) => mapPage(await REQUESTS.list(tx, query), (request) => toRequestDto(request, actor)));
  }

  private act(
    actor: Actor,
    id: string,
    ifMatch: number | undefined,
    action: (tx: Tx, request: RequestEntity) => RequestEntity | Promise<RequestEntity>,
  ): Promise<RequestDto> {
    return this.transactor.transact(actor, async (tx) => toRequestDto(await action(tx, await REQUESTS.load(tx, id, ifMatch)), actor));
  }
}

/** What came in with a request: its files, and the call. */
const cameWith = (tx: ReadTx, id: string) => [FILES.of(tx, 'request', [id]).then((files) => files.get(id) ?? []), callOf(tx, id)] as const;
