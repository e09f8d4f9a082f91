import { DAY_MS, type DomainError, HOUR_MS } from '@zero-distance/kernel';
import type { KeyRing } from '@zero-distance/personal-data';
import { maskPhone, readPhone } from '@zero-distance/personal-data/phones';
import type { BoundsPolicies } from '../../policy/bounds-policy.js';
import { refuseDuty } from './duty-shift.errors.js';

/** 值班安排: who can be reached for an organisation, from when until when. */
export interface DutyShift {
  readonly id: string;
  readonly code: string;
  readonly organisationCode: string;
  /** That of the organisation when it was put. */
  readonly areaCode: string;
  /** Who is on duty, as staff know them; null once nobody has to know any more. */
  readonly name: string | null;
  /** 职务 */
  readonly post: string | null;
  /** The telephone, sealed, and as it is shown; null once the shift is over: nobody is to be called by it. */
  readonly phone: string | null;
  readonly phoneMasked: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** 已取消: it was planned, and nobody is on duty by it. */
  readonly cancelled: boolean;
  readonly version: number;
}

/** What is wrong with the times of a shift: a year that is mistyped would keep its number for life. */
export function timesFault(
  { startsAt, endsAt }: Pick<DutyShift, 'startsAt' | 'endsAt'>,
  policies: BoundsPolicies,
  now: Date,
): DomainError | undefined {
  if (endsAt <= startsAt) return refuseDuty('duty_shift.ends_before_it_begins', {}, '/endsAt');
  const last = new Date(now.getTime() + policies['duty-ahead-days'] * DAY_MS);
  if (startsAt > last) return refuseDuty('duty_shift.too_far_ahead', { latest: last.toISOString() }, '/startsAt');
  const latest = new Date(startsAt.getTime() + policies['duty-shift-hours'] * HOUR_MS);
  return endsAt > latest ? refuseDuty('duty_shift.too_long', { latest: latest.toISOString() }, '/endsAt') : undefined;
}

const contextOf = (id: string): string => `${id}/phone`;

/** The telephone in plain; undefined when it is gone. Callers write an access record in the same transaction. */
export const openPhone = ({ id, phone }: Pick<DutyShift, 'id' | 'phone'>, ring: KeyRing): string | undefined =>
  phone === null ? undefined : ring.decrypt(phone, contextOf(id));

const NO_PHONE = { phone: null, phoneMasked: null } as const;

/** What is kept of a telephone: of a shift that is over or cancelled nothing, and of one whose number is the same what is there already. */
export function phoneOf(
  { id, endsAt, cancelled }: Pick<DutyShift, 'id' | 'endsAt' | 'cancelled'>,
  phone: string,
  before: DutyShift | undefined,
  { ring, now }: { readonly ring: KeyRing; readonly now: Date },
): Pick<DutyShift, 'phone' | 'phoneMasked'> {
  if (cancelled || endsAt <= now) return NO_PHONE;
  if (before && openPhone(before, ring) === phone) return { phone: before.phone, phoneMasked: before.phoneMasked };
  return { phone: ring.encrypt(phone, contextOf(id)), phoneMasked: maskPhone(readPhone(phone)) };
}
