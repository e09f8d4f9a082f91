import { describe, expect, it } from '@jest/globals';
import { type Bounded, RecipientBounds } from './bounds.js';

const POLICIES = { 'messages-a-day': 3, 'messages-abroad': 0 };
const to = (mark: string, phoneKind: Bounded['phoneKind'] = 'mobile'): Bounded => ({ mark, phoneKind });

describe('what is sent to one recipient', () => {
  it('Nobody is sent more than so many a day, those that are sent at once among them; what others are sent does not count', () => {
    const bounds = new RecipientBounds(POLICIES, new Map([['one', 1]]));
    expect(['one', 'one', 'one', 'two'].map((mark) => bounds.refuses(to(mark)))).toEqual([
      undefined,
      undefined,
      'too-many-for-one',
      undefined,
    ]);
    expect(new RecipientBounds(POLICIES, new Map([['one', 3]])).refuses(to('one', null))).toBe('too-many-for-one');
  });

  it('A number abroad is written to only where an administrator says so, and what takes no text messages never is', () => {
    const kinds = ['mobile', 'foreign', 'landline', 'line', null] as const;
    const refused = (policies: typeof POLICIES) =>
      kinds.map((kind) => new RecipientBounds(policies, new Map()).refuses(to(String(kind), kind)));
    expect(refused(POLICIES)).toEqual([undefined, 'number-abroad', 'no-mobile', 'no-mobile', undefined]);
    expect(refused({ ...POLICIES, 'messages-abroad': 1 })).toEqual([undefined, undefined, 'no-mobile', 'no-mobile', undefined]);
  });

  it('What is refused for another reason counts for nothing', () => {
    const bounds = new RecipientBounds({ 'messages-a-day': 1, 'messages-abroad': 0 }, new Map());
    expect([bounds.refuses(to('one', 'landline')), bounds.refuses(to('one'))]).toEqual(['no-mobile', undefined]);
  });
});
