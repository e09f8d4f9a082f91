import { Injectable } from '@nestjs/common';
import { CHANNELS } from '@zero-distance/contracts';
import { type DomainError, newId } from '@zero-distance/kernel';
import { Messages } from '@zero-distance/notification';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { sealMatterText } from '@zero-distance/personal-data';
import { ACCESS_TABLE, AreasInUse, countFigure, seesOnlyOwn } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { PersonalData } from '../../personal-data/personal-data.service.js';
import { CategoriesInUse } from '../../reference/category/categories-in-use.service.js';
import { callFrom, toldCall } from '../call/call.js';
import { keepCall } from '../call/call.store.js';
import { holdNumber } from '../counted-reference/counted-reference.store.js';
import { saveRegistrar } from '../participation/participation.store.js';
import { isCounted } from '../past-call/past-call.store.js';
import type { RecusalInput } from '../recusal/recusal.dto.js';
import { RecusalService, type Recused } from '../recusal/recusal.service.js';
import { RequesterEntity } from '../requester/requester.entity.js';
import { isWrittenTo, sealRequester } from '../requester/requester.js';
import { refuseService } from './ordered-service.errors.js';
import { checkPosition } from './point.store.js';
import type { RegisterRequestInput } from './request.dto.js';
import type { RequestEntity } from './request.entity.js';
import {
  isFoundBy,
  isPublishable,
  type OrderedService,
  type Request,
  registeredMessage,
  UNTOUCHED,
  UPSTREAM_CHANNELS,
  upstreamSystemOf,
} from './request.js';
import { REQUESTS, requestBroughtIn } from './request.store.js';
import { stepBySystem } from './request.transitions.js';
import { NumberDrawer, requestNumber } from './request-number.js';

/** What a registration needs from outside its transaction. */
export interface Drawn {
  readonly recused: Recused;
  readonly sequence: number;
}

/** What is said of a request; of one that came another way, with whose account brought it; of a service, with which and for whom. */
type Said = Omit<RegisterRequestInput, 'files'> & {
  readonly reportedBy?: string | null;
  readonly service?: OrderedService;
  readonly residentId?: string;
};

/** 受理: the one way in which a request begins, whether a clerk takes it in, finds that a snapshot report is one, or a resident orders a service. */
@Injectable()
export class RegistrationService {
  private readonly numbers: NumberDrawer;
  /** Counts one that was registered. */
  readonly count = countFigure(
    { name: 'zd_requests_registered_total', help: 'Requests that were registered, by channel' },
    'channel',
    CHANNELS,
  );

  constructor(
    private readonly transactor: Transactor,
    private readonly personalData: PersonalData,
    private readonly recusals: RecusalService,
    private readonly messages: Messages,
    private readonly categories: CategoriesInUse,
    private readonly areas: AreasInUse,
  ) {
    this.numbers = new NumberDrawer(() => this.transactor.drawSequence('request_number_seq'));
  }

  /** Runs a transaction with the next number of requests, and of what may become one. */
  numbered<T>(work: (sequence: number) => Promise<T>): Promise<T> {
    return this.numbers.give(work);
  }

  /** Runs the transaction in which a request begins, with what it needs. */
  async with<T>(input: RecusalInput, work: (drawn: Drawn) => Promise<T>): Promise<T> {
    const recused = await this.recusals.recusedOf(input);
    return this.numbered((sequence) => work({ recused, sequence }));
  }

  /** Queues a new request, in the transaction of whatever made it one. Who asks is sealed before it leaves this method. */
  async begin(tx: Tx, input: Said, drawn: Drawn, fileIds: readonly string[]): Promise<RequestEntity> {
    if (input.upstreamReference && !UPSTREAM_CHANNELS.includes(input.channel))
      throw refuse('request.upstream_channel_required', { channel: input.channel }, '/upstreamReference');
    await checkNotBroughtAlong(tx, input);
    if ((input.kind === 'service-order') !== (input.service !== undefined)) throw refuseService('request.service_by_menu', {}, '/kind');
    if (input.point) await checkPosition(tx, input.point.coordinates);
    const { emergencyNumber } = this.categories.need(input.categoryCode);
    const areaCode = this.areas.goesOnIn(input.areaCode); // of a household that lies in a retired one since before
    const request = Object.assign(newRequest(tx, { ...input, areaCode }, drawn), { emergencyNumber });
    const sealed = input.requester && sealRequester(request.id, input.requester, this.personalData.ring, this.personalData.index);
    const { nameMasked, phoneMasked } = sealed ?? { nameMasked: null, phoneMasked: null };
    const sealedText = sealMatterText(this.personalData.shared, request.id, request);
    const call = input.call && callFrom(request.id, input.call, tx.actor);
    const told = call && !(await isCounted(tx, call)) && { call: toldCall(call) }; // a call counts once, whatever came of it
    const registered = { nameMasked, phoneMasked, sealedText, ...told, ...request };
    const steps = emergencyNumber === null ? [] : [stepBySystem(registered, 'redirect')]; // whoever took it in, the system says where it belongs
    const begun = REQUESTS.insert(tx, registered, { steps, conflicts: conflictsOf(request), fileIds });
    if (tx.actor.organisation) saveRegistrar(tx, request.id, tx.actor.organisation.id);
    if (sealed) tx.insert(RequesterEntity, sealed);
    if (call) keepCall(tx, call);
    if (sealed && emergencyNumber === null && isWrittenTo(sealed, request.confidential)) this.messages.keep(tx, registeredMessage(request));
    return begun;
  }
}

/** What a file brought along of the time before under the same reference of the same channel is counted already. */
async function checkNotBroughtAlong(tx: Tx, { channel, upstreamReference: reference }: Said): Promise<void> {
  if (reference === undefined) return;
  await holdNumber(tx, 'request', reference);
  const before = await requestBroughtIn(tx, reference);
  if (before?.channel === channel)
    throw refuse('request.brought_along', { channel, reference, number: before.number }, '/upstreamReference');
}

/** Only a request with an upstream reference can be in another's way. */
function conflictsOf({ channel, upstreamReference: reference }: Request): Record<string, DomainError> {
  if (reference === null) return {};
  return { request_upstream: refuse('request.upstream_reference_taken', { channel, reference }, '/upstreamReference') };
}

function newRequest({ actor, now }: Tx, input: Said, { recused, sequence }: Drawn): Request {
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
    reportedBy: input.reportedBy ?? (seesOnlyOwn(ACCESS_TABLE['intake.requests.get'], actor.roles) ? actor.id : null),
    foundBy: isFoundBy(actor, input.channel, confidential) ? actor.id : null,
    service: input.service ?? null,
    residentId: input.residentId ?? null,
    complainedAbout: input.complainedAbout ?? null,
    recusedOrganisations: input.recusedOrganisations ?? null,
    ...recused,
    ...UNTOUCHED, // last: what is named behind the members of another object costs V8 2 µs each
  };
}
