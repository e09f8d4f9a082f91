/** 基础网格 where people live; 专属网格 of one owner: a market, a park, a campus. */
export const GRID_KINDS = ['basic', 'special'] as const;
export type GridKind = (typeof GRID_KINDS)[number];

/** What is registered of a grid, by the code of its area. */
export interface Grid {
  readonly id: string;
  readonly code: string;
  readonly kind: GridKind;
  readonly workerAccountId: string | null;
  readonly workerName: string;
  readonly phone: string;
  readonly supervisionPhone: string;
  readonly buildings: number | null;
  readonly households: number | null;
  readonly version: number;
}

/** What is posted in public of a grid: its card, with the names of the areas it is in. */
export type GridCard = Pick<Grid, 'code' | 'kind' | 'workerName' | 'phone' | 'supervisionPhone' | 'buildings' | 'households'> & {
  readonly name: string;
  readonly community: string;
};
