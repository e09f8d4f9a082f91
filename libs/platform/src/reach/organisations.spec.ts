import { describe, expect, it, jest } from '@jest/globals';
import type { Actor } from '@zero-distance/kernel';
import type { Transactor } from '@zero-distance/persistence';
import type { OrganisationFacts } from './acting-organisation.js';
import { Organisations } from './organisations.js';

describe('the organisation that a token acts for', () => {
  const bureau = { code: 'housing' } as unknown as OrganisationFacts;
  const asked = (facts: OrganisationFacts[]) => {
    const read = jest.fn(async () => facts);
    return { read, organisations: new Organisations({ read } as unknown as Transactor) };
  };

  it.each([
    ['is registered', [bureau]],
    ['is not', []],
  ])('is asked for once in a while, whether it %s, so that not every call queries the database', async (_, facts) => {
    const { read, organisations } = asked(facts);
    for (let i = 0; i < 3; i++) expect(await organisations.find('housing')).toBe(facts[0]);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('may not be one that is no more: the refusal names who took over its work', async () => {
    const { organisations } = asked([{ ...bureau, successor: 'construction' }]);
    const refused = organisations.complete({ id: 'li', org: 'housing', roles: ['handler'] } as unknown as Actor);
    await expect(refused).rejects.toMatchObject({
      status: 403,
      code: 'platform.organisation_retired',
      params: { successor: 'construction' },
    });
  });

  it('is found soon after it was registered', async () => {
    jest.useFakeTimers();
    const facts: OrganisationFacts[] = [];
    const { organisations } = asked(facts);
    expect(await organisations.find('housing')).toBeUndefined();
    facts.push(bureau);
    jest.advanceTimersByTime(500);
    expect(await organisations.find('housing')).toBe(bureau);
    jest.useRealTimers();
  });
});
