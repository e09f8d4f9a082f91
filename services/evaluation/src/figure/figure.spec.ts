import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CODE_TABLES } from '../code-tables.js';
import { FIGURE_DEFINITIONS } from './figure.definition.js';
import { rateOf, valuesOf } from './figure.js';
import { countersOf, FIGURES, namesOf, PUBLIC_FIGURES } from './figures.js';
import { monthOf, parsePeriod } from './period.js';
import { PERCENTILE_ERROR, percentileHours } from './response-time.js';

describe('a rate', () => {
  it('says what it is made of', () => {
    expect(rateOf(2, 3, 30)).toEqual({ numerator: 2, denominator: 3, rate: 0.6667, smallSample: true });
    expect(rateOf(30, 30, 30)).toEqual({ numerator: 30, denominator: 30, rate: 1, smallSample: false });
  });

  it('is null, not zero, when there is nothing to divide by', () => {
    expect(rateOf(0, 0, 30).rate).toBeNull();
  });
});

describe('figures', () => {
  it('are made only of counters that some row contributes to', () => {
    const sql = FIGURE_DEFINITIONS.find(({ name }) => name === 'contribution')?.sql ?? '';
    const contributed = [...sql.matchAll(/counter\([^']*'([a-z-]+)'\)/g)].map(([, counter]) => counter);
    expect(contributed.length).toBeGreaterThan(15);
    expect([...countersOf(FIGURES), ...countersOf(PUBLIC_FIGURES)].filter((counter) => !contributed.includes(counter))).toEqual([]);
  });

  it('each that is not a plain number has its row in the README', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const rows = readme.split('\n').filter((line) => line.startsWith('|'));
    const explained = namesOf(FIGURES).filter((name) => FIGURES[name].kind !== 'count');
    expect(explained.filter((name) => !rows.some((row) => row.includes(`\`${name}\``)))).toEqual([]);
  });

  it('are all there, empty, when nothing was counted', () => {
    const figures = valuesOf(FIGURES, new Map(), 30);
    expect(figures).toMatchObject({ received: 0, closed: 0, medianResponseHours: null, p90ResponseHours: null });
    expect(figures.satisfactionRate.rate).toBeNull();
  });

  it('take each rate from its own counters', () => {
    const counts = new Map(
      Object.entries({ callbacks: 10, 'to-be-solved': 10, contacted: 8, solved: 6, satisfied: 5, due: 4, 'due-closed': 3 }),
    );
    const { responseRate, solvedRate, satisfactionRate, closingRate } = valuesOf(FIGURES, counts, 5);
    expect([responseRate, solvedRate, satisfactionRate, closingRate].map(({ rate }) => rate)).toEqual([0.8, 0.6, 0.5, 0.75]);
    expect([satisfactionRate.smallSample, closingRate.smallSample]).toEqual([false, true]);
  });
});

describe('what a figure is called', () => {
  const tables = CODE_TABLES.filter(({ name }) => name.endsWith('figure')).map(({ items }) => items.map(({ zh, en }) => [zh, en]));

  it('is said of no other figure, in either language, so that rows of a table are told apart', () => {
    for (const names of tables)
      for (const at of [0, 1]) {
        const said = names.map((both) => both[at]);
        expect(said.filter((name, i) => said.indexOf(name) !== i)).toEqual([]);
      }
  });

  it('says no word twice in a row', () => {
    expect(tables.flat().filter(([zh = '']) => /(..)\1/u.test(zh))).toEqual([]);
  });
});

describe('a percentile from the histogram', () => {
  const binOf = (minutes: number) => Math.ceil(Math.log(Math.max(minutes, 1)) / Math.log(1.1));
  const histogram = (minutes: readonly number[]) => {
    const bins = new Map<number, number>();
    for (const each of minutes) bins.set(binOf(each), (bins.get(binOf(each)) ?? 0) + 1);
    return bins;
  };

  it('lies within its error bound of the exact one, whatever the times', () => {
    const times = fc.array(fc.double({ min: 1.01, max: 600_000, noNaN: true }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(times, fc.constantFrom(0.5, 0.9), (minutes, p) => {
        const sorted = [...minutes].sort((a, b) => a - b);
        const exact = (sorted[Math.ceil(p * sorted.length) - 1] as number) / 60;
        const got = percentileHours(histogram(minutes), p) as number;
        expect(Math.abs(got - exact) / exact).toBeLessThanOrEqual(PERCENTILE_ERROR + 0.005); // three significant digits
      }),
    );
  });

  it('is null when nothing was answered', () => {
    expect(percentileHours(new Map(), 0.5)).toBeNull();
  });

  it('calls a minute or less less than two hundredths of an hour', () => {
    expect(percentileHours(histogram([0, 0.2, 1]), 0.9)).toBeLessThan(0.02);
  });
});

describe('a period', () => {
  it.each([
    ['2026', '2026-01-01', '2026-12-31'],
    ['2026-02', '2026-02-01', '2026-02-28'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2026-12', '2026-12-01', '2026-12-31'],
    ['2026-11-23', '2026-11-23', '2026-11-23'],
  ])('%s is from %s to %s', (text, from, to) => {
    expect(parsePeriod(text)).toEqual({ text, from, to });
  });

  it.each(['', '26', '2026-13', '2026-02-30', '2026-2', '2026-11-', 'last', '2026-11-23T00', '20261123', '0000', '9999-12'])(
    'is not "%s"',
    (text) => {
      expect(parsePeriod(text)).toBeUndefined();
    },
  );

  it('is this month as Shanghai has it', () => {
    expect(monthOf(new Date('2026-11-30T16:00:00Z'))).toBe('2026-12');
  });
});
