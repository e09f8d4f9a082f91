import { Injectable } from '@nestjs/common';
import { type Actor, withChanges } from '@zero-distance/kernel';
import { Transactor, type Tx, withoutReplay } from '@zero-distance/persistence';
import { readPhone } from '@zero-distance/personal-data/phones';
import { assertWithinArea, mapPage, type Page, type PageQuery, readPolicies, recordAccess } from '@zero-distance/platform';
import { PersonalData } from '../../personal-data/personal-data.service.js';
import { POLICIES } from '../../policy/policy.js';
import { REQUESTS } from '../request/request.store.js';
import type { FindByPhoneInput } from '../requester/requester.dto.js';
import type { RevealInput } from '../reveal/reveal.dto.js';
import type {
  CallBackInput,
  MissedCallDetailDto,
  MissedCallDto,
  MissedCallQuery,
  RecordMissedCallInput,
  RevealedNumberDto,
} from './missed-call.dto.js';
import { refuseMissedCall } from './missed-call.errors.js';
import {
  attempted,
  type CallBackPolicies,
  earliestCall,
  ended,
  isTriedEnough,
  type MissedCall,
  openNumber,
  recordMissedCall,
  repeated,
} from './missed-call.js';
import { forgetNumber, MISSED_CALL_SEARCH, MISSED_CALLS, openOfNumber } from './missed-call.store.js';
import { stepBySystem } from './missed-call.transitions.js';
import { toMissedCallDetailDto, toMissedCallDto } from './missed-call.view.js';

/** What the telephone system and clerks do with calls that nobody answered. */
@Injectable()
export class MissedCallService {
  constructor(
    private readonly transactor: Transactor,
    private readonly personalData: PersonalData,
  ) {}

  /** 登记未接: one that waits already of the same number is called again. Where the number was withheld there is nobody to call: it is counted, and over. */
  record(actor: Actor, { areaCode, phone, line, calledAt: at }: RecordMissedCallInput): Promise<MissedCallDto> {
    assertWithinArea(actor, areaCode, '/areaCode');
    return this.transactor.transact(actor, async (tx) => {
      const calledAt = at === undefined ? tx.now : new Date(at);
      if (calledAt > tx.now) throw refuseMissedCall('missed_call.in_future', {}, '/calledAt');
      const policies = await readPolicies(tx, POLICIES);
      const days = policies['missed-call-late-days'];
      const earliest = earliestCall(tx.now, days);
      if (calledAt < earliest) throw refuseMissedCall('missed_call.too_late', { days, earliest: earliest.toISOString() }, '/calledAt');
      const waiting = phone && (await openOfNumber(tx, areaCode, this.personalData.index.ofPhone(readPhone(phone))));
      if (waiting) return toMissedCallDto(calledAgain(tx, waiting, calledAt, policies), tx);
      const by = { recordedBy: actor.organisation?.id ?? null, now: tx.now };
      const { ring, index } = this.personalData;
      const missed = recordMissedCall({ areaCode, line, calledAt, phone }, by, { ring, index }, policies);
      const steps = phone === undefined ? [stepBySystem(missed, 'give-up', ended(tx.now), tx.now)] : [];
      return toMissedCallDto(MISSED_CALLS.insert(tx, missed, { steps }), tx);
    });
  }

  list(actor: Actor, query: MissedCallQuery): Promise<Page<MissedCallDto>> {
    return this.transactor.read(actor, async (tx) =>
      mapPage(await MISSED_CALLS.list(tx, { ...query, q: await MISSED_CALL_SEARCH.seek(tx, query.q) }), (found) =>
        toMissedCallDto(found, tx),
      ),
    );
  }

  findByPhone(actor: Actor, { phone }: FindByPhoneInput, page: PageQuery): Promise<Page<MissedCallDto>> {
    const phoneIndex = this.personalData.index.ofPhone(readPhone(phone));
    return this.transactor.read(actor, async (tx) =>
      mapPage(await MISSED_CALLS.list(tx, { ...page, phoneIndex }), (found) => toMissedCallDto(found, tx)),
    );
  }

  get(actor: Actor, id: string): Promise<MissedCallDetailDto> {
    return this.transactor.read(actor, async (tx) => {
      const found = await MISSED_CALLS.load(tx, id);
      return toMissedCallDetailDto(found, await MISSED_CALLS.history(tx, found), tx);
    });
  }

  /** 查看号码: to dial it. No access record, no answer. */
  reveal(actor: Actor, id: string, { purpose }: RevealInput): Promise<RevealedNumberDto> {
    return this.transactor.transact(withoutReplay(actor), async (tx) => {
      const phone = openNumber(await MISSED_CALLS.load(tx, id), this.personalData.ring);
      if (phone === undefined) throw refuseMissedCall('missed_call.no_number');
      const { accessRecordId } = recordAccess(tx, 'intake', { action: 'reveal', subject: id, purpose });
      return { accessRecordId, phone };
    });
  }

  /** 回拨未通: called back in vain. */
  attempt(actor: Actor, id: string, ifMatch?: number): Promise<MissedCallDto> {
    return this.act(actor, id, ifMatch, async (found, tx) => {
      const policies = await readPolicies(tx, POLICIES);
      const step = withChanges(MISSED_CALLS.step(tx, found, 'attempt'), attempted(found, policies, tx.now));
      if (!isTriedEnough(step.after, policies)) return MISSED_CALLS.save(tx, step);
      forgetNumber(tx, id);
      return MISSED_CALLS.save(tx, step, stepBySystem(step.after, 'give-up', ended(tx.now), tx.now));
    });
  }

  /** 已回拨: and what came of it. */
  callBack(actor: Actor, id: string, { outcome, requestId }: CallBackInput, ifMatch?: number): Promise<MissedCallDto> {
    return this.act(actor, id, ifMatch, async (found, tx) => {
      if ((outcome === 'request') !== (requestId !== undefined)) throw refuseMissedCall('missed_call.request_wanted', {}, '/requestId');
      if (requestId !== undefined) await REQUESTS.load(tx, requestId); // who may not see it does not learn that there is one
      forgetNumber(tx, id);
      return MISSED_CALLS.take(tx, found, 'call-back', { outcome, requestId: requestId ?? null, ...ended(tx.now) });
    });
  }

  private act(
    actor: Actor,
    id: string,
    ifMatch: number | undefined,
    change: (found: MissedCall, tx: Tx) => Promise<MissedCall>,
  ): Promise<MissedCallDto> {
    return this.transactor.transact(actor, async (tx) => toMissedCallDto(await change(await MISSED_CALLS.load(tx, id, ifMatch), tx), tx));
  }
}

/** Queues that the number of one that waits called another time. */
function calledAgain(tx: Tx, waiting: MissedCall, at: Date, policies: CallBackPolicies): MissedCall {
  const step = stepBySystem(waiting, 'repeat', repeated(waiting, at, policies), tx.now);
  return MISSED_CALLS.save(tx, { ...step, after: { ...step.after, toldAt: at } });
}
