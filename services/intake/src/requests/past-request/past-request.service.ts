import { Injectable } from '@nestjs/common';
import { type Actor, newId } from '@zero-distance/kernel';
import { ConcurrentChange, Transactor, type Tx } from '@zero-distance/persistence';
import { assertWithinArea } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { holdNumber } from '../counted-reference/counted-reference.store.js';
import type { RequestDto } from '../request/request.dto.js';
import { isPublishable, NOBODY_RECUSED, type Request, UNTOUCHED } from '../request/request.js';
import { REQUESTS, requestBroughtIn } from '../request/request.store.js';
import { toRequestDto } from '../request/request.view.js';
import { NumberDrawer, requestNumber } from '../request/request-number.js';
import type { PastRequestInput } from './past-request.dto.js';
import { differenceOf, faultOfTimes, THE_TIME_BEFORE } from './past-request.js';

/** Requests of the time before this system, brought along with their own times: nobody is given work, reminded or called for them. */
@Injectable()
export class PastRequestService {
  private readonly numbers: NumberDrawer;

  constructor(private readonly transactor: Transactor) {
    this.numbers = new NumberDrawer(() => this.transactor.drawSequence('request_number_seq'));
  }

  /** Brings a past request in, once: the same again changes nothing, another past under its number is refused. */
  async put(actor: Actor, reference: string, input: PastRequestInput): Promise<RequestDto> {
    assertWithinArea(actor, input.areaCode, '/areaCode');
    return this.numbers.give((sequence) => this.bringIn(actor, reference, input, sequence));
  }

  private bringIn(actor: Actor, reference: string, input: PastRequestInput, sequence: number): Promise<RequestDto> {
    return this.transactor.transact(actor, async (tx) => {
      const request = pastRequest(tx, reference, input, sequence);
      const fault = faultOfTimes(request, tx.now);
      if (fault) throw fault;
      const before = await requestBroughtIn(tx, reference);
      if (before) {
        const difference = differenceOf(before, request);
        if (difference) throw refuse('past_request.differs', { reference }, `/${difference}`);
        return toRequestDto({ ...before, nameMasked: null, phoneMasked: null }, actor);
      }
      if (await takenLive(tx, request, reference)) throw refuse('past_request.taken_live', { reference }, 'reference');
      const row = { ...request, nameMasked: null, phoneMasked: null };
      return toRequestDto(REQUESTS.insert(tx, row, { isImported: true, conflicts: BROUGHT_IN_MEANWHILE }), actor);
    });
  }
}

/** Whether this system took it in itself, under the same number by the same channel, whichever system sent it. Holds the number until the transaction ends. */
async function takenLive(tx: Tx, { channel }: Request, reference: string): Promise<boolean> {
  await holdNumber(tx, 'request', reference);
  const sql = 'select 1 from request where upstream_reference = $1 and channel = $2 limit 1';
  return (await tx.query(sql, [reference, channel])).length > 0;
}

const BROUGHT_IN_MEANWHILE = { request_upstream: new ConcurrentChange(), request_past: new ConcurrentChange() };

const timeOf = (text: string | undefined): Date | null => (text === undefined ? null : new Date(text));

function pastRequest({ actor }: Tx, reference: string, input: PastRequestInput, sequence: number): Request {
  const receivedAt = new Date(input.receivedAt);
  const closedAt = timeOf(input.closedAt);
  const repliedAt = timeOf(input.repliedAt);
  return {
    ...UNTOUCHED,
    ...NOBODY_RECUSED,
    reportedBy: null,
    foundBy: null,
    service: null,
    residentId: null,
    id: newId(receivedAt.getTime()),
    number: requestNumber(input.areaCode, receivedAt, sequence),
    state: closedAt ? 'closed' : 'received',
    kind: input.kind,
    channel: input.channel,
    categoryCode: input.categoryCode,
    areaCode: input.areaCode,
    place: input.place ?? null,
    point: null,
    title: input.title,
    text: input.text ?? input.title,
    urgency: input.urgency ?? 'normal',
    upstreamReference: reference,
    upstreamSystem: THE_TIME_BEFORE,
    confidential: false,
    publishable: isPublishable(input.kind, false, input.publishable ?? false),
    callbackPossible: false,
    receivedAt,
    registeredBy: actor.organisation?.id ?? null,
    publicAnswer: input.publicAnswer ?? null,
    repliedAt,
    closedAt,
    dueAt: timeOf(input.dueAt),
  };
}
