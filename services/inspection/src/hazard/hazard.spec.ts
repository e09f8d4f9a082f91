import { describe, expect, it } from '@jest/globals';
import { makeCalendar } from '@zero-distance/calendar';
import { type Actor, SYSTEM, unwrap } from '@zero-distance/kernel';
import { describeMachine } from '@zero-distance/testing/machine';
import { ACTION_OF, findHazard, HAZARD_EVENTS, type Hazard, isOverdue, released, transition } from './hazard.js';
import { HAZARD_STATES, HAZARD_TRANSITIONS } from './hazard.transitions.js';

const CALENDAR = makeCalendar();
const NOW = new Date('2026-11-27T04:00:00Z'); // a Friday
const ID = '0190a5c0-7c1e-7000-8000-000000000005';
const ITEM = { code: 'exit-blocked', zh: '通道', en: 'exits', severity: 'serious', categoryCode: '130809', urgency: 'normal' } as const;
const VISIT = {
  id: ID,
  version: 1,
  premisesId: ID,
  premisesCode: 'XF-0001',
  areaCode: '230903011001',
  checklistVersion: 1,
  police: null,
  gridWorker: 'WG-1',
  results: [],
  passed: false,
  hazardCount: 1,
  visitedAt: NOW,
  recordedBy: 'inspector',
};
const found = (severity: Hazard['severity'] = 'serious'): Hazard =>
  findHazard(ID, VISIT, 3, { item: ITEM, severity, settled: 'notice', rectifyBy: NOW, note: null });
const who = (...roles: Actor['roles']): Actor => ({ id: 'x', roles, scopes: [], area: '' });
const by = (actor: Actor, now = NOW, calendar = CALENDAR) => ({ actor, now, calendar, transferDays: 3 });
const INSPECTOR = by(who('inspector'));

describeMachine(HAZARD_TRANSITIONS, {
  start: 'found',
  expected: {
    found: { correct: ['corrected', 'inspector'], order: ['ordered', 'inspector'], transfer: ['transferred', 'inspector'] },
    corrected: {},
    ordered: { transfer: ['transferred', 'inspector'], 'report-rectified': ['rectified', 'inspector'] },
    transferred: { transfer: ['transferred', 'inspector'], 'work-order-closed': ['rectified', 'system'] },
    rectified: { 'pass-recheck': ['closed', 'inspector'], 'fail-recheck': ['failed', 'inspector'] },
    closed: {},
    failed: { transfer: ['transferred', 'inspector'], 'work-order-closed': ['rectified', 'system'] },
  },
  take: (state, action, actor) => transition({ ...found(), state, withWorkOrder: action === 'work-order-closed' }, action, by(actor)),
  dataOf: ({ event, before, after }) => HAZARD_EVENTS[event]({ ...after, recheckDueAt: NOW, rectifyBy: NOW }, { before, at: NOW }),
  readme: new URL('../../README.md', import.meta.url),
});

describe('a hazard', () => {
  it('with a work order is not transferred again, until that order is terminated', () => {
    const transferred = unwrap(transition(found(), ACTION_OF.transfer, INSPECTOR)).after;
    expect(transferred).toMatchObject({ state: 'transferred', withWorkOrder: true, version: 2 });
    const again = (hazard: Hazard) => transition(hazard, 'transfer', INSPECTOR);
    expect(again({ ...transferred, state: 'failed' })).toMatchObject({ error: { code: 'inspection.hazard.with_work_order' } });
    expect(again({ ...transferred, withWorkOrder: false })).toMatchObject({ value: { after: { version: 3, withWorkOrder: true } } });
  });

  it('without a work order is not rectified by the closing of one', () => {
    const failed: Hazard = { ...found(), state: 'failed' };
    expect(transition(failed, 'work-order-closed', by(SYSTEM))).toMatchObject({ error: { code: 'inspection.hazard.without_work_order' } });
  });

  it('is rechecked within the checklist’s working days', () => {
    const ordered: Hazard = { ...found(), state: 'ordered' };
    const { after } = unwrap(transition(ordered, 'report-rectified', INSPECTOR));
    expect(after.recheckDueAt?.toISOString()).toBe('2026-12-02T16:00:00.000Z'); // Wednesday 24:00 in Shanghai
    expect(after.warnings).toEqual([]);
  });

  it('is rechecked by the calendar of the district', () => {
    const ordered: Hazard = { ...found(), state: 'ordered' };
    const calendar = makeCalendar({ edition: 'district', years: [], days: { '2026-12-01': 'holiday' } });
    const { after } = unwrap(transition(ordered, 'report-rectified', by(who('inspector'), NOW, calendar)));
    expect(after.recheckDueAt?.toISOString()).toBe('2026-12-03T16:00:00.000Z'); // Monday, Wednesday, Thursday
  });

  it('carries the warning when a year’s holidays are not loaded', () => {
    const ordered: Hazard = { ...found(), state: 'ordered' };
    const { after } = unwrap(transition(ordered, 'report-rectified', by(who('inspector'), new Date('2039-11-23T04:00:00Z'))));
    expect(after.warnings).toMatchObject([{ code: 'calendar_year_not_loaded', year: 2039 }]);
  });

  it('that failed its recheck is to be transferred by the end of the last day of the limit, or goes on with the work order that it has', () => {
    const recheck = (withWorkOrder: boolean) =>
      unwrap(transition({ ...found(), state: 'rectified', withWorkOrder }, 'fail-recheck', INSPECTOR)).after.transferDueAt;
    expect(recheck(false)?.toISOString()).toBe('2026-11-30T16:00:00.000Z'); // Monday 24:00 in Shanghai
    expect(recheck(true)).toBeNull();
  });

  it('whose work order came to nothing is to be transferred again, unless something else is due', () => {
    const due = (state: Hazard['state']) => released({ ...found(), state, withWorkOrder: true }, INSPECTOR).transferDueAt?.toISOString();
    expect(due('transferred')).toBe('2026-11-30T16:00:00.000Z');
    expect(due('failed')).toBe('2026-11-30T16:00:00.000Z');
    expect(due('rectified')).toBeUndefined();
    const again = unwrap(transition({ ...found(), state: 'transferred', transferDueAt: NOW }, 'transfer', INSPECTOR)).after;
    expect(again.transferDueAt).toBeNull();
  });

  it.each(HAZARD_STATES)('in state %s is overdue only by the time of what is next', (state) => {
    const times = { ordered: 'rectifyBy', rectified: 'recheckDueAt', transferred: 'transferDueAt', failed: 'transferDueAt' } as const;
    const none = { ...found(), state, rectifyBy: null, recheckDueAt: null, transferDueAt: null };
    for (const field of ['rectifyBy', 'recheckDueAt', 'transferDueAt'] as const) {
      const isNext = (times as Record<string, string>)[state] === field;
      expect([field, isOverdue({ ...none, [field]: NOW }, NOW)]).toEqual([field, isNext]);
      expect([field, isOverdue({ ...none, [field]: NOW }, new Date(NOW.getTime() - 1))]).toEqual([field, false]);
    }
    expect(isOverdue({ ...none, transferDueAt: NOW, withWorkOrder: true }, NOW)).toBe(false);
  });

  it('that may be major makes its work order urgent', () => {
    expect(found().urgency).toBe('normal');
    expect(found('suspected-major').urgency).toBe('life-safety');
  });
});
