import { Injectable } from '@nestjs/common';
import { CHANNELS } from '@zero-distance/contracts';
import { idsOf } from '@zero-distance/files';
import { type Actor, type DomainError, newId, withChanges } from '@zero-distance/kernel';
import { Messages } from '@zero-distance/notification';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { sealMatterText } from '@zero-distance/personal-data';
import { readPhone } from '@zero-distance/personal-data/phones';
import { ACCESS_TABLE, assertWithinArea, countFigure, mapPage, type Page, type PageQuery, seesOnlyOwn } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { PersonalData } from '../../personal-data/personal-data.service.js';
import { emergencyNumberOf } from '../../reference/category/category.store.js';
import { entryToAnswerBy, saveUse } from '../../reference/knowledge-entry/knowledge-entry.store.js';
import { callFrom, TELEPHONE_CHANNELS, toldCall } from '../call/call.js';
import { callOf, keepCall } from '../call/call.store.js';
import { toCallDto } from '../call/call.view.js';
import { FILES } from '../file/file.store.js';
import { membershipOf } from '../membership/membership.store.js';
import { saveRegistrar } from '../participation/participation.store.js';
import { RecusalService, type Recused } from '../recusal/recusal.service.js';
import type { RedirectInput } from '../redirection/redirection.dto.js';
import type { FindByPhoneInput } from '../requester/requester.dto.js';
import { RequesterEntity } from '../requester/requester.entity.js';
import { isWrittenTo, maySeeRequester, sealRequester } from '../requester/requester.js';
import { isPhoneNumber } from '../search/search-query.js';
import { checkPosition } from './point.store.js';
import type {
  AnswerOnTheSpotInput,
  DeclineInput,
  RegisterRequestInput,
  RequestDetailDto,
  RequestDto,
  WithdrawInput,
} from './request.dto.js';
import type { RequestEntity } from './request.entity.js';
import { isPublishable, type Request, registeredMessage, UNTOUCHED, UPSTREAM_CHANNELS, upstreamSystemOf } from './request.js';
import { REQUESTS } from './request.store.js';
import { stepBySystem } from './request.transitions.js';
import { toRequestDto } from './request.view.js';
import { leaveMain } from './request-membership.store.js';
import { NumberDrawer, requestNumber } from './request-number.js';
import { countParts, endParts } from './request-part.store.js';
import type { RequestQuery } from './request-query.dto.js';

/** What clerks and department systems do with requests. */
@Injectable()
export class RequestService {
  private readonly numbers: NumberDrawer;
  private readonly count = countFigure(
    { name: 'zd_requests_registered_total', help: 'Requests that were registered, by channel' },
    'channel',
    CHANNELS,
  );

  constructor(
    private readonly transactor: Transactor,
    private readonly personalData: PersonalData,
    private readonly recusals: RecusalService,
    private readonly messages: Messages,
  ) {
    this.numbers = new NumberDrawer(() => this.transactor.drawSequence('request_number_seq'));
  }

  /** 受理: takes a request in. Who asks is sealed before it leaves this method. */
  async register(actor: Actor, input: RegisterRequestInput): Promise<RequestDto> {
    assertWithinArea(actor, input.areaCode, '/areaCode');
    if (input.upstreamReference && !UPSTREAM_CHANNELS.includes(input.channel)) {
      throw refuse('request.upstream_channel_required', { channel: input.channel }, '/upstreamReference');
    }
    const { call: dialled } = input;
    if (dialled) assertWithinArea(actor, dialled.areaCode, '/call/areaCode');
    if (dialled && !TELEPHONE_CHANNELS.includes(input.channel))
      throw refuse('request.telephone_channel_required', { channel: input.channel }, '/call');
    const recused = await this.recusals.recusedOf(input);
    const sequence = await this.numbers.take();
    const answer = await this.transactor.transact(actor, async (tx) => {
      if (input.point) await checkPosition(tx, input.point.coordinates);
      const [shown, emergencyNumber] = await Promise.all([
        FILES.read(tx, input.files, 'request'),
        emergencyNumberOf(tx, input.categoryCode),
      ]);
      const request = Object.assign(newRequest(tx, input, recused, sequence), { emergencyNumber });
      const sealed = input.requester && sealRequester(request.id, input.requester, this.personalData.ring, this.personalData.index);
      const { nameMasked, phoneMasked } = sealed ?? { nameMasked: null, phoneMasked: null };
      const sealedText = sealMatterText(this.personalData.shared, request.id, request);
      const call = dialled && callFrom(request.id, dialled, actor);
      const registered = { nameMasked, phoneMasked, sealedText, ...(call && { call: toldCall(call) }), ...request };
      const steps = emergencyNumber === null ? [] : [stepBySystem(registered, 'redirect')]; // whoever took it in, the system says where it belongs
      const begun = REQUESTS.insert(tx, registered, { steps, conflicts: conflictsOf(request), fileIds: idsOf(shown) });
      FILES.attach(tx, { kind: 'request', id: request.id }, shown);
      if (actor.organisation) saveRegistrar(tx, request.id, actor.organisation.id);
      if (sealed) tx.insert(RequesterEntity, sealed);
      if (call) keepCall(tx, call);
      if (sealed && emergencyNumber === null && isWrittenTo(sealed, request.confidential))
        this.messages.keep(tx, registeredMessage(request));
      return toRequestDto(begun, actor);
    });
    this.count(input.channel);
    return answer;
  }

