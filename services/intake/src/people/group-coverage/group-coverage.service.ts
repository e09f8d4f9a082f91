import { Injectable } from '@nestjs/common';
import { type Actor, SYSTEM } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { assertWithinArea, readPolicies } from '@zero-distance/platform';
import { POLICIES } from '../../policy/policy.js';
import type { CoverageDto, GroupCoverageDto, GroupCoverageQuery } from './group-coverage.dto.js';
import { refuseCoverage } from './group-coverage.errors.js';
import { type Counted, type CoveragePeriod, coverageOf, coveragePeriod, together } from './group-coverage.js';
import { countAreas, knownCounts } from './group-coverage.store.js';

/** So many areas are counted in one statement: some tens of thousands of residents, where there are a million. */
const AT_ONCE = 10;

/** 重点群体服务覆盖率: distinct people, who are counted where they are known. */
@Injectable()
export class GroupCoverageService {
  constructor(private readonly transactor: Transactor) {}

  async of(actor: Actor, { areaCode, period: text }: GroupCoverageQuery): Promise<GroupCoverageDto> {
    assertWithinArea(actor, areaCode, '/areaCode');
    const { period, minimum, areas } = await this.transactor.read(actor, async (tx) => {
      const period = coveragePeriod(text, tx.now);
      if (!period) throw refuseCoverage('group_coverage.period_invalid', { period: text ?? '' }, 'period');
      const [areas, policies] = await Promise.all([knownCounts(tx, areaCode, period), readPolicies(tx, POLICIES)]);
      return { period, areas, minimum: policies['coverage-minimum'] };
    });
    const known = areas.flatMap(({ counts }) => counts ?? []);
    const unknown = areas.flatMap((area) => (area.counts === null ? [area.areaCode] : []));
    const [all, ...groups] = together([...known, ...(await this.count(unknown, period))]);
    const shown = (one: Counted): CoverageDto => ({ group: one.group, ...coverageOf(one, minimum) });
    return { areaCode, period: period.text, all: shown(all as Counted), groups: groups.map(shown) };
  }

  /** Counts what nobody has asked for since something was changed. */
  private async count(areaCodes: readonly string[], period: CoveragePeriod): Promise<Counted[]> {
    const counts: Counted[] = [];
    for (let at = 0; at < areaCodes.length; at += AT_ONCE) {
      const some = areaCodes.slice(at, at + AT_ONCE);
      const counted = await this.transactor.transact(SYSTEM, (tx) => countAreas(tx, some, period));
      counts.push(...counted.flatMap((one) => one.counts));
    }
    return counts;
  }
}
