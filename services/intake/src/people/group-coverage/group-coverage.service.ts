import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { assertWithinArea, readPolicies } from '@zero-distance/platform';
import { POLICIES } from '../../policy/policy.js';
import type { CoverageDto, GroupCoverageDto, GroupCoverageQuery } from './group-coverage.dto.js';
import { refuseCoverage } from './group-coverage.errors.js';
import { type Counted, coverageOf, coveragePeriod } from './group-coverage.js';
import { countCoverage } from './group-coverage.store.js';

/** 重点群体服务覆盖率: distinct people, who are counted where they are known. */
@Injectable()
export class GroupCoverageService {
  constructor(private readonly transactor: Transactor) {}

  of(actor: Actor, { areaCode, period: text }: GroupCoverageQuery): Promise<GroupCoverageDto> {
    assertWithinArea(actor, areaCode, '/areaCode');
    return this.transactor.read(actor, async (tx) => {
      const period = coveragePeriod(text, tx.now);
      if (!period) throw refuseCoverage('group_coverage.period_invalid', { period: text ?? '' }, 'period');
      const [counted, policies] = await Promise.all([countCoverage(tx, areaCode, period), readPolicies(tx, POLICIES)]);
      const shown = (one: Counted): CoverageDto => ({ group: one.group, ...coverageOf(one, policies['coverage-minimum']) });
      const all = counted.find(({ group }) => group === null) ?? { group: null, registered: 0, served: 0 };
      return { areaCode, period: period.text, all: shown(all), groups: counted.filter(({ group }) => group !== null).map(shown) };
    });
  }
}
