import { Injectable } from '@nestjs/common';
import { type Actor, type DomainError, newId } from '@zero-distance/kernel';
import { expectVersion, Transactor, type Tx } from '@zero-distance/persistence';
import {
  ACCESS_TABLE,
  assertWithinArea,
  decodeCursor,
  encodeCursor,
  Organisations,
  type Page,
  type PageQuery,
  readPolicies,
  seesOnlyOwn,
  toPage,
} from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { saveRegistrar } from '../participation/participation.store.js';
import { PersonalData } from '../personal-data/personal-data.service.js';
import { readPhone } from '../personal-data/phone.js';
import { POLICIES } from '../policy/policy.js';
import { RecusalService } from '../recusal/recusal.service.js';
import { RequesterEntity } from '../requester/requester.entity.js';
import { maySeeRequester, sealRequester } from '../requester/requester.js';
import { faultOfPosition, type Position } from './point.js';
import type { AnswerOnTheSpotDto, DeclineDto, FindByPhoneDto, RegisterRequestDto, RequestDto, WithdrawDto } from './request.dto.js';
import { RequestEntity } from './request.entity.js';
import { isPublishable, REQUEST_EVENTS, type Request, UPSTREAM_CHANNELS, upstreamSystemOf } from './request.js';
import { advance, findRequests, needRequest, type RequestFilter, type RequestRow, record } from './request.store.js';
import { REQUEST_TRANSITIONS } from './request.transitions.js';
import { NumberDrawer, requestNumber } from './request-number.js';
import type { RequestQuery } from './request-query.dto.js';

/** What clerks and department systems do with requests. */
@Injectable()
export class RequestService {
  private readonly numbers: NumberDrawer;

  constructor(
    private readonly transactor: Transactor,
    private readonly personalData: PersonalData,
    private readonly organisations: Organisations,
    private readonly recusals: RecusalService,
  ) {
    this.numbers = new NumberDrawer(() => this.transactor.drawSequence('request_number_seq'));
  }

  /** 受理: takes a request in. Who asks is sealed before it leaves this method. */
  async register(actor: Actor, input: RegisterRequestDto): Promise<RequestDto> {
    assertWithinArea(actor, input.areaCode);
    if (input.upstreamReference && !UPSTREAM_CHANNELS.includes(input.channel)) {
      throw refuse('request.upstream_channel_required', { channel: input.channel }, '/upstreamReference');
    }
    const recused = await this.recusals.recusedOf(input);
    const registrar = actor.org === undefined ? undefined : await this.organisations.find(actor.org);
    const sequence = await this.numbers.take();
    return this.transactor.transact(actor, async (tx) => {
      if (input.point) await checkPosition(tx, input.point.coordinates);
      const request = { ...newRequest(actor, input, tx.now, sequence), ...recused, registeredBy: registrar?.id ?? null };
      tx.insert(RequestEntity, request, conflictsOf(request));
      record(tx, request.id, { action: 'register', toState: 'received', actorId: actor.id });
      tx.emit('intake.request.registered.v1', request, REQUEST_EVENTS['intake.request.registered.v1'](request, tx.now, ''));
      if (registrar) saveRegistrar(tx, request.id, registrar.id);
      const sealed = input.requester && sealRequester(request.id, input.requester, this.personalData.ring, this.personalData.index);
      if (sealed) tx.insert(RequesterEntity, sealed);
      return toView(actor, { ...request, nameMasked: sealed?.nameMasked ?? null, phoneMasked: sealed?.phoneMasked ?? null });
    });
  }

  /** 当场答复: answered where it was asked. */
  answerOnTheSpot(actor: Actor, id: string, input: AnswerOnTheSpotDto, ifMatch?: number): Promise<RequestDto> {
    return this.act(actor, id, ifMatch, (tx, request) =>
      advance(tx, request, 'answer-on-the-spot', { publicAnswer: input.publicAnswer, answeredBy: 'intake', repliedAt: tx.now }),
    );
  }

  /** 不予受理: not taken, with the proper way told. */
  decline(actor: Actor, id: string, input: DeclineDto, ifMatch?: number): Promise<RequestDto> {
    return this.act(actor, id, ifMatch, (tx, request) =>
      advance(tx, request, 'decline', { publicAnswer: input.publicAnswer, answeredBy: 'intake' }, input.reasonCode),
    );
  }

