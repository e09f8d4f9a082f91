import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { showPast } from '@zero-distance/platform';
import type { PastServiceCaseDto, PastServiceCaseInput } from './past-service-case.dto.js';
import type { PastServiceCaseSaid } from './past-service-case.js';
import { PAST_SERVICE_CASES } from './past-service-case.store.js';

/** Service cases of the time before this system, brought along with their own times: nobody is given work or asked to rate. */
@Injectable()
export class PastServiceCaseService {
  constructor(private readonly transactor: Transactor) {}

  /** Brings a past service case in, once, unless it was taken in here. */
  async put(actor: Actor, reference: string, input: PastServiceCaseInput): Promise<PastServiceCaseDto> {
    return showPast(await PAST_SERVICE_CASES.put(this.transactor, actor, reference, toSaid(input)));
  }
}

const timeOf = (text: string | undefined): Date | null => (text === undefined ? null : new Date(text));

const toSaid = ({ areaCode, itemCode, outcome, oneStop, askedLater, ...input }: PastServiceCaseInput): PastServiceCaseSaid => ({
  ...{ areaCode, itemCode, outcome, oneStop, askedLater },
  ...{ openedAt: new Date(input.openedAt), dueAt: timeOf(input.dueAt), decidedAt: timeOf(input.decidedAt) },
  ...{ deliveredAt: timeOf(input.deliveredAt), oneVisit: input.oneVisit ?? null, alone: input.alone ?? null },
  ...{ satisfaction: input.satisfaction ?? null, ratedAt: timeOf(input.ratedAt) },
});
