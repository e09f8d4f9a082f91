import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { makeCalendar } from './calendar.js';
import { type Duration, dueAt } from './deadline.js';
import { recomputeDue } from './ledger.js';
import type { DeadlineEntry } from './ledger-entry.js';
import { endOf } from './shanghai.js';

const calendar = makeCalendar();
const at = (text: string) => new Date(`${text}+08:00`);
const granted = (from: string, amount: number, unit: Duration['unit']): DeadlineEntry => ({
  kind: 'granted',
  at: at(from),
  limit: { amount, unit },
});

const units = fc.constantFrom<Duration['unit']>('hour', 'natural_day', 'working_day');
const limits = fc.record({ amount: fc.integer({ min: 1, max: 20 }), unit: units });
const instants = fc.date({ min: new Date('2025-01-01T00:00:00Z'), max: new Date('2026-06-01T00:00:00Z'), noInvalidDate: true });

/** A ledger as life writes it: a grant, then extensions and pauses in any order, each some time after the last. */
const ledgers = fc
  .tuple(instants, limits, fc.array(fc.tuple(fc.constantFrom('extended', 'pause'), fc.nat(5 * 86_400_000), limits), { maxLength: 6 }))
  .map(([from, limit, happenings]) => {
    const entries: DeadlineEntry[] = [{ kind: 'granted', at: from, limit }];
    let now = from.getTime();
    for (const [kind, later, by] of happenings) {
      now += later;
      if (kind === 'extended') entries.push({ kind, at: new Date(now), limit: by });
      else {
        entries.push({ kind: 'paused', at: new Date(now) });
        now += later;
        entries.push({ kind: 'resumed', at: new Date(now) });
      }
    }
    return entries;
  });

