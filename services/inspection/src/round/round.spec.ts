import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PREMISES_STATUSES } from '../premises/premises.js';
import { digitsBelow, monthOf, planStop, rateOf, type Stop } from './round.js';

const HERE = '230903011001';
const THERE = '230903011002';
const stop = (state: Stop['state'], areaCode = HERE): Stop => ({ id: '1', version: 1, month: '2026-11', premisesId: '2', areaCode, state });
const premises = (status: (typeof PREMISES_STATUSES)[number], areaCode = HERE) => ({ status, areaCode });

describe('the round', () => {
  it('of a month ends at midnight in Shanghai', () => {
    expect(monthOf(new Date('2026-11-30T15:59:59Z'))).toBe('2026-11');
    expect(monthOf(new Date('2026-11-30T16:00:00Z'))).toBe('2026-12');
  });

  it('takes in premises that become active', () => {
    const added = { state: 'due', areaCode: HERE, due: [{ areaCode: HERE, by: 1 }] };
    expect(planStop(undefined, premises('active'))).toEqual(added);
    expect(planStop(stop('dropped', THERE), premises('active'))).toEqual(added);
    expect(planStop(undefined, premises('suspended'))).toBeUndefined();
  });

  it('drops premises that are no longer active, unless they were visited', () => {
    expect(planStop(stop('due'), premises('closed'))).toEqual({ state: 'dropped', areaCode: HERE, due: [{ areaCode: HERE, by: -1 }] });
    expect(planStop(stop('done'), premises('closed'))).toBeUndefined();
  });

  it('counts premises that moved where they are now', () => {
    expect(planStop(stop('due'), premises('active', THERE))?.due).toEqual([
      { areaCode: HERE, by: -1 },
      { areaCode: THERE, by: 1 },
    ]);
    expect(planStop(stop('done'), premises('active', THERE))).toBeUndefined();
  });

  it('counts as due exactly the stops that are due or done, whatever happens to the register', () => {
    const step = fc.record({ status: fc.constantFrom(...PREMISES_STATUSES), areaCode: fc.constantFrom(HERE, THERE), visit: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const due: Record<string, number> = { [HERE]: 0, [THERE]: 0 };
        let now: Stop | undefined;
        for (const { visit, ...place } of steps) {
          const change = planStop(now, place);
          for (const { areaCode, by } of change?.due ?? []) due[areaCode] = (due[areaCode] ?? 0) + by;
          if (change) now = stop(change.state, change.areaCode);
          if (visit && now?.state === 'due') now = stop('done', now.areaCode);
        }
        const counts = now && now.state !== 'dropped' ? now.areaCode : undefined;
        expect(due).toEqual({ [HERE]: counts === HERE ? 1 : 0, [THERE]: counts === THERE ? 1 : 0 });
      }),
    );
  });

  it('is shown by the areas right below', () => {
    expect(['', '230903', '230903011', HERE, `${HERE}001`].map(digitsBelow)).toEqual([6, 9, 12, 15, 15]);
  });

  it('has no rate when nothing is due', () => {
    expect(rateOf(0, 0)).toBeNull();
    expect(rateOf(2, 3)).toBe(0.6667);
  });
});
