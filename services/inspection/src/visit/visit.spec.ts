import { describe, expect, it } from '@jest/globals';
import type { Checklist } from '../checklist/checklist.js';
import { judge, type ReportedResult } from './visit.js';

const NOW = new Date('2026-11-23T04:00:00Z');
const LATER = new Date('2026-11-30T04:00:00Z');
const item = (code: string) => ({ code, zh: '项', en: 'item', severity: 'minor', categoryCode: '130809', urgency: 'normal' }) as const;
const CHECKLIST: Checklist = { version: 1, recheckWorkingDays: 3, publishedAt: NOW, items: [item('a'), item('b'), item('c')] };

const report = (results: ReportedResult[], othersPass = true) => judge(CHECKLIST, results, othersPass, NOW);
const fail = (more: Partial<ReportedResult>): ReportedResult => ({ item: 'b', result: 'fail', ...more });
const refusal = (results: ReportedResult[], othersPass = true) => {
  const judged = report(results, othersPass);
  return judged.ok ? undefined : [judged.error.code.replace('inspection.visit.', ''), judged.error.pointer];
};

describe('the report of a visit', () => {
  it('becomes a result for every item in the checklist’s order, and a finding for each that failed', () => {
    const judged = report([{ item: 'c', result: 'not-applicable' }, fail({ settled: 'notice', rectifyBy: LATER, severity: 'serious' })]);
    expect(judged).toEqual({
      ok: true,
      value: {
        results: [
          { item: 'a', result: 'pass' },
          { item: 'b', result: 'fail' },
          { item: 'c', result: 'not-applicable' },
        ],
        findings: [{ item: item('b'), severity: 'serious', settled: 'notice', rectifyBy: LATER, note: null }],
      },
    });
  });

  it('takes the checklist’s severity unless it says another', () => {
    expect(report([fail({ settled: 'transfer' })])).toMatchObject({ value: { findings: [{ severity: 'minor' }] } });
  });

  it('names every item once, or says that the others passed', () => {
    expect(refusal([{ item: 'a', result: 'pass' }], false)).toEqual(['items_missing', '/results']);
    expect(refusal([{ item: 'z', result: 'pass' }])).toEqual(['item_unknown', '/results/0/item']);
    const pass = { item: 'a', result: 'pass' } as const;
    expect(refusal([pass, pass])).toEqual(['item_twice', '/results/1/item']);
  });

  it('says of each failed item how it was settled, and of no other', () => {
    expect(refusal([fail({})])).toEqual(['settlement_missing', '/results/0/settled']);
    expect(refusal([{ item: 'a', result: 'pass', settled: 'transfer' }])).toEqual(['settlement_not_for', '/results/0/settled']);
    expect(refusal([{ item: 'a', result: 'not-applicable', rectifyBy: LATER }])).toEqual(['settlement_not_for', '/results/0/rectifyBy']);
  });

  it('has a time to rectify by with a notice, in the future, and with nothing else', () => {
    expect(refusal([fail({ settled: 'notice' })])?.[0]).toBe('rectify_by_missing');
    expect(refusal([fail({ settled: 'notice', rectifyBy: NOW })])?.[0]).toBe('rectify_by_past');
    expect(refusal([fail({ settled: 'transfer', rectifyBy: LATER })])?.[0]).toBe('rectify_by_only_with_notice');
  });

  it('leaves what may be a major hazard to the authority', () => {
    const major = { severity: 'suspected-major', rectifyBy: LATER } as const;
    expect(refusal([fail({ ...major, settled: 'notice' })])?.[0]).toBe('suspected_major_needs_transfer');
    expect(refusal([fail({ severity: 'suspected-major', settled: 'on-the-spot' })])?.[0]).toBe('suspected_major_needs_transfer');
    expect(refusal([fail({ severity: 'suspected-major', settled: 'transfer' })])).toBeUndefined();
  });
});
