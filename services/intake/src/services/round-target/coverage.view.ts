import { KNOCK_OUTCOMES } from '@zero-distance/contracts';
import type { CoverageDto, RoundCoverageDto } from './coverage.dto.js';
import { type Coverage, coverageOf, explainedOf, sumOf } from './coverage.js';

const toCoverageDto = (coverage: Coverage, explanation: string | null): CoverageDto => ({
  targets: coverage.targets,
  met: coverage.outcomes.met,
  coverage: coverageOf(coverage),
  outcomes: KNOCK_OUTCOMES.map((outcome) => ({ outcome, households: coverage.outcomes[outcome] })),
  unknocked: coverage.unknocked,
  explained: explainedOf(coverage, explanation),
});

export const toRoundCoverageDto = (
  grids: readonly (Coverage & { readonly areaCode: string })[],
  explanation: string | null,
): RoundCoverageDto => ({
  ...toCoverageDto(sumOf(grids, KNOCK_OUTCOMES), explanation),
  grids: grids.map((grid) => ({ areaCode: grid.areaCode, ...toCoverageDto(grid, explanation) })),
});
