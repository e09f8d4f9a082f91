import { readable } from '@zero-distance/calendar';
import { DAY_MS, type DomainError, err, HOUR_MS, MINUTE_MS, ok, type Result, type Why } from '@zero-distance/kernel';
import type { DecisionContext } from '../../reference/reference.js';
import { refuseAppointment } from './appointment.errors.js';

/** 改约、取消的原因: resident 居民要求, provider 服务单位原因, not-met 上门未遇. */
export const APPOINTMENT_REASONS = ['resident', 'provider', 'not-met'] as const;
export type AppointmentReason = (typeof APPOINTMENT_REASONS)[number];

/** 约定时间: when the service is provided, as agreed with whom it is for. */
export interface Appointed {
  readonly appointedFrom: Date | null;
  readonly appointedUntil: Date | null;
  /** When it is told that the time is over and the order was not answered; null once that was told, and where nothing is agreed. */
  readonly appointmentCheckAt: Date | null;
}

/** Nothing is agreed yet, or not with who has the order now, or not in this round. */
export const NOT_APPOINTED = { appointedFrom: null, appointedUntil: null, appointmentCheckAt: null } as const satisfies Appointed;

/** What is agreed, and why it takes the place of what was. */
export interface Appointing {
  readonly from: Date;
  readonly until: Date;
  readonly reasonCode: AppointmentReason | null;
  readonly note: string | null;
}

type Agreed = Why & { readonly changes: Appointed };

/** 约定时间, 改约: what was agreed before is moved with a reason, and stays in the history. The time to answer goes on: for more, an extension is asked. */
export function appointed(order: Pick<Appointed, 'appointedFrom'>, agreed: Appointing, { now, policies }: DecisionContext): Result<Agreed> {
  const refusal = whyNotThen(agreed, policies, now);
  if (refusal) return err(refusal);
  const isMoved = order.appointedFrom !== null;
  if (isMoved !== (agreed.reasonCode !== null)) return err(refuseAppointment('work_order.appointment_reason', {}, '/reasonCode'));
  const { from, until, reasonCode, note } = agreed;
  const appointmentCheckAt = new Date(until.getTime() + policies['appointment-grace-minutes'] * MINUTE_MS);
  const changes = { appointedFrom: from, appointedUntil: until, appointmentCheckAt };
  return ok({ changes, reasonCode: reasonCode ?? 'agreed', reason: inWords(`${readable(from)} – ${readable(until)}`, note) });
}

/** 取消约定: nothing is agreed any more; the history says what was. */
export function appointmentCancelled(
  { appointedFrom, appointedUntil }: Pick<Appointed, 'appointedFrom' | 'appointedUntil'>,
  reasonCode: AppointmentReason,
  note: string | null,
): Agreed {
  const was = [appointedFrom, appointedUntil].map((time) => (time === null ? '' : readable(time))).join(' – ');
  return { changes: NOT_APPOINTED, reasonCode, reason: inWords(was, note) };
}

/** 约定已过: what was agreed is over and the order is not answered. It stays agreed, so that it is seen; it is told once. */
export const APPOINTMENT_MISSED = { changes: { appointmentCheckAt: null } } as const;

/** Who is there already may say so: it began an hour ago at the earliest. */
const BEGUN_MS = HOUR_MS;

type Limits = Pick<DecisionContext['policies'], 'appointment-ahead-days' | 'appointment-window-hours'>;

function whyNotThen({ from, until }: Appointing, policies: Limits, now: Date): DomainError | undefined {
  const { 'appointment-ahead-days': aheadDays, 'appointment-window-hours': hours } = policies;
  if (until <= from || until <= now) return refuseAppointment('work_order.appointment_over', {}, '/until');
  if (from.getTime() < now.getTime() - BEGUN_MS) return refuseAppointment('work_order.appointment_begun', {}, '/from');
  if (until.getTime() - from.getTime() > hours * HOUR_MS) return refuseAppointment('work_order.appointment_too_long', { hours }, '/until');
  const latest = new Date(now.getTime() + aheadDays * DAY_MS);
  if (until <= latest) return undefined;
  return refuseAppointment('work_order.appointment_too_far_ahead', { days: aheadDays, latest: latest.toISOString() }, '/until');
}

const inWords = (when: string, note: string | null): string => (note === null ? when : `${when}：${note}`);
