import { describe, expect, it } from '@jest/globals';
import { metresBetween } from '../duplicate/duplicate.js';
import { nextOf } from '../request/next-step.js';
import { boxAround } from './desk-facts.js';

const NOW = new Date('2026-11-27T04:00:00Z');
const [SIGN, DUE] = ['2026-11-27T06:00:00Z', '2026-11-30T16:00:00Z'];
const line = (action: string, detail: Record<string, unknown> | null = null) => ({ service: 'dispatch', action, detail });
const given = line('work-order.dispatched', { organisationId: 'lead', signDueAt: SIGN, dueAt: DUE });
const dispatched = { state: 'dispatched' } as const;

describe('what a request waits for', () => {
  it('is to be routed, then accepted by its lead, then handled, then reviewed, each with its own time', () => {
    expect(nextOf({ state: 'received' }, [], NOW)).toMatchObject({ step: 'route', role: 'dispatcher', dueAt: null, lamp: null });
    expect(nextOf(dispatched, [given], NOW)).toEqual({
      ...{ step: 'accept', role: 'handler', organisationId: 'lead', dueAt: new Date(SIGN), lamp: 'green' },
    });
    expect(nextOf(dispatched, [given, line('work-order.accepted')], NOW)).toMatchObject({
      step: 'handle',
      dueAt: new Date(DUE),
      lamp: 'green',
    });
    expect(nextOf(dispatched, [given, line('work-order.replied')], NOW)).toMatchObject({
      step: 'review',
      role: 'reviewer',
      organisationId: null,
    });
  });

  it('is to be looked at again by who found it, by their time, and to be reviewed once they have or did not', () => {
    const replied = line('work-order.replied', { organisationId: 'lead', dueAt: DUE, recheckDueAt: SIGN });
    expect(nextOf(dispatched, [given, replied], NOW)).toEqual({
      ...{ step: 'recheck', role: 'grid-worker', organisationId: null, dueAt: new Date(SIGN), lamp: null },
    });
    for (const action of ['confirmed', 'recheck-lapsed'])
      expect(nextOf(dispatched, [given, replied, line(`work-order.${action}`)], NOW)).toMatchObject({ step: 'review', role: 'reviewer' });
    expect(nextOf(dispatched, [given, replied, line('work-order.refuted')], NOW)).toMatchObject({ step: 'handle', role: 'handler' });
    const corrected = line('work-order.corrected', { dueAt: DUE, recheckDueAt: SIGN });
    expect(nextOf(dispatched, [given, line('work-order.replied'), corrected], NOW)).toMatchObject({
      step: 'recheck',
      dueAt: new Date(SIGN),
    });
    expect(nextOf(dispatched, [given, replied, line('work-order.corrected')], NOW)).toMatchObject({ step: 'recheck' });
  });

  it('has a yellow lamp when dispatch warned, a red one when its time is over, and a green one when it has more time', () => {
    const worked = [given, line('work-order.accepted'), line('work-order.warned')];
    expect(nextOf(dispatched, worked, NOW)?.lamp).toBe('yellow');
    expect(nextOf(dispatched, worked, new Date(DUE))?.lamp).toBe('red');
    const later = line('work-order.extended', { organisationId: 'lead', dueAt: '2026-12-30T16:00:00Z' });
    expect(nextOf(dispatched, [...worked, later], NOW)).toMatchObject({
      step: 'handle',
      lamp: 'green',
      dueAt: new Date('2026-12-30T16:00:00Z'),
    });
  });

  it('is to be given to another when it was returned, and of another when that was done', () => {
    expect(nextOf(dispatched, [given, line('work-order.returned')], NOW)).toMatchObject({ step: 'assign-again', role: 'dispatcher' });
    const again = line('work-order.reassigned', { organisationId: 'other', signDueAt: SIGN, dueAt: DUE });
    expect(nextOf(dispatched, [given, again], NOW)).toMatchObject({ step: 'accept', organisationId: 'other' });
  });

  it('is nothing when it is over, and not its own when it waits for another', () => {
    for (const state of ['closed', 'answered', 'declined', 'withdrawn', 'redirected'] as const)
      expect(nextOf({ state }, [given], NOW)).toBeUndefined();
    expect(nextOf({ state: 'merged' }, [], NOW)).toMatchObject({ step: 'answer-with-main', role: null });
    expect(nextOf({ state: 'divided' }, [], NOW)).toMatchObject({ step: 'answer-in-parts', role: null });
    expect(nextOf({ state: 'replied' }, [given], NOW)).toMatchObject({ step: 'call-back', role: 'callback-agent' });
    expect(nextOf({ state: 'mediating' }, [], NOW)).toMatchObject({ step: 'mediate', role: 'mediator' });
  });
});

describe('the box around a point', () => {
  it('reaches as far as was asked for to each side', () => {
    const [west, south, east, north] = boxAround([131.0159, 45.7712], 200);
    for (const edge of [
      [west, 45.7712],
      [east, 45.7712],
      [131.0159, south],
      [131.0159, north],
    ])
      expect(metresBetween([131.0159, 45.7712], edge)).toBeCloseTo(200, 0);
  });
});
