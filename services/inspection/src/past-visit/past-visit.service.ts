import { Injectable } from '@nestjs/common';
import { type Actor, newId } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { anyPremises } from '../premises/premises.store.js';
import type { VisitDto } from '../visit/visit.dto.js';
import { insertPastVisit, visitBroughtIn } from '../visit/visit.store.js';
import { toVisitDto } from '../visit/visit.view.js';
import type { PastVisitInput } from './past-visit.dto.js';
import { refusePastVisit } from './past-visit.errors.js';
import { differenceOf } from './past-visit.js';

/** Visits of the time before this system, brought along with their own times: they find nothing, and nobody is told of them. */
@Injectable()
export class PastVisitService {
  constructor(private readonly transactor: Transactor) {}

  /** Brings a past visit in, once, where its premises are: the same again changes nothing, another past under its number is refused. */
  put(actor: Actor, reference: string, { hazards: hazardCount, gridWorker, police, ...input }: PastVisitInput): Promise<VisitDto> {
    return this.transactor.transact(actor, async (tx) => {
      const premises = await anyPremises(tx, input.premises);
      const visitedAt = new Date(input.visitedAt);
      if (visitedAt > tx.now) throw refusePastVisit('past_visit.in_future', {}, '/visitedAt');
      const brought = {
        ...{
          id: newId(visitedAt.getTime()),
          version: 1,
          premisesId: premises.id,
          premisesCode: premises.code,
          areaCode: premises.areaCode,
        },
        ...{ checklistVersion: null, police: police ?? null, gridWorker, results: [], passed: hazardCount === 0, hazardCount, visitedAt },
        ...{ recordedBy: actor.id, pastReference: reference },
      };
      const before = await visitBroughtIn(tx, reference);
      const difference = before && differenceOf(before, brought);
      if (difference) throw refusePastVisit('past_visit.differs', { reference }, `/${difference}`);
      if (!before) insertPastVisit(tx, brought);
      return toVisitDto(before ?? brought, []);
    });
  }
}
