import { Injectable } from '@nestjs/common';
import { type DomainError, SYSTEM } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { readPolicies } from '@zero-distance/platform';
import { PersonalData } from '../../personal-data/personal-data.service.js';
import { POLICIES } from '../../policy/policy.js';
import { tryDigits, untilOf } from '../../requests/tracking/guess.store.js';
import type { PublicServiceCaseDto, TrackServiceCaseInput } from './service-case.dto.js';
import { refuseCase } from './service-case.errors.js';
import { caseOfNumber } from './service-case.store.js';
import { toPublicServiceCaseDto } from './service-case.view.js';

/** 凭办件编号和电话后四位: how a case stands, for who applied. */
@Injectable()
export class PublicCaseService {
  constructor(
    private readonly transactor: Transactor,
    private readonly personalData: PersonalData,
  ) {}

  /** A wrong try is kept although it is refused. */
  async track(address: string, input: TrackServiceCaseInput): Promise<PublicServiceCaseDto> {
    const answer = await this.transactor.transact(SYSTEM, async (tx): Promise<PublicServiceCaseDto | DomainError> => {
      const most = (await readPolicies(tx, POLICIES))['tracking-tries'];
      const tried = await tryDigits(tx, { address, ...input }, { what: 'service-case', index: this.personalData.index, most }, () =>
        caseOfNumber(tx, input.number),
      );
      if (tried === 'wrong') return refuseCase('service_case.not_tracked');
      if ('until' in tried) return refuseCase('service_case.tried_too_often', untilOf(tried.until, tx.now));
      return toPublicServiceCaseDto(tried.found);
    });
    if (answer instanceof Error) throw answer;
    return answer;
  }
}
