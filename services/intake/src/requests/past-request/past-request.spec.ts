import { describe, expect, it } from '@jest/globals';
import { faultOfTimes } from './past-request.js';

const at = (day: number): Date => new Date(Date.UTC(2025, 2, day));
const TIMES = { receivedAt: at(3), dueAt: at(10), repliedAt: at(5), closedAt: at(6) };
const faultOf = (changes: Partial<Parameters<typeof faultOfTimes>[0]>) => {
  const fault = faultOfTimes({ ...TIMES, ...changes }, at(20));
  return fault && [fault.code, fault.pointer];
};

describe('the times of a past request', () => {
  it('may lack all but the reception, and may be late', () => {
    expect(faultOf({})).toBeUndefined();
    expect(faultOf({ dueAt: null, repliedAt: null, closedAt: null })).toBeUndefined();
    expect(faultOf({ repliedAt: null })).toBeUndefined();
    expect(faultOf({ dueAt: at(4) })).toBeUndefined();
    expect(faultOf({ dueAt: at(25) })).toBeUndefined();
  });

  it.each([
    [{ receivedAt: at(21) }, 'intake.past_request.in_future', '/receivedAt'],
    [{ closedAt: at(21) }, 'intake.past_request.in_future', '/closedAt'],
    [{ repliedAt: at(2) }, 'intake.past_request.before_reception', '/repliedAt'],
    [{ dueAt: at(2) }, 'intake.past_request.before_reception', '/dueAt'],
    [{ closedAt: at(4) }, 'intake.past_request.closed_before_reply', '/closedAt'],
    [{ closedAt: null }, 'intake.past_request.not_closed', '/closedAt'],
  ])('are refused where they cannot be: %j', (changes, code, pointer) => {
    expect(faultOf(changes)).toEqual([code, pointer]);
  });
});
