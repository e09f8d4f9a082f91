import type { HazardSeverity } from '@zero-distance/contracts';
import type { ChecklistItem } from '../checklist/checklist.js';

/** What was done about a failed item: 当场整改 corrected on the spot, 责令限期整改 a dated notice, 移交 transferred to a work order. */
export const SETTLEMENTS = ['on-the-spot', 'notice', 'transfer'] as const;
export type Settlement = (typeof SETTLEMENTS)[number];

/** A failed item: it becomes a hazard. */
export interface Finding {
  readonly item: ChecklistItem;
  readonly severity: HazardSeverity;
  readonly settled: Settlement;
  readonly rectifyBy: Date | null;
  readonly note: string | null;
}

/** The visit that a hazard is seen in. */
export interface Sighting {
  readonly id: string;
  readonly premisesId: string;
  readonly premisesCode: string;
  readonly areaCode: string;
  readonly visitedAt: Date;
}
