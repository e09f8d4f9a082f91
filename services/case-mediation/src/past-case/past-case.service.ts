import { Injectable } from '@nestjs/common';
import { type Actor, newId } from '@zero-distance/kernel';
import { ConcurrentChange, Transactor } from '@zero-distance/persistence';
import { assertWithinArea, MatterTexts } from '@zero-distance/platform';
import type { CaseDto } from '../mediation-case/mediation-case.dto.js';
import { pastCase } from '../mediation-case/mediation-case.js';
import { caseBroughtIn, MEDIATION_CASES } from '../mediation-case/mediation-case.store.js';
import { toCaseDto } from '../mediation-case/mediation-case.view.js';
import type { PastCaseInput } from './past-case.dto.js';
import { refusePastCase } from './past-case.errors.js';
import { differenceOf, faultOfPast } from './past-case.js';

const BROUGHT_IN_MEANWHILE = { mediation_case_past: new ConcurrentChange() };

/** Cases of the time before this system, brought along with their own times: nobody is given work or told of them. */
@Injectable()
export class PastCaseService {
  constructor(
    private readonly transactor: Transactor,
    private readonly texts: MatterTexts,
  ) {}

  /** Brings a past case in, once: the same again changes nothing, another past under its number is refused. */
  put(actor: Actor, reference: string, input: PastCaseInput): Promise<CaseDto> {
    assertWithinArea(actor, input.areaCode, '/areaCode');
    return this.transactor.transact(actor, async (tx) => {
      const brought = pastCase({ ...toPast(input), id: newId(Date.parse(input.appliedAt)), pastReference: reference });
      const fault = faultOfPast(brought, tx.now);
      if (fault) throw fault;
      const before = await caseBroughtIn(tx, reference);
      const difference = before && differenceOf(before, brought);
      if (difference) throw refusePastCase('past_case.differs', { reference }, `/${difference}`);
      const kept = before ?? MEDIATION_CASES.insert(tx, brought, { isImported: true, conflicts: BROUGHT_IN_MEANWHILE });
      return toCaseDto(kept, { actor, now: tx.now, texts: this.texts });
    });
  }
}

const toPast = ({ areaCode, caseType, difficulty = 'simple', outcome, appliedAt, acceptedAt, concludedAt }: PastCaseInput) => ({
  areaCode,
  caseType,
  difficulty,
  state: outcome,
  appliedAt: new Date(appliedAt),
  acceptedAt: acceptedAt === undefined ? null : new Date(acceptedAt),
  concludedAt: new Date(concludedAt),
});
