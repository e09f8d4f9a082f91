import { describe, expect, it } from '@jest/globals';
import type { Request } from '../request/request.js';
import { differenceOf, faultOfTimes } from './past-request.js';

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
    expect(faultOf({ dueAt: at(3), repliedAt: at(3), closedAt: at(3) })).toBeUndefined(); // all at once
    expect(faultOf({ receivedAt: at(20), dueAt: null, repliedAt: at(20), closedAt: at(20) })).toBeUndefined(); // just now
  });

  it.each([
    [{ receivedAt: at(21) }, 'intake.past_request.in_future', '/receivedAt'],
    [{ closedAt: at(21) }, 'intake.past_request.in_future', '/closedAt'],
    [{ repliedAt: at(21), closedAt: at(22) }, 'intake.past_request.in_future', '/repliedAt'],
    [{ repliedAt: at(2) }, 'intake.past_request.before_reception', '/repliedAt'],
    [{ dueAt: at(2) }, 'intake.past_request.before_reception', '/dueAt'],
    [{ closedAt: at(4) }, 'intake.past_request.closed_before_reply', '/closedAt'],
    [{ closedAt: null }, 'intake.past_request.not_closed', '/closedAt'],
  ])('are refused where they cannot be: %j', (changes, code, pointer) => {
    expect(faultOf(changes)).toEqual([code, pointer]);
  });
});

describe('two that say what happened under one number', () => {
  const SAID = {
    kind: 'complaint',
    channel: 'hotline-12345',
    categoryCode: '010203',
    areaCode: '230903011001',
    title: '路灯不亮',
    text: '三天不亮',
    place: null,
    urgency: 'normal',
    publicAnswer: null,
    publishable: false,
    ...TIMES,
  } as unknown as Request;

  it('are the same when they say the same, whatever became of them since', () => {
    expect(differenceOf(SAID, { ...SAID, receivedAt: at(3), id: 'other', version: 2 } as Request)).toBeUndefined();
  });

  it.each([
    ['kind', 'help'],
    ['channel', 'app'],
    ['categoryCode', '010204'],
    ['areaCode', '230903011002'],
    ['title', '路灯又不亮'],
    ['text', '四天不亮'],
    ['place', '楼前'],
    ['urgency', 'urgent'],
    ['publicAnswer', '已修复'],
    ['publishable', true],
    ['receivedAt', at(2)],
    ['dueAt', null],
    ['repliedAt', at(6)],
    ['closedAt', at(7)],
  ])('are another past when %s differs', (name, value) => {
    expect(differenceOf(SAID, { ...SAID, [name]: value } as Request)).toBe(name);
  });
});
