import { describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { contacted, isUncontacted } from './contact.js';
import type { WorkOrder } from './work-order.js';

const now = new Date('2026-11-24T04:00:00Z');
const order = {
  type: 'request',
  state: 'in-progress',
  confidential: false,
  round: 1,
  countedFrom: new Date('2026-11-23T02:00:00Z'),
  dispatchedAt: new Date('2026-11-23T04:00:00Z'),
  reachedAt: null,
} as WorkOrder;
const call = { way: 'phone', at: now, reached: true, note: null } as const;
const context = { now } as Parameters<typeof contacted>[2];
const codeOf = (of: Partial<WorkOrder>, contact: Partial<typeof call> = {}) => {
  const result = contacted({ ...order, ...of }, { ...call, ...contact }, context);
  return result.ok ? undefined : result.error.code;
};

describe('who asked', () => {
  it('is reached by who has the order, since it has it and not in times to come', () => {
    expect(codeOf({}, { at: new Date('2026-11-23T04:00:00Z') })).toBeUndefined();
    expect(codeOf({}, { at: new Date('2026-11-23T03:59:59Z') })).toBe('dispatch.work_order.contact_not_now');
    expect(codeOf({}, { at: new Date(now.getTime() + 1) })).toBe('dispatch.work_order.contact_not_now');
    const again = { round: 2, countedFrom: new Date(now.getTime() - 1) };
    expect(codeOf(again, { at: new Date(now.getTime() - 2) })).toBe('dispatch.work_order.contact_not_now');
    expect(codeOf(again)).toBeUndefined();
  });

  it('is reached before the time that a service is wanted at, when its clock does not run yet', () => {
    const wanted = new Date('2026-12-07T01:00:00Z');
    expect([1, 2].map((round) => codeOf({ round, countedFrom: wanted }))).toEqual([undefined, undefined]);
    const begun = { round: 1, countedFrom: new Date(now.getTime() - 1) };
    expect(codeOf(begun, { at: new Date(now.getTime() - 2) })).toBeUndefined(); // said today of yesterday's call
  });

  it('is nobody of a hazard, and of a confidential request nobody whom the lead may know', () => {
    const hidden = [{ type: 'hazard-rectification' }, { confidential: true }, { confidential: null }] as const;
    expect(hidden.map((of) => codeOf(of))).toEqual(Array(3).fill('dispatch.work_order.nobody_to_contact'));
    expect(hidden.map((of) => isUncontacted({ ...order, ...of }))).toEqual([false, false, false]);
  });

  it('stays reached when a later attempt fails', () => {
    const result = contacted({ ...order, reachedAt: now }, { ...call, reached: false }, context);
    expect(result.ok && result.value.changes).toEqual({ contactedAt: now, contactWay: 'phone', contactReached: false });
  });

  it('is missed while the order is worked on and when it is answered, until reached', () => {
    const states = ['accepted', 'in-progress', 'replied', 'approved'] as const;
    expect(states.map((state) => isUncontacted({ ...order, state }))).toEqual([false, true, true, false]);
    expect(isUncontacted({ ...order, reachedAt: now, personId: newId() })).toBe(false);
  });
});
