import { Injectable } from '@nestjs/common';
import { type Actor, newId } from '@zero-distance/kernel';
import { ConcurrentChange, Transactor } from '@zero-distance/persistence';
import type { HazardDto } from '../hazard/hazard.dto.js';
import { pastHazard } from '../hazard/hazard.js';
import { HAZARDS, hazardBroughtIn } from '../hazard/hazard.store.js';
import { toHazardDto } from '../hazard/hazard.view.js';
import { anyPremises } from '../premises/premises.store.js';
import type { PastHazardInput } from './past-hazard.dto.js';
import { refusePastHazard } from './past-hazard.errors.js';
import { differenceOf, faultOfPast } from './past-hazard.js';

const BROUGHT_IN_MEANWHILE = { hazard_past_reference: new ConcurrentChange() };

/** Hazards of the time before this system, brought along with their own times: nobody is given work or told of them. */
@Injectable()
export class PastHazardService {
  constructor(private readonly transactor: Transactor) {}

  /** Brings a past hazard in, once, where its premises are: the same again changes nothing, another past under its number is refused. */
  put(actor: Actor, reference: string, input: PastHazardInput): Promise<HazardDto> {
    return this.transactor.transact(actor, async (tx) => {
      const premises = await anyPremises(tx, input.premises);
      const { item: itemCode, severity, categoryCode, outcome: state } = input;
      const [foundAt, settledAt] = [new Date(input.foundAt), new Date(input.settledAt)];
      const where = { premisesId: premises.id, premisesCode: premises.code, areaCode: premises.areaCode };
      const what = { itemCode, severity, categoryCode, state, foundAt, settledAt, pastReference: reference };
      const brought = pastHazard({ id: newId(foundAt.getTime()), ...where, ...what });
      const fault = faultOfPast(brought, tx.now);
      if (fault) throw fault;
      const before = await hazardBroughtIn(tx, reference);
      const difference = before && differenceOf(before, brought);
      if (difference) throw refusePastHazard('past_hazard.differs', { reference }, `/${difference}`);
      return toHazardDto(before ?? HAZARDS.insert(tx, brought, { isImported: true, conflicts: BROUGHT_IN_MEANWHILE }), tx);
    });
  }
}