  /** 撤回. */
  withdraw(actor: Actor, id: string, input: WithdrawDto, ifMatch?: number): Promise<RequestDto> {
    return this.act(actor, id, ifMatch, (tx, request) => advance(tx, request, 'withdraw', {}, input.reason ?? null));
  }

  async get(actor: Actor, id: string): Promise<RequestDto> {
    const reach = await this.organisations.reachOf(actor);
    return this.transactor.read(actor, async (tx) => toView(actor, await needRequest(tx, reach, id)));
  }

  list(actor: Actor, query: RequestQuery): Promise<Page<RequestDto>> {
    const { areaCode, ...filter } = query;
    return this.page(actor, { ...filter, within: areaCode }, query.cursor);
  }

  /** Requests of one telephone number, found by its keyed hash. */
  findByPhone(actor: Actor, { phone }: FindByPhoneDto, { limit, cursor }: PageQuery): Promise<Page<RequestDto>> {
    const openRequesters = !maySeeRequester(actor, true); // else the list would tell whose number it is
    return this.page(actor, { phoneIndex: this.personalData.index.ofPhone(readPhone(phone)), openRequesters, limit }, cursor);
  }

  private async page(actor: Actor, filter: RequestFilter, cursor: string | undefined): Promise<Page<RequestDto>> {
    const [before] = decodeCursor(cursor, ['uuid']) ?? [];
    const reach = await this.organisations.reachOf(actor);
    return this.transactor.read(actor, async (tx) => {
      const rows = await findRequests(tx, reach, { ...filter, before, limit: filter.limit + 1 });
      return toPage(
        rows,
        filter.limit,
        (row) => toView(actor, row),
        (row) => encodeCursor(row.id),
      );
    });
  }

  private async act(
    actor: Actor,
    id: string,
    ifMatch: number | undefined,
    action: (tx: Tx, request: RequestRow) => Request,
  ): Promise<RequestDto> {
    const reach = await this.organisations.reachOf(actor);
    return this.transactor.transact(actor, async (tx) => {
      const row = await needRequest(tx, reach, id);
      expectVersion(row.version, ifMatch);
      return toView(actor, { ...row, ...action(tx, row) });
    });
  }
}

/** The policy is asked for only when there is a point to judge by it. */
async function checkPosition(tx: Tx, position: Position): Promise<void> {
  const fault = faultOfPosition(position, (await readPolicies(tx, POLICIES))['district-box']);
  if (fault) throw fault;
}

/** Only a request with an upstream reference can be in another's way. */
function conflictsOf({ channel, upstreamReference: reference }: Request): Record<string, DomainError> {
  if (reference === null) return {};
  return { request_upstream: refuse('request.upstream_reference_taken', { channel, reference }, '/upstreamReference') };
}

function newRequest(actor: Actor, input: RegisterRequestDto, now: Date, sequence: number): Request {
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
    round: 1,
    workOrderId: null,
    caseId: null,
    organisationId: null,
    registeredBy: null,
    reportedBy: seesOnlyOwn(ACCESS_TABLE['intake.requests.get'], actor.roles) ? actor.id : null,
    complainedAbout: input.complainedAbout ?? null,
    recusedOrganisations: input.recusedOrganisations ?? null,
    barredOrganisationIds: null,
    barredAccountIds: null,
    answeredBy: null,
    publicAnswer: null,
    repliedAt: null,
    closedAt: null,
    version: 1,
  };
}

function toView(actor: Actor, row: RequestRow): RequestDto {
  const { organisationId, answeredBy, publishable, callbackPossible, nameMasked, phoneMasked, point, ...kept } = row;
  const {
    registeredBy,
    reportedBy,
    upstreamSystem,
    barredOrganisationIds,
    barredAccountIds,
    complainedAbout,
    recusedOrganisations,
    ...shown
  } = kept;
  const requester = nameMasked !== null && maySeeRequester(actor, row.confidential) ? { name: nameMasked, phone: phoneMasked } : null;
  return {
    ...shown,
    point: point as RequestDto['point'],
    complainedAbout: complainedAbout ?? [],
    recusedOrganisations: recusedOrganisations ?? [],
    recusedAccounts: barredAccountIds ?? [],
    requester,
    receivedAt: row.receivedAt.toISOString(),
    repliedAt: row.repliedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    actions: REQUEST_TRANSITIONS.allowed(row.state, actor, row),
  };
}