describe('a deadline ledger', () => {
  it('with only its grant is due when the limit runs out', () => {
    fc.assert(
      fc.property(instants, limits, (from, limit) => {
        const deadline = recomputeDue([{ kind: 'granted', at: from, limit }], calendar);
        const { at: due, date } = dueAt(from, limit, calendar);
        expect(deadline).toMatchObject({ at: due, date, countedFrom: from, paused: false });
      }),
    );
  });

  it('moves the due time by exactly the pause, for any length of pause', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom('hour', 'natural_day'), fc.nat(90 * 86_400_000), (from, unit, pause) => {
        const grant: DeadlineEntry = { kind: 'granted', at: from, limit: { amount: 5, unit } };
        const resumed = recomputeDue(
          [grant, { kind: 'paused', at: from }, { kind: 'resumed', at: new Date(from.getTime() + pause) }],
          calendar,
        );
        expect(resumed.at.getTime() - recomputeDue([grant], calendar).at.getTime()).toBe(pause);
        expect(resumed.countedFrom.getTime() - from.getTime()).toBe(pause);
      }),
    );
  });

  it('never makes a working-day limit due on a day off, nor earlier than the pause says', () => {
    fc.assert(
      fc.property(instants, fc.nat(30 * 86_400_000), (from, pause) => {
        const grant: DeadlineEntry = { kind: 'granted', at: from, limit: { amount: 5, unit: 'working_day' } };
        const before = recomputeDue([grant], calendar).at.getTime();
        const resumed = recomputeDue(
          [grant, { kind: 'paused', at: from }, { kind: 'resumed', at: new Date(from.getTime() + pause) }],
          calendar,
        );
        expect(calendar.isWorkingDay(resumed.date)).toBe(true);
        expect(resumed.at.getTime()).toBeGreaterThanOrEqual(before + pause);
      }),
    );
  });

  it('recomputes to the due time stored with each of its rows', () => {
    fc.assert(
      fc.property(ledgers, (entries) => {
        const stored = entries.map((_, i) => recomputeDue(entries.slice(0, i + 1), calendar).at); // as a service would, row after row
        const deadline = recomputeDue(entries, calendar);
        expect(deadline.steps.map((step) => step.at)).toEqual(stored);
        expect(deadline.at).toEqual(stored.at(-1));
      }),
    );
  });

  it('never moves the due time to an earlier moment, under one calendar', () => {
    fc.assert(
      fc.property(ledgers, (entries) => {
        const times = recomputeDue(entries, calendar).steps.map((step) => step.at.getTime());
        expect(times).toEqual([...times].sort((a, b) => a - b));
      }),
    );
  });

  it('explains each step in both languages, with the holidays passed over and the reason given', () => {
    const { steps } = recomputeDue(
      [
        granted('2026-09-30T14:05:00', 3, 'working_day'),
        { kind: 'paused', at: at('2026-10-08T10:00:00'), reason: '待申请人补充材料' },
        { kind: 'resumed', at: at('2026-10-09T11:30:00') },
        { kind: 'extended', at: at('2026-10-09T12:00:00'), limit: { amount: 1, unit: 'working_day' } },
      ],
      calendar,
    );
    expect(steps.map((step) => step.zh)).toEqual([
      '2026-09-30 14:05 起办理时限 3 个工作日，次日起算，跳过休息日 7 天（含国庆节），计入调休上班 2026-10-10，截止 2026-10-10 24:00。',
      '2026-10-08 10:00 起暂停计时。原因：待申请人补充材料',
      '2026-10-09 11:30 恢复计时，暂停 1 天 1 小时 30 分钟，顺延至 2026-10-12 01:30。',
      '延期 1 个工作日，截止 2026-10-13 24:00。',
    ]);
    expect(steps[0]?.en).toBe(
      'From 2026-09-30 14:05: 3 working days, counted from the next day, passing over 7 days off (National Day), counting make-up workdays 2026-10-10; due 2026-10-10 24:00.',
    );
    expect(steps[2]?.en).toBe('Resumed at 2026-10-09 11:30 after 1 d 1 h 30 min; due 2026-10-12 01:30.');
  });

  it('says of an extension which days off it passes over, and of a correction from where it counts and what is added again', () => {
    const { steps } = recomputeDue(
      [
        granted('2026-09-28T09:00:00', 24, 'hour'),
        { kind: 'paused', at: at('2026-09-28T10:00:00') },
        { kind: 'resumed', at: at('2026-09-29T10:00:00') },
        { kind: 'extended', at: at('2026-09-29T11:00:00'), limit: { amount: 1, unit: 'working_day' } },
        { kind: 'corrected', at: at('2026-09-29T12:00:00'), limit: { amount: 2, unit: 'working_day' } },
      ],
      calendar,
    );
    expect(steps.slice(3).map(({ zh }) => zh)).toEqual([
      '延期 1 个工作日，跳过休息日 7 天（含国庆节），截止 2026-10-08 24:00。',
      '2026-09-29 12:00 诉求更正，时限改为 2 个工作日，仍自原起算时间计算（扣除暂停：2026-09-29 09:00），另加延期 1 个工作日，截止 2026-10-09 24:00。',
    ]);
    expect(steps.slice(3).map(({ en }) => en)).toEqual([
      'Extended by 1 working day, passing over 7 days off (National Day); due 2026-10-08 24:00.',
      'Request corrected at 2026-09-29 12:00: 2 working days, counted from where it was before (without pauses: 2026-09-29 09:00), extended again by 1 working day; due 2026-10-09 24:00.',
    ]);
  });

  it('says so when a pause moves a working-day limit over a weekend', () => {
    const { at: due, steps } = recomputeDue(
      [
        granted('2026-10-14T09:00:00', 1, 'working_day'), // Wednesday: due at the end of Thursday 15
        { kind: 'paused', at: at('2026-10-14T09:00:00') },
        { kind: 'resumed', at: at('2026-10-16T09:00:00') }, // two days: the end of Saturday 17
      ],
      calendar,
    );
    expect(due).toEqual(endOf('2026-10-19'));
    expect(steps[2]?.zh).toContain('遇休息日移至下一工作日');
  });

  it('does not run while paused', () => {
    const deadline = recomputeDue(
      [granted('2026-10-14T09:00:00', 24, 'hour'), { kind: 'paused', at: at('2026-10-14T10:00:00') }],
      calendar,
    );
    expect(deadline).toMatchObject({ paused: true, at: at('2026-10-15T09:00:00') });
  });

  it('that counts from a time to come is moved on by what happens before as by what happens after, but for a pause before it counts', () => {
    const wanted = granted('2026-12-07T09:00:00', 3, 'working_day'); // a Monday: due at the end of Thursday 10
    const extended: DeadlineEntry = { kind: 'extended', at: at('2026-12-01T09:00:00'), limit: { amount: 1, unit: 'working_day' } };
    const pause = (until: string): DeadlineEntry[] => [
      { kind: 'paused', at: at('2026-12-02T09:00:00') },
      { kind: 'resumed', at: at(until) },
    ];
    expect(recomputeDue([wanted, extended], calendar).at).toEqual(endOf('2026-12-11'));
    expect(recomputeDue([wanted, ...pause('2026-12-04T09:00:00')], calendar)).toMatchObject({
      at: endOf('2026-12-10'),
      countedFrom: wanted.at,
    });
    const over = recomputeDue([wanted, ...pause('2026-12-08T09:00:00')], calendar);
    expect(over).toMatchObject({ at: endOf('2026-12-11'), countedFrom: at('2026-12-08T09:00:00') });
    expect(over.steps[2]?.zh).toContain('暂停 6 天，起算前的不计，顺延至');
    const inHours = granted('2026-12-07T09:00:00', 3, 'working_hour');
    expect(recomputeDue([inHours, ...pause('2026-12-04T09:00:00')], calendar).at).toEqual(at('2026-12-07T12:00:00'));
  });

  it('counts again under a changed calendar, and drops the warning once the year is loaded', () => {
    const grant = granted('2093-09-30T10:00:00', 1, 'working_day'); // a Wednesday
    const before = recomputeDue([grant], calendar);
    expect(before).toMatchObject({ at: endOf('2093-10-05'), warnings: [{ year: 2093 }] }); // the Monday after the three days of National Day

    const loaded = makeCalendar({
      edition: '2093',
      years: [2093],
      days: { '2093-10-01': 'holiday', '2093-10-02': 'holiday', '2093-10-05': 'holiday' },
    });
    const changed: DeadlineEntry = { kind: 'calendar_changed', at: at('2093-09-30T11:00:00'), edition: loaded.edition };
    const after = recomputeDue([grant, changed], loaded);
    expect(after).toMatchObject({ at: endOf('2093-10-06'), warnings: [] });
    expect(after.steps[1]?.en).toContain('Calendar changed to "2093"');
  });

  it.each<[string, DeadlineEntry[]]>([
    ['nothing', []],
    ['no grant first', [{ kind: 'paused', at: at('2026-10-14T09:00:00') }]],
    ['a second grant', [granted('2026-10-14T09:00:00', 1, 'hour'), granted('2026-10-14T09:00:00', 1, 'hour')]],
    [
      'rows out of order',
      [
        granted('2026-10-14T09:00:00', 1, 'hour'),
        { kind: 'paused', at: at('2026-10-15T09:00:00') },
        { kind: 'resumed', at: at('2026-10-14T09:30:00') },
      ],
    ],
    ['a resumption without a pause', [granted('2026-10-14T09:00:00', 1, 'hour'), { kind: 'resumed', at: at('2026-10-15T09:00:00') }]],
    [
      'a pause within a pause',
      [
        granted('2026-10-14T09:00:00', 1, 'hour'),
        { kind: 'paused', at: at('2026-10-15T09:00:00') },
        { kind: 'paused', at: at('2026-10-15T10:00:00') },
      ],
    ],
  ])('refuses %s', (_, entries) => {
    expect(() => recomputeDue(entries, calendar)).toThrow('deadline ledger');
  });
});
