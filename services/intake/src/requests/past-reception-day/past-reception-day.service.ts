import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { ConcurrentChange, Transactor } from '@zero-distance/persistence';
import { assertWithinArea } from '@zero-distance/platform';
import type { ReceptionDayDto } from '../reception-day/reception-day.dto.js';
import { pastReceptionDay } from '../reception-day/reception-day.js';
import { dayBroughtIn, RECEPTION_DAYS } from '../reception-day/reception-day.store.js';
import { toReceptionDayDto } from '../reception-day/reception-day.view.js';
import type { PastReceptionDayInput } from './past-reception-day.dto.js';
import { refusePastReceptionDay } from './past-reception-day.errors.js';
import { differenceOf, faultOfPast } from './past-reception-day.js';

const BROUGHT_IN_MEANWHILE = { reception_day_past: new ConcurrentChange() };

/** Reception days of the time before this system, brought along with their own times: nobody is told of them. */
@Injectable()
export class PastReceptionDayService {
  constructor(private readonly transactor: Transactor) {}

  /** Brings a past day in, once: the same again changes nothing, another past under its number is refused. */
  put(actor: Actor, reference: string, { startsAt, endsAt, topic, ...said }: PastReceptionDayInput): Promise<ReceptionDayDto> {
    assertWithinArea(actor, said.areaCode, '/areaCode');
    const past = { ...said, topic: topic ?? null, startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
    return this.transactor.transact(actor, async (tx) => {
      const fault = faultOfPast(past, tx.now);
      if (fault) throw fault;
      const before = await dayBroughtIn(tx, reference);
      const difference = before && differenceOf(before, past);
      if (difference) throw refusePastReceptionDay('past_reception_day.differs', { reference }, `/${difference}`);
      const options = { isImported: true, conflicts: BROUGHT_IN_MEANWHILE };
      return toReceptionDayDto(before ?? RECEPTION_DAYS.insert(tx, pastReceptionDay(past, reference), options), tx);
    });
  }
}
