import { describe, expect, it } from '@jest/globals';
import type { ServiceItem } from '../service-item/service-item.js';
import { orderable, whyNotThen } from './service-order.js';

const ITEM: ServiceItem = {
  ...{ id: 'i-1', code: 'EL-01', name: '健康体检', group: 'elderly', field: 'elder-care', version: 3 },
  ...{ eligibleGroups: ['elderly', 'disabled'], materials: [], steps: ['上门'], timeLimitWorkingDays: 3, places: ['at-home'] },
  ...{ handlingOrganisation: 'health-centre', oneStop: true, assisted: true, fee: null, onlineLink: null },
  ...{ categoryCode: '120601', retiredOn: null, successorItem: null },
};
const TODAY = '2026-11-29';
const codeOf = (item: ServiceItem | undefined, groups = ['elderly']) => {
  const found = orderable('EL-01', { item, chain: item ? [item] : [] }, groups, TODAY);
  return found.ok ? found.value.version : found.error.code;
};

describe('an item of the catalogue', () => {
  it('is ordered by who is in one of its groups, and an item for everyone by anybody', () => {
    expect([codeOf(ITEM), codeOf(ITEM, ['disabled', 'students'])]).toEqual([3, 3]);
    expect([codeOf(ITEM, []), codeOf(ITEM, ['students'])]).toEqual(Array(2).fill('intake.service_order.not_for_them'));
    expect(codeOf({ ...ITEM, eligibleGroups: ['everyone'] }, [])).toBe(3);
  });

  it('is ordered until the day before it is retired', () => {
    expect(codeOf({ ...ITEM, retiredOn: '2026-11-30' })).toBe(3);
    expect(codeOf({ ...ITEM, retiredOn: TODAY })).toBe('intake.service_order.no_item');
    expect(codeOf(undefined)).toBe('intake.service_order.no_item');
  });

  it('that is retired names what is offered today of what takes its place in turn', () => {
    const item = { ...ITEM, retiredOn: TODAY, successorItem: 'EL-07' };
    const chain = [item, { code: 'EL-07', retiredOn: '2026-11-01' }, { code: 'EL-08', retiredOn: '2026-11-30' }];
    const found = (of: typeof chain) => orderable('EL-01', { item, chain: of }, ['elderly'], TODAY);
    expect(found(chain)).toMatchObject({ error: { code: 'intake.service_order.retired', params: { code: 'EL-01', successor: 'EL-08' } } });
    expect(found(chain.slice(0, 2))).toMatchObject({ error: { code: 'intake.service_order.no_item' } });
  });

  it('is not ordered where it has no category to be filed under', () => {
    expect(codeOf({ ...ITEM, categoryCode: null })).toBe('intake.service_order.at_window');
  });
});

describe('the time that is wanted', () => {
  const now = new Date('2026-11-29T02:00:00Z');
  const at = (hour: number) => new Date(now.getTime() + hour * 3_600_000);
  it('ends after it begins, and is not over', () => {
    const good = [{}, { from: at(1) }, { until: at(1) }, { from: at(1), until: at(2) }, { from: at(-1), until: at(1) }];
    expect(good.map((wanted) => whyNotThen(wanted, 60, now))).toEqual(good.map(() => undefined));
    for (const wanted of [{ from: at(0) }, { until: at(0) }, { from: at(2), until: at(1) }, { from: at(2), until: at(2) }])
      expect(whyNotThen(wanted, 60, now)?.code).toBe('intake.service_order.window_over');
  });

  it('is no further ahead than the policy says, neither from nor until', () => {
    expect(whyNotThen({ from: at(47), until: at(48) }, 2, now)).toBeUndefined();
    const late = [{ from: at(49) }, { until: at(49) }, { from: at(1), until: at(49) }].map((wanted) => whyNotThen(wanted, 2, now));
    expect(late.map((refusal) => refusal?.code)).toEqual(Array(3).fill('intake.service_order.too_far_ahead'));
    expect(late.map((refusal) => refusal?.pointer)).toEqual(['/from', '/until', '/until']);
  });
});
