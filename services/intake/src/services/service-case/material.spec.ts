import { describe, expect, it } from '@jest/globals';
import { askedLater, askedLaterOf, faultOf, missingOf, settled, toldAtOnce, withoutWords } from './material.js';

const NOW = new Date('2026-11-27T04:00:00Z');
const LATER = new Date('2026-11-28T04:00:00Z');
const present = (name: string) => ({ name, state: 'present', reason: null }) as const;
const told = toldAtOnce(['身份证', '银行卡', '照片'], NOW);

describe('what a case needs', () => {
  it('is told in one go: all that is not there when the case is opened is missing, and nothing of it was asked later', () => {
    const opened = settled(told, [present('身份证')], true);
    expect(missingOf(opened)).toEqual(['银行卡', '照片']);
    expect(opened.map(({ toldAt }) => toldAt)).toEqual([null, NOW.toISOString(), NOW.toISOString()]);
    expect(askedLaterOf(opened)).toBe(0);
  });

  it('that is asked for later is marked so, whatever becomes of it', () => {
    const asked = askedLater(told, ['户口簿'], LATER);
    expect(asked.at(-1)).toEqual({ name: '户口簿', state: 'missing', reason: null, askedLater: true, toldAt: LATER.toISOString() });
    expect(askedLaterOf(settled(asked, [present('户口簿')], false))).toBe(1);
  });

  it('that was taken and proves wrong is missing again, and was asked for later', () => {
    const all = settled(
      told,
      told.map(({ name }) => present(name)),
      true,
    );
    const again = askedLater(all, ['照片'], LATER);
    expect(again.map(({ name }) => name)).toEqual(['身份证', '银行卡', '照片']);
    expect(again[2]).toEqual({ name: '照片', state: 'missing', reason: null, askedLater: true, toldAt: LATER.toISOString() });
    expect(again[0]).toEqual(all[0]);
  });

  it('that is brought on the day on which they came counts as there at once, but for what was asked for later', () => {
    const asked = askedLater(told, ['户口簿'], NOW);
    const brought = settled(asked, [present('银行卡'), present('户口簿')], true);
    expect(brought.map(({ toldAt }) => toldAt === null)).toEqual([false, true, false, false]);
  });

  it('that is brought later was told to be missing all the same', () => {
    const brought = settled(told, [present('银行卡')], false);
    expect(brought[1]).toMatchObject({ state: 'present', toldAt: NOW.toISOString() });
  });

  it('is called by the names that were told, brought once, and waived with a reason', () => {
    const waived = (reason: string | null) => faultOf(told, [{ name: '照片', state: 'waived', reason }]);
    expect([waived('部门共享核验'), waived(null)]).toEqual([undefined, { fault: 'reason', place: 0 }]);
    expect(faultOf(told, [{ ...present('照片'), reason: '多余' }])).toEqual({ fault: 'reason', place: 0 });
    expect(faultOf(told, [present('照片'), present('护照')])).toEqual({ fault: 'unknown', place: 1 });
    expect(faultOf(told, [present('照片'), present('照片')])).toEqual({ fault: 'not_missing', place: 1 });
    expect(faultOf(settled(told, [present('照片')], true), [present('照片')])).toEqual({ fault: 'not_missing', place: 0 });
  });

  it('keeps nothing that staff wrote once whose it was is erased: neither why something is waived nor what was asked for later; what is counted stays', () => {
    const waived = settled(told, [{ name: '照片', state: 'waived', reason: '张三已在部门核验' }], true);
    const left = withoutWords(askedLater(waived, ['张三的户口簿'], LATER));
    expect(JSON.stringify(left)).not.toContain('张三');
    expect(left.map(({ state, askedLater: later, toldAt }) => [state, later, toldAt])).toEqual([
      ['missing', false, NOW.toISOString()],
      ['missing', false, NOW.toISOString()],
      ['waived', false, null],
      ['missing', true, LATER.toISOString()],
    ]);
    expect(left.map(({ name }) => name).slice(0, 3)).toEqual(['身份证', '银行卡', '照片']); // as the item calls them
  });
});
