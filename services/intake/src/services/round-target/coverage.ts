import type { KnockOutcome } from '@zero-distance/contracts';

/** 敲门率: how many households of a grid were met, and what became of each other one. */
export interface Coverage {
  readonly targets: number;
  /** Households by what counts of them. */
  readonly outcomes: Readonly<Record<KnockOutcome, number>>;
  /** Households where nobody has knocked. */
  readonly unknocked: number;
}

/** Met ÷ households; null where there is none. */
export const coverageOf = ({ targets, outcomes }: Coverage): number | null => (targets === 0 ? null : outcomes.met / targets);

/** 已说明: somebody was met, or an outcome says why not; or who closed the round has said it of the rest. */
export const explainedOf = ({ targets, unknocked }: Coverage, explanation: string | null): number =>
  explanation === null ? targets - unknocked : targets;

/** Of several grids together. */
export function sumOf(grids: readonly Coverage[], outcomes: readonly KnockOutcome[]): Coverage {
  const sum = (of: (grid: Coverage) => number): number => grids.reduce((total, grid) => total + of(grid), 0);
  return {
    targets: sum(({ targets }) => targets),
    outcomes: Object.fromEntries(outcomes.map((one) => [one, sum((grid) => grid.outcomes[one])])) as Coverage['outcomes'],
    unknocked: sum(({ unknocked }) => unknocked),
  };
}