  /** 当场答复: answered where it was asked. */
  answerOnTheSpot(actor: Actor, id: string, input: AnswerOnTheSpotInput, ifMatch?: number): Promise<RequestDto> {
    const { knowledgeEntryId } = input;
    return this.act(actor, id, ifMatch, async (tx, request) => {
      const entry = knowledgeEntryId === undefined ? undefined : await entryToAnswerBy(tx, knowledgeEntryId);
      const publicAnswer = input.publicAnswer ?? entry?.answer;
      if (publicAnswer === undefined) throw refuse('request.answer_wanted', {}, '/publicAnswer');
      if (entry) saveUse(tx, id, entry.id);
      const changes = { publicAnswer, answeredBy: 'intake', repliedAt: tx.now } as const;
      const step = withChanges(REQUESTS.step(tx, request, 'answer-on-the-spot'), changes);
      return REQUESTS.save(tx, entry ? { ...step, after: Object.assign(step.after, { knowledgeEntryId: entry.id }) } : step);
    });
  }

  /** 不予受理: not taken, with the proper way told. What is in petition already is named, so that nobody is sent there for nothing (field-brief.md §1, petition_check). */
  decline(actor: Actor, id: string, { publicAnswer, reasonCode, petitionReference }: DeclineInput, ifMatch?: number): Promise<RequestDto> {
    if ((reasonCode === 'petition-matter') !== (petitionReference !== undefined))
      throw refuse('request.petition_reference', {}, '/petitionReference');
    const why = { reasonCode, reason: petitionReference ?? reasonCode };
    return this.act(actor, id, ifMatch, (tx, request) =>
      REQUESTS.take(tx, request, 'decline', { publicAnswer, answeredBy: 'intake' }, why),
    );
  }

  /** 转紧急电话, by a clerk: of a category that is none, or of one that turned into an emergency. */
  redirect(actor: Actor, id: string, { emergencyNumber, reason }: RedirectInput, ifMatch?: number): Promise<RequestDto> {
    return this.act(actor, id, ifMatch, (tx, request) => REQUESTS.take(tx, request, 'redirect', { emergencyNumber }, { reason }));
  }

  /** 撤回. */
  withdraw(actor: Actor, id: string, { reason }: WithdrawInput, ifMatch?: number): Promise<RequestDto> {
    return this.act(actor, id, ifMatch, async (tx, request) => {
      await leaveMain(tx, request);
      if (request.state === 'divided') await endParts(tx, id);
      return REQUESTS.take(tx, request, 'withdraw', {}, { reason });
    });
  }

  get(actor: Actor, id: string): Promise<RequestDetailDto> {
    return this.transactor.read(actor, async (tx) => {
      const [request, membership, partCount] = await Promise.all([
        REQUESTS.load(tx, id), // who may not see it gets the 404 alone
        membershipOf(tx, id),
        countParts(tx, id),
      ]);
      const { parentId } = request;
      const [files, call] = await Promise.all([FILES.of(tx, 'request', parentId ? [id, parentId] : [id]), callOf(tx, request)]);
      const came = {
        call: call && maySeeRequester(actor, request.confidential) ? toCallDto(call) : null,
        files: [...files.values()].flat(),
      };
      return Object.assign(toRequestDto(request, actor), { ...membership, partCount, ...came });
    });
  }

  list(actor: Actor, query: RequestQuery): Promise<Page<RequestDto>> {
    if (query.q !== undefined && isPhoneNumber(query.q)) throw refuse('request.phone_in_search', {}, '/q');
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

/** Only a request with an upstream reference can be in another's way. */
function conflictsOf({ channel, upstreamReference: reference }: Request): Record<string, DomainError> {
  if (reference === null) return {};
  return { request_upstream: refuse('request.upstream_reference_taken', { channel, reference }, '/upstreamReference') };
}

function newRequest({ actor, now }: Tx, input: RegisterRequestInput, recused: Recused, sequence: number): Request {
  const { requester } = input;
  const confidential = requester?.confidential ?? false;
  return {
    id: newId(now.getTime()),
    number: requestNumber(input.areaCode, now, sequence),
    state: 'received',
    kind: input.kind,
    channel: input.channel,
    categoryCode: input.categoryCode,
    areaCode: input.areaCode,
    place: input.place ?? null,
    point: input.point ?? null,
    title: input.title,
    text: input.text,
    urgency: input.urgency ?? 'normal',
    upstreamReference: input.upstreamReference ?? null,
    upstreamSystem: input.upstreamReference === undefined ? null : upstreamSystemOf(input.channel, actor),
    confidential,
    publishable: isPublishable(input.kind, confidential, input.publishable ?? true),
    callbackPossible: requester?.phone !== undefined,
    receivedAt: now,
    registeredBy: actor.organisation?.id ?? null,
    reportedBy: seesOnlyOwn(ACCESS_TABLE['intake.requests.get'], actor.roles) ? actor.id : null,
    complainedAbout: input.complainedAbout ?? null,
    recusedOrganisations: input.recusedOrganisations ?? null,
    ...recused,
    ...UNTOUCHED, // last: what is named behind the members of another object costs V8 2 µs each
  };
}
