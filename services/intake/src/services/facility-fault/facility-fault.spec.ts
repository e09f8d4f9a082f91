import { describe, expect, it } from '@jest/globals';
import { ok, stepOf } from '@zero-distance/kernel';
import { describeMachine } from '@zero-distance/testing/machine';
import type { ServicePoint } from '../service-point/service-point.js';
import { confirmed, ended, FACILITY_FAULT_EVENTS, isOverdue, reminded, reportFault, toBeChecked } from './facility-fault.js';
import { FACILITY_FAULT_TRANSITIONS } from './facility-fault.transitions.js';

const NOW = new Date('2026-11-27T04:00:00Z');
const DUE = new Date('2026-11-28T04:00:00Z');
const ORGANISATION = '0190a5c0-7c1e-7000-8000-000000000003';
const WAITS = { 'fault-check-hours': 24 };
const POINT: ServicePoint = {
  ...{ id: 'p', code: 'nuanfeng-01', kind: 'warm-bee-station', name: '学府街暖蜂驿站', areaCode: '230903011001', address: '学府街12号' },
  ...{
    longitude: 131,
    latitude: 45.77,
    facilities: ['microwave'],
    standards: [],
    hours: ['1-7 00:00-24:00'],
    closedOnHolidays: false,
    bays: 4,
  },
  ...{
    ofUnion: false,
    phone: null,
    operatorOrganisation: 'union',
    faultCategoryCode: '010203',
    retiredOn: null,
    successorCode: null,
    version: 1,
  },
};
const fault = reportFault({ point: POINT, facility: 'microwave', note: null, organisationId: ORGANISATION }, NOW, WAITS);
const LOOKERS = ['window-clerk', 'grid-worker', 'intake-clerk'] as const;

describeMachine(FACILITY_FAULT_TRANSITIONS, {
  start: 'reported',
  expected: {
    reported: { confirm: ['repairing', ...LOOKERS], dismiss: ['dismissed', ...LOOKERS], remind: ['reported', 'system'] },
    repairing: { repair: ['repaired', 'system'], 'give-back': ['reported', 'system'] },
    repaired: {},
    dismissed: {},
  },
  take: (state, action, actor) => {
    const row = FACILITY_FAULT_TRANSITIONS.decide(state, action, actor, fault);
    return row.ok ? ok(stepOf(row.value, { ...fault, state, confirmedBy: 'clerk' }, actor)) : row;
  },
  dataOf: ({ event, before, after }) => FACILITY_FAULT_EVENTS[event](after, { before, at: NOW }),
  readme: new URL('../../../README.md', import.meta.url),
});

describe('a facility fault', () => {
  it('keeps what of the service point whoever mends it has to know, as it was then', () => {
    expect(fault).toMatchObject({
      name: POINT.name,
      place: POINT.address,
      areaCode: POINT.areaCode,
      categoryCode: '010203',
      organisationId: ORGANISATION,
    });
  });

  it('is to be looked at within the hours of the policy, and overdue from then until somebody has', () => {
    expect(fault).toMatchObject({ dueAt: DUE, nextAt: DUE });
    expect(isOverdue(fault, new Date(DUE.getTime() - 1))).toBe(false);
    expect(isOverdue(fault, DUE)).toBe(true);
    expect(isOverdue({ ...fault, state: 'repairing' }, DUE)).toBe(false);
  });

  it('is told of again after as many hours, and by nobody once it was looked at', () => {
    expect(reminded(DUE, WAITS)).toEqual({ nextAt: new Date('2026-11-29T04:00:00Z') });
    expect(confirmed('clerk', null)).toEqual({ confirmedBy: 'clerk', finding: null, nextAt: null });
    expect(ended(NOW)).toEqual({ nextAt: null, note: null, endedAt: NOW });
    expect(toBeChecked(DUE, WAITS).dueAt).toEqual(new Date('2026-11-29T04:00:00Z'));
  });

  it('tells what is wrong only where somebody said so', () => {
    const told = (note: string | null) =>
      FACILITY_FAULT_EVENTS['intake.facility-fault.confirmed.v1'](
        { ...fault, finding: note, note: '致电张三', confirmedBy: 'clerk' },
        { before: fault, at: NOW },
      );
    expect(told('不加热')).toMatchObject({ note: '不加热', finderId: 'clerk', name: POINT.name, place: POINT.address });
    expect(told(null)).not.toHaveProperty('note');
  });
});
