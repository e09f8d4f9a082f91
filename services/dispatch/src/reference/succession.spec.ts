import { describe, expect, it } from '@jest/globals';
import type { Organisation } from './organisation.js';
import { Succession } from './succession.js';

const organisation = (code: string, successorOrganisation: string | null = null): Organisation => ({
  id: `id-of-${code}`,
  code,
  name: code,
  kind: 'department',
  areaCode: '230903',
  parentOrganisation: null,
  retiredAt: successorOrganisation === null ? null : new Date(),
  successorOrganisation,
  version: 1,
});

describe('the work of an organisation that is no more', () => {
  const first = organisation('first', 'second');
  const second = organisation('second', 'third');
  const third = organisation('third');
  const other = organisation('other', 'third');
  const succession = new Succession([first, other, second, third, organisation('apart')]);

  it('is done by who is in being at the end of the chain', () => {
    expect([first, second, other, third].map((one) => succession.inBeing(one).code)).toEqual(['third', 'third', 'third', 'third']);
  });

  it('is its successor’s, who also does its own, and nobody else’s', () => {
    expect(succession.doneBy('id-of-third')).toEqual(['id-of-third', 'id-of-first', 'id-of-other', 'id-of-second']);
    expect(succession.doneBy('id-of-apart')).toEqual(['id-of-apart']);
    expect(succession.retired).toEqual(['id-of-first', 'id-of-other', 'id-of-second']);
  });

  it('does not run in a circle, even if the register did', () => {
    const circle = [organisation('a', 'b'), organisation('b', 'a')] as const;
    expect(() => new Succession(circle).inBeing(circle[0])).not.toThrow();
  });
});
