import { differenceIn } from '@zero-distance/kernel';
import type { Visit } from '../visit/visit.js';

/** What was seen at a past visit, and when. */
type PastVisit = Pick<Visit, 'premisesCode' | 'gridWorker' | 'police' | 'passed' | 'hazardCount' | 'visitedAt'>;

/** Under what name the file says it. */
const SAID = {
  premisesCode: 'premises',
  gridWorker: 'gridWorker',
  police: 'police',
  passed: 'hazards',
  hazardCount: 'hazards',
  visitedAt: 'visitedAt',
} as const satisfies Record<keyof PastVisit, string>;

/** What the second of two says otherwise, if anything: a past visit is brought in once, and its past does not change. */
export const differenceOf = (before: PastVisit, now: PastVisit): string | undefined => differenceIn(SAID, before, now);
