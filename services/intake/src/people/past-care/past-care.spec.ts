import { describe, expect, it } from '@jest/globals';
import { dueVisits, faultOfPast, type PastCareSaid, toldOf } from './past-care.js';

const NOW = new Date('2025-07-01T02:00:00Z');
const WEEKLY: PastCareSaid = {
  ...{ areaCode: '230903011001', risk: 'high', everyDays: 7, fromOn: '2025-03-03', untilOn: '2025-03-31' },
  ...{ firstDueOn: null, visitedOn: [] },
};
/** What was due, each with a plus when it was done: `03-10+`. */
const due = (changes: Partial<PastCareSaid>) =>
  dueVisits({ ...WEEKLY, ...changes }).map(({ dueOn, done }) => `${dueOn.slice(5)}${done ? '+' : ''}`);
const days = (...found: string[]) => ({ visitedOn: found.map((day) => `2025-${day}`) });
const faultOf = (changes: Partial<PastCareSaid>) => {
  const fault = faultOfPast({ ...WEEKLY, ...changes }, NOW);
  return fault && [fault.code.split('.')[2], fault.pointer];
};

describe('visits that were due of a key person of the time before', () => {
  it('are due a rhythm apart while nobody comes, from a rhythm after the first day to the last', () => {
    expect(due({})).toEqual(['03-10', '03-17', '03-24', '03-31']);
    expect(due({ untilOn: '2025-03-30' })).toEqual(['03-10', '03-17', '03-24']);
    expect(due({ untilOn: '2025-03-09' })).toEqual([]);
  });

  it('are done by a visit on their day or before it, and the next is due a rhythm after that visit', () => {
    expect(due(days('03-10'))).toEqual(['03-10+', '03-17', '03-24', '03-31']);
    expect(due(days('03-05'))).toEqual(['03-10+', '03-12', '03-19', '03-26']);
    expect(due(days('03-10', '03-17', '03-24', '03-31'))).toEqual(['03-10+', '03-17+', '03-24+', '03-31+']);
  });

  it('stay missing when somebody comes later, who does what is due next', () => {
    expect(due(days('03-12'))).toEqual(['03-10', '03-17+', '03-19', '03-26']);
  });

  it('are more when somebody comes more often, each of them made', () => {
    expect(due({ ...days('03-08', '03-06'), untilOn: '2025-03-20' })).toEqual(['03-10+', '03-13+', '03-15']);
  });

  it('begin when the first was due, as after another risk or on the day of the entry', () => {
    expect(due({ firstDueOn: '2025-03-03', ...days('03-03') })).toEqual(['03-03+', '03-10', '03-17', '03-24', '03-31']);
    expect(due({ firstDueOn: '2025-03-05', untilOn: '2025-03-12' })).toEqual(['03-05', '03-12']);
  });

  it('are no two of one day, whoever came twice on it or on the first', () => {
    expect(due(days('03-03', '03-03'))).toEqual(['03-10', '03-17', '03-24', '03-31']);
    expect(due(days('03-05', '03-05'))).toEqual(['03-10+', '03-12', '03-19', '03-26']);
  });

  it('are told without when else somebody was there', () => {
    expect(toldOf({ ...WEEKLY, ...days('03-05'), untilOn: '2025-03-12', id: 'x', pastReference: 'hash' }, NOW)).toEqual({
      ...{ pastCareId: 'x', areaCode: '230903011001', risk: 'high', at: NOW.toISOString() },
      visits: [
        { dueOn: '2025-03-10', done: true },
        { dueOn: '2025-03-12', done: false },
      ],
    });
  });
});

describe('past care', () => {
  it('is over, of a year at most, and its visits lie within it', () => {
    expect(faultOf({})).toBeUndefined();
    expect(faultOf({ untilOn: '2025-06-30' })).toBeUndefined();
    expect(faultOf({ fromOn: '2024-03-31' })).toBeUndefined(); // 366 days
    expect(faultOf({ firstDueOn: '2025-03-10', ...days('03-03', '03-31') })).toBeUndefined();
  });

  it.each<[Partial<PastCareSaid>, string, string]>([
    [{ untilOn: '2025-07-01' }, 'not_over', '/untilOn'],
    [{ untilOn: '2025-03-02' }, 'days_unfit', '/untilOn'],
    [{ fromOn: '2024-03-30' }, 'days_unfit', '/untilOn'],
    [{ firstDueOn: '2025-03-02' }, 'first_due_unfit', '/firstDueOn'],
    [{ firstDueOn: '2025-03-11' }, 'first_due_unfit', '/firstDueOn'],
    [days('03-02'), 'visit_unfit', '/visitedOn'],
    [days('04-01'), 'visit_unfit', '/visitedOn'],
    [days('03-32'), 'visit_unfit', '/visitedOn'],
  ])('is refused where it cannot be: %j', (changes, code, pointer) => {
    expect(faultOf(changes)).toEqual([code, pointer]);
  });
});
