import { err, ok, type Result } from '@zero-distance/kernel';
import { refuseHandling } from './handling.errors.js';
import type { WorkOrder } from './work-order.js';

/** 经办: who of the lead's people does the work. */
export type Staff = Pick<WorkOrder, 'personId' | 'standInId' | 'section'>;

/** Another lead has other people. */
export const NO_STAFF: Staff = { personId: null, standInId: null, section: null };

/** 分派经办人: a section or a person, with who stands in; nobody from whom the matter is hidden. Named anew, they take the place of those before. */
export function staffAssigned(
  { barredAccountIds }: WorkOrder,
  { personId, standInId, section }: Staff,
): Result<{ readonly changes: Staff }> {
  if (personId === null && section === null) return err(refuseHandling('work_order.staff_wanted', {}, '/personId'));
  if (standInId !== null && (personId === null || standInId === personId))
    return err(refuseHandling('work_order.stand_in_for_nobody', {}, '/standInId'));
  if (personId !== null && barredAccountIds?.includes(personId)) return err(refuseHandling('work_order.staff_recused', {}, '/personId'));
  if (standInId !== null && barredAccountIds?.includes(standInId)) return err(refuseHandling('work_order.staff_recused', {}, '/standInId'));
  return ok({ changes: { personId, standInId, section } });
}

/** 回避: whoever the matter is hidden from from now on does not do it any more. */
export function withoutRecused({ personId, standInId }: WorkOrder, barred: readonly string[] | null): Partial<Staff> {
  const isGone = (id: string | null): boolean => id !== null && barred?.includes(id) === true;
  if (!isGone(personId) && !isGone(standInId)) return {};
  return isGone(personId) ? { personId: isGone(standInId) ? null : standInId, standInId: null } : { standInId: null };
}
