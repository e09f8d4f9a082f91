import { describe, expect, it } from '@jest/globals';
import { type HeardOfOrder, NOTHING_PROMISED, promisedBy } from './promised.js';

const [FIRST, SECOND] = ['2026-11-30T16:00:00.000Z', '2026-12-03T16:00:00.000Z'];
const heard = (action: string, detail: Record<string, unknown> | null = null, requestId = 'one'): HeardOfOrder => ({
  ...{ requestId, detail },
  action: `work-order.${action}`,
});
const given = (dueAt: string, requestId?: string) => heard('dispatched', { dueAt }, requestId);
const parked = (reviewOn?: string, requestId?: string) => heard('parked', reviewOn === undefined ? {} : { reviewOn }, requestId);
const byThen = (dueAt: string) => ({ dueAt: new Date(dueAt), isPutOff: false, resumesOn: null });

describe('what is promised to who tracks a matter', () => {
  it('is the time to answer as it was told last, and nothing while nobody has said one', () => {
    expect(promisedBy([])).toEqual(NOTHING_PROMISED);
    expect(promisedBy([heard('opened')])).toEqual(NOTHING_PROMISED);
    expect(promisedBy([given(FIRST), heard('extended', { dueAt: SECOND }), heard('contacted')])).toEqual(byThen(SECOND));
  });

  it('is the day on which it is taken up again while it is put off, also while that is corrected or extended', () => {
    const story = [given(FIRST), parked('2027-03-01'), heard('corrected', { dueAt: FIRST }), heard('extended', { dueAt: SECOND })];
    expect(promisedBy(story)).toEqual({ dueAt: null, isPutOff: true, resumesOn: '2027-03-01' });
    expect(promisedBy([given(FIRST), parked()])).toEqual({ dueAt: null, isPutOff: true, resumesOn: null });
  });

  it.each(['resumed', 'reassigned', 'recalled', 'dispatched'])('is the time to answer again once it is %s', (action) => {
    expect(promisedBy([given(FIRST), parked('2027-03-01'), heard(action, { dueAt: SECOND })])).toEqual(byThen(SECOND));
  });

  it.each(['returned', 'terminated'])('is nothing once the order is %s, until it is given to somebody again', (action) => {
    const story = [given(FIRST), heard(action, { dueAt: FIRST }), heard('corrected', { dueAt: FIRST })];
    expect(promisedBy(story)).toEqual(NOTHING_PROMISED);
    expect(promisedBy([...story, given(SECOND)])).toEqual(byThen(SECOND));
    expect(promisedBy([...story, heard('opened', { dueAt: SECOND })])).toEqual(byThen(SECOND));
  });

  it('of several orders is the last of their times, without those that are put off, and the last day where each is', () => {
    expect(promisedBy([given(SECOND), given(FIRST, 'two')])).toEqual(byThen(SECOND));
    expect(promisedBy([given(FIRST), given(SECOND, 'two'), parked('2027-03-01', 'two')])).toEqual(byThen(FIRST));
    expect(promisedBy([parked('2027-03-01'), parked('2027-01-01', 'two')])).toMatchObject({ isPutOff: true, resumesOn: '2027-03-01' });
  });
});
