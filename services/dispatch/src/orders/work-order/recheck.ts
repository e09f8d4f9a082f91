import { dueAt } from '@zero-distance/calendar';
import type { DecisionContext } from '../../reference/reference.js';
import type { Closing } from './closing.js';

/** 复核: what an order keeps of its being looked at again by who found the matter, before it is closed (field-brief §3, urban-management practice). */
export interface Recheck {
  /** 发现人: the account of the grid worker who found it; null where nobody did who could look again. */
  readonly finderId: string | null;
  /** To be looked at again by; null while the answer does not wait for that. */
  readonly recheckDueAt: Date | null;
  /** When who found it confirmed the answer that stands. */
  readonly recheckedAt: Date | null;
  /** How often they said in this round that it is not done. */
  readonly refutals: number;
}

export const NOT_RECHECKED = { recheckDueAt: null, recheckedAt: null } as const satisfies Partial<Recheck>;
/** What an order begins with. */
export const NEVER_RECHECKED = { ...NOT_RECHECKED, refutals: 0 } as const;

interface Finder extends Pick<Recheck, 'finderId' | 'refutals'> {
  readonly barredAccountIds: readonly string[] | null;
}

/**
 * Until when who found it is waited for; null where the category does not want that, or who found it answered themselves, may not see it, or said so
 * often in this round that it is not done that the reviewer decides (policy `recheck-rounds`: they have a look, not a veto).
 */
export function recheckUntil(
  { finderId, barredAccountIds, refutals }: Finder,
  { finderRechecks }: Pick<Closing, 'finderRechecks'>,
  repliers: readonly string[],
  { now, policies, calendar }: DecisionContext,
): Date | null {
  if (!finderRechecks || finderId === null) return null;
  if (repliers.includes(finderId) || barredAccountIds?.includes(finderId)) return null;
  if (refutals >= policies['recheck-rounds']) return null;
  return dueAt(now, policies['recheck-limit'], calendar).at;
}

/** What a category wants before a correction, and after it. */
export interface ClosingCorrected {
  readonly was: Pick<Closing, 'finderRechecks'>;
  readonly is: Pick<Closing, 'finderRechecks'>;
}

/**
 * 更正后的复核: until when who found it is waited for once an answered order is of another matter; null where nobody is. Who had their say, or let
 * their time go by, is not asked again while both categories want it.
 * @param order as it is corrected
 */
export function recheckCorrected(
  order: Finder & Pick<Recheck, 'recheckDueAt'>,
  { was, is }: ClosingCorrected,
  repliers: readonly string[],
  context: DecisionContext,
): Date | null {
  const until = recheckUntil(order, is, repliers, context);
  return until === null || !was.finderRechecks ? until : order.recheckDueAt;
}
