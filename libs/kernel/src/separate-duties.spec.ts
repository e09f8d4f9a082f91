import { describe, expect, it } from '@jest/globals';
import { checkSeparate, type Duty } from './separate-duties.js';

const PAIRS: [Duty, Duty][] = [
  ['ask', 'decide'],
  ['handle', 'review'],
  ['collect', 'second-check'],
  ['count-one', 'count-two'],
  ['write', 'publish'],
];

describe.each([...PAIRS, ...PAIRS.map(([a, b]) => [b, a] as [Duty, Duty])])('a person who did %s in a matter', (done, wanted) => {
  it(`may not do ${wanted} in it, and somebody else may`, () => {
    for (const everybody of [['li'], ['zhao', 'li'], ['li', 'zhao']])
      expect(checkSeparate(wanted, 'li', { [done]: everybody })).toMatchObject({ code: 'platform.duties_not_separate', status: 403 });
    expect(checkSeparate(wanted, 'wang', { [done]: ['zhao', 'li'] })).toBeUndefined();
    expect(checkSeparate(wanted, 'li', { [done]: [] })).toBeUndefined();
  });

  it('may do it again, and any duty that is not paired with it', () => {
    expect(checkSeparate(done, 'li', { [done]: ['li'] })).toBeUndefined();
    const unrelated = PAIRS.flat().filter((duty) => duty !== wanted);
    expect(unrelated.map((duty) => checkSeparate(duty, 'li', { [done]: ['li'] }))).toEqual(unrelated.map(() => undefined));
  });
});
