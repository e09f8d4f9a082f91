import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { showPast } from '@zero-distance/platform';
import type { PastHomeVisitDto, PastHomeVisitInput } from './past-home-visit.dto.js';
import { PAST_HOME_VISITS } from './past-home-visit.store.js';

/** Visits at home of the time before this system, brought along with their own times: nobody goes there for it. */
@Injectable()
export class PastHomeVisitService {
  constructor(private readonly transactor: Transactor) {}

  /** Brings a past visit at home in, once. */
  async put(actor: Actor, reference: string, input: PastHomeVisitInput): Promise<PastHomeVisitDto> {
    return showPast(await PAST_HOME_VISITS.put(this.transactor, actor, reference, { ...input, visitedAt: new Date(input.visitedAt) }));
  }
}
