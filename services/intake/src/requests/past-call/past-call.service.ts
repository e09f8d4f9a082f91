import { Injectable } from '@nestjs/common';
import { type Actor, newId } from '@zero-distance/kernel';
import { ConcurrentChange, Transactor } from '@zero-distance/persistence';
import { assertWithinArea } from '@zero-distance/platform';
import type { PastCallDto, PastCallInput } from './past-call.dto.js';
import { PastCallEntity } from './past-call.entity.js';
import { refusePastCall } from './past-call.errors.js';
import { differenceOf, faultOfPast, toldOf } from './past-call.js';
import { toPastCallDto } from './past-call.view.js';

const BROUGHT_IN_MEANWHILE = { past_call_reference: new ConcurrentChange() };

/** Calls to the hotline in the time before this system, brought along with their own times: nobody is called back. */
@Injectable()
export class PastCallService {
  constructor(private readonly transactor: Transactor) {}

  /** Brings a past call in, once: the same again changes nothing, another past under its number is refused. */
  put(actor: Actor, reference: string, { calledAt, answerSeconds, ...input }: PastCallInput): Promise<PastCallDto> {
    assertWithinArea(actor, input.areaCode, '/areaCode');
    const said = { ...input, calledAt: new Date(calledAt), answerSeconds: answerSeconds ?? null };
    return this.transactor.transact(actor, async (tx) => {
      const fault = faultOfPast(said, tx.now);
      if (fault) throw fault;
      const before = await tx.findOne(PastCallEntity, { pastReference: reference });
      if (before) {
        const difference = differenceOf(before, said);
        if (difference) throw refusePastCall('past_call.differs', { reference }, `/${difference}`);
        return toPastCallDto(before);
      }
      const call = { ...said, id: newId(said.calledAt.getTime()), pastReference: reference };
      tx.insert(PastCallEntity, call, BROUGHT_IN_MEANWHILE);
      tx.emit('intake.past-call.imported.v1', { id: call.id, version: 1 }, toldOf(call, tx.now));
      return toPastCallDto(call);
    });
  }
}
