import { DAY_MS, type DomainError, err, ok, type Result } from '@zero-distance/kernel';
import { EVERYONE, type ServiceItem } from '../service-item/service-item.js';
import { refuseOrder } from './service-order.errors.js';

/** 时段: when the resident wants it. */
export interface Wanted {
  readonly from?: Date;
  readonly until?: Date;
}

/** What the catalogue has under a code, and that with all that takes its place in turn. */
interface Found {
  readonly item: ServiceItem | undefined;
  readonly chain: readonly Pick<ServiceItem, 'code' | 'retiredOn'>[];
}

/** An item that can be ordered. */
export type Orderable = ServiceItem & { readonly categoryCode: string };

/** 可点单: offered today, ordered and not had at a window, and for a group that the resident is in. @param today `YYYY-MM-DD` */
export function orderable(code: string, { item, chain }: Found, groups: readonly string[], today: string): Result<Orderable> {
  if (!item || !isOffered(item, today)) {
    const successor = chain.find((later) => isOffered(later, today))?.code;
    if (successor !== undefined) return err(refuseOrder('service_order.retired', { code, successor }, '/itemCode'));
    return err(refuseOrder('service_order.no_item', { code }, '/itemCode'));
  }
  const { categoryCode, eligibleGroups } = item;
  if (categoryCode === null) return err(refuseOrder('service_order.at_window', { code }, '/itemCode'));
  if (eligibleGroups.some((group) => group === EVERYONE || groups.includes(group))) return ok({ ...item, categoryCode });
  return err(refuseOrder('service_order.not_for_them', { code, groups: eligibleGroups.join('、') }, '/itemCode'));
}

const isOffered = ({ retiredOn }: Pick<ServiceItem, 'retiredOn'>, today: string): boolean => retiredOn === null || retiredOn > today;

/** Undefined when a time that is wanted can still be kept, and is no further away than anybody plans. @param aheadDays `order-ahead-days` */
export function whyNotThen({ from, until }: Wanted, aheadDays: number, now: Date): DomainError | undefined {
  const end = until ?? from;
  if (end !== undefined && (end <= now || (from !== undefined && until !== undefined && until <= from)))
    return refuseOrder('service_order.window_over', {}, until === undefined ? '/from' : '/until');
  const latest = new Date(now.getTime() + aheadDays * DAY_MS);
  const tooLate = [from, until].findIndex((time) => time !== undefined && time > latest);
  if (tooLate < 0) return undefined;
  return refuseOrder('service_order.too_far_ahead', { days: aheadDays, latest: latest.toISOString() }, tooLate === 0 ? '/from' : '/until');
}
