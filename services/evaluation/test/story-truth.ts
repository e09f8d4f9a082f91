import { expect } from '@jest/globals';
import { HOUR_MS } from '@zero-distance/kernel';
import { ASKED, roundsOf, type Story } from './stories.js';

export interface Rate {
  numerator: number;
  denominator: number;
}
export type Figures = Record<string, number | Rate | null>;

/** The figures computed from the stories themselves, the plain way. */
export function truth(stories: readonly Story[], month: string): Figures {
  const inMonth = (what: Story, hours: number) => {
    const moment = new Date(
      Date.parse(`2025-03-${String(what.day).padStart(2, '0')}T01:00:00Z`) + Math.round(hours * HOUR_MS) + 8 * HOUR_MS,
    );
    return moment.toISOString().startsWith(month);
  };
  const count = (test: (what: Story) => boolean) => stories.filter(test).length;
  const isHandled = ({ end, excluded }: Story) => end === 'handled' && excluded !== 'granted';
  const dueAfter = ({ parked, returned }: Story) => (parked ? 400 : returned ? 216 : 168);
  const isReplied = ({ end }: Story) => ASKED.includes(end);
  const due = stories.filter((what) => isHandled(what) && inMonth(what, dueAfter(what)));
  const answered = stories.filter((what) => isHandled(what) && inMonth(what, what.waitHours));
  const accepted = stories.filter((what) => what.end === 'mediated' && inMonth(what, 1));
  const waits = stories
    .filter((what) => (isReplied(what) || what.end === 'answered') && inMonth(what, what.waitHours))
    .map(({ waitHours }) => waitHours)
    .concat(stories.filter((what) => what.end === 'withdrawn' && what.settledBefore === 'answered' && inMonth(what, 0.5)).map(() => 0.5));
  return {
    received: count((what) => inMonth(what, 0)),
    answeredOnTheSpot: count((what) => what.end === 'answered' && inMonth(what, what.waitHours)),
    declined: count((what) => what.end === 'declined' && inMonth(what, 1)),
    redirected: count((what) => what.end === 'redirected' && inMonth(what, 1)),
    withdrawn: count((what) => what.end === 'withdrawn' && inMonth(what, 1)),
    closed: count((what) => isReplied(what) && inMonth(what, what.waitHours + 24)),
    closingRate: { numerator: due.length, denominator: due.length },
    onTimeRate: { numerator: answered.filter((what) => roundsOf(what).every(({ onTime }) => onTime)).length, denominator: answered.length },
    mediationRate: { numerator: accepted.filter(({ agreed }) => agreed).length, denominator: accepted.length },
    medianResponseHours: nearestRank(waits, 0.5),
    p90ResponseHours: nearestRank(waits, 0.9),
  };
}

/** Callback figures fall on the day of the callback, which is today. */
export function callbackTruth(stories: readonly Story[]): Figures {
  const called = stories.filter(({ end, callbackPossible }) => callbackPossible && ASKED.includes(end));
  const saidOf = (some: readonly Story[]) => some.flatMap((what) => roundsOf(what).map(({ said }) => said));
  const effective = saidOf(called);
  const counted = saidOf(called.filter(({ end, excluded }) => end !== 'handled' || excluded !== 'granted'));
  const of = (test: (answer: NonNullable<Story['rounds'][number]['said']>) => boolean, answers = effective) => ({
    numerator: answers.filter((answer) => answer !== null && test(answer)).length,
    denominator: answers.length,
  });
  const content = (level: string) => ['very-satisfied', 'satisfied', 'basically-satisfied'].includes(level);
  return {
    responseRate: of(() => true),
    solvedRate: of(({ solved }) => solved, counted),
    satisfactionRate: of(({ satisfaction }) => content(satisfaction)),
  };
}

function nearestRank(values: readonly number[], p: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(1, Math.ceil(p * sorted.length)) - 1] ?? null;
}

export function expectFigures(got: Figures, want: Figures): void {
  for (const [name, value] of Object.entries(want)) {
    if (name.endsWith('Hours') && typeof value === 'number') {
      expect(Math.abs((got[name] as number) - value) / value).toBeLessThan(0.055); // 4.9 % and three digits
    } else if (typeof value === 'object' && value !== null) expect([name, got[name]]).toEqual([name, expect.objectContaining(value)]);
    else expect([name, got[name]]).toEqual([name, value]);
  }
}
