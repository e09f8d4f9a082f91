import { wallClock } from '@zero-distance/kernel';
import type { HonourLevels } from '../../policy/policy.js';
import type { MobileGridWorker } from './mobile-grid-worker.js';

/** 荣誉: by what somebody has earned in all. Nobody is set against others. */
export const HONOURS = ['bronze', 'silver', 'gold'] as const;
export type Honour = (typeof HONOURS)[number];

/** 积分明细: a row of the ledger, which is never changed. What is taken back is a row of its own. */
export interface SnapshotPoint {
  readonly id: string;
  readonly snapshotReportId: string;
  readonly workerId: string;
  /** Below zero: taken back. */
  readonly points: number;
  /** `YYYY-MM`: the month that it counts for. What is taken back counts for the month in which it was earned. */
  readonly month: string;
  readonly at: Date;
  readonly actorId: string;
  readonly reason: string | null;
}

/** The month of a moment, by the clock of the district. */
export const monthOf = (at: Date): string => wallClock(at).toISOString().slice(0, 7);

/** What a valid report earns: as many points as the policy says, and no more in a month than it says. */
export const earnedBy = (points: number, cap: number, earnedThisMonth: number): number =>
  Math.max(0, Math.min(points, cap - earnedThisMonth));

/** 已核验、在岗: points are for workers whom somebody has verified, and who have not left. @param today `YYYY-MM-DD` */
export const mayEarn = ({ verifiedOn, retiredOn }: MobileGridWorker, today: string): boolean =>
  verifiedOn !== null && verifiedOn <= today && (retiredOn === null || retiredOn > today);

/** The highest honour that a total has reached; null for none yet. */
export const honourOf = (total: number, levels: HonourLevels): Honour | null => HONOURS.findLast((one) => total >= levels[one]) ?? null;
