import { DAY_MS } from '@zero-distance/kernel';
import type { Tx } from '@zero-distance/persistence';
import { defineCollection, defineRegister } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { DutyShiftEntity } from './duty-shift.entity.js';
import { refuseDuty } from './duty-shift.errors.js';

/** Its changes are told to nobody: no other service calls who is on duty. */
export const DUTY_SHIFTS = defineRegister({
  entity: DutyShiftEntity,
  key: 'code',
  visible: { by: 'area', column: 'area_code' },
  notFound: (code) => refuseDuty('duty_shift.not_found', { code }),
  filters: {
    organisation: 'organisation_code',
    /** Those that somebody is on duty by at a moment. */
    at: (moment: string, { given }) =>
      `not t.cancelled and t.ends_at > ${given(moment)}::timestamptz and t.starts_at <= ${given(moment)}::timestamptz`,
  },
  lies: { in: 'areaCode', service: 'dispatch', pointer: '/organisation' },
  unique: 'duty_shift_code_key',
  changedMeanwhile: () => refuse('register.changed_meanwhile'),
});

/** 接下来的班次: those that begin at a moment or later and were not cancelled, the soonest first. */
export const COMING_SHIFTS = defineCollection({
  entity: DutyShiftEntity,
  visible: { by: 'area', column: 'area_code' },
  changes: true,
  filters: {
    from: (from: string, { given }) => `not t.cancelled and t.starts_at >= ${given(from)}::timestamptz`,
    organisation: 'organisation_code',
  },
  orders: {
    soonest: {
      by: [
        { column: 'starts_at', property: 'startsAt', kind: 'time' },
        { column: 'id', property: 'id', kind: 'uuid' },
      ],
      direction: 'asc',
    },
  },
});

/** Queues that the numbers of shifts that are over are gone, and after so many days who was on duty. */
export function forgetOfShifts(tx: Tx, days: number): void {
  tx.write('update duty_shift set phone = null, phone_masked = null where phone is not null and ends_at <= $1', [tx.now], 'any');
  const before = new Date(tx.now.getTime() - days * DAY_MS);
  tx.write('update duty_shift set name = null, post = null where name is not null and ends_at <= $1', [before], 'any');
}
