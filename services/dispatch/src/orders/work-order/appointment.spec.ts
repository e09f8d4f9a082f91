import { describe, expect, it } from '@jest/globals';
import { DAY_MS } from '@zero-distance/kernel';
import { POLICIES } from '../../policy/policy.js';
import { APPOINTMENT_MISSED, type Appointed, type Appointing, appointed, appointmentCancelled, NOT_APPOINTED } from './appointment.js';

const now = new Date('2026-11-24T04:00:00Z');
const context = { now, policies: POLICIES.presets } as Parameters<typeof appointed>[2];
const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const agreed: Appointing = { from: at(21), until: at(23), reasonCode: null, note: null };
const order = { appointedFrom: at(21), appointedUntil: at(23) };
const codeOf = (of: Pick<Appointed, 'appointedFrom'>, said: Partial<Appointing> = {}) => {
  const result = appointed(of, { ...agreed, ...said }, context);
  return result.ok ? result.value.reasonCode : result.error.code;
};

describe('the time of a service', () => {
  it('is agreed once without a reason, moved with one, and its history says for when', () => {
    expect([codeOf(NOT_APPOINTED), codeOf(order, { reasonCode: 'resident' })]).toEqual(['agreed', 'resident']);
    const wanted = 'dispatch.work_order.appointment_reason';
    expect([codeOf(order), codeOf(NOT_APPOINTED, { reasonCode: 'provider' })]).toEqual([wanted, wanted]);
    const result = appointed(NOT_APPOINTED, { ...agreed, note: '家属在场' }, context);
    expect(result.ok && result.value.reason).toBe('2026-11-25 09:00 – 2026-11-25 11:00：家属在场');
    expect(result.ok && result.value.changes).toEqual({ ...order, appointmentCheckAt: at(25) });
  });

  it('that is over is told two hours later, once, and stays agreed', () => {
    const result = appointed(NOT_APPOINTED, agreed, context);
    if (!result.ok) throw result.error;
    expect(result.value.changes.appointmentCheckAt).toEqual(at(25));
    expect({ ...result.value.changes, ...APPOINTMENT_MISSED.changes }).toEqual({ ...order, appointmentCheckAt: null });
  });

  it('begins an hour ago at the earliest, and lasts a day at most', () => {
    const justBefore = new Date(at(-1).getTime() - 1);
    expect(codeOf(NOT_APPOINTED, { from: justBefore, until: at(1) })).toBe('dispatch.work_order.appointment_begun');
    expect(codeOf(NOT_APPOINTED, { from: new Date('1900-01-01T00:00:00Z'), until: at(1) })).toBe('dispatch.work_order.appointment_begun');
    expect(codeOf(NOT_APPOINTED, { from: at(1), until: at(25) })).toBe('agreed');
    expect(codeOf(NOT_APPOINTED, { from: at(1), until: new Date(at(25).getTime() + 1) })).toBe('dispatch.work_order.appointment_too_long');
  });

  it('ends after it begins, is not over, and is no further ahead than the policy says', () => {
    expect(codeOf(NOT_APPOINTED, { from: at(-1), until: at(1) })).toBe('agreed');
    const over = [
      { from: at(2), until: at(2) },
      { from: at(3), until: at(2) },
      { from: at(-2), until: at(0) },
    ];
    expect(over.map((said) => codeOf(NOT_APPOINTED, said))).toEqual(Array(3).fill('dispatch.work_order.appointment_over'));
    const latest = new Date(now.getTime() + 60 * DAY_MS);
    const from = new Date(latest.getTime() - 7_200_000);
    expect(codeOf(NOT_APPOINTED, { from, until: latest })).toBe('agreed');
    expect(codeOf(NOT_APPOINTED, { from, until: new Date(latest.getTime() + 1) })).toBe('dispatch.work_order.appointment_too_far_ahead');
  });

  it('is kept in the history when it is cancelled', () => {
    expect(appointmentCancelled(order, 'not-met', '敲门无人应答')).toEqual({
      changes: NOT_APPOINTED,
      reasonCode: 'not-met',
      reason: '2026-11-25 09:00 – 2026-11-25 11:00：敲门无人应答',
    });
  });
});
