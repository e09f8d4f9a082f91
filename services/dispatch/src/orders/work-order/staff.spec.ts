import { describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { type Staff, staffAssigned, withoutRecused } from './staff.js';
import type { WorkOrder } from './work-order.js';

const [one, other, hidden] = [newId(), newId(), newId()];
const order = { barredAccountIds: [hidden] } as unknown as WorkOrder;
const codeOf = (staff: Partial<Staff>) => {
  const result = staffAssigned(order, { personId: null, standInId: null, section: null, ...staff });
  return result.ok ? undefined : result.error.code;
};

describe('the people of a lead who do an order', () => {
  it('are a section, a person, or both, and somebody else who stands in for the person', () => {
    const allowed = [{ section: '市政科' }, { personId: one }, { personId: one, standInId: other, section: '市政科' }];
    expect(allowed.map(codeOf)).toEqual([undefined, undefined, undefined]);
    expect(codeOf({})).toBe('dispatch.work_order.staff_wanted');
    expect(
      [
        { section: '市政科', standInId: other },
        { personId: one, standInId: one },
      ].map(codeOf),
    ).toEqual(Array(2).fill('dispatch.work_order.stand_in_for_nobody'));
  });

  it('are none from whom the matter is hidden, and who is recused later gives way to the stand-in', () => {
    expect([{ personId: hidden }, { personId: one, standInId: hidden }].map(codeOf)).toEqual(
      Array(2).fill('dispatch.work_order.staff_recused'),
    );
    const assigned = { personId: one, standInId: other } as WorkOrder;
    expect(withoutRecused(assigned, null)).toEqual({});
    expect(withoutRecused(assigned, [hidden])).toEqual({});
    expect(withoutRecused(assigned, [one])).toEqual({ personId: other, standInId: null });
    expect(withoutRecused(assigned, [other])).toEqual({ standInId: null });
    expect(withoutRecused(assigned, [one, other])).toEqual({ personId: null, standInId: null });
  });
});
