import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HOUR_MS } from '@zero-distance/kernel';
import { eventually, type HttpClient, startTestStack, type TestStack, tellAreas, tellRegisters } from '@zero-distance/testing';
import fc from 'fast-check';
import { ASKED, interleave, roundsOf, type Story, story, tellStory } from './stories.js';
import { callbackTruth, expectFigures, type Figures, truth } from './story-truth.js';

const V1 = '/api/evaluation/v1';

let stack: TestStack;
let agent: HttpClient;

beforeAll(async () => {
  stack = await startTestStack({ services: ['evaluation'] });
  await tellRegisters(stack, 'evaluation');
  const claims = { scopes: ['evaluation:read', 'evaluation:write'], roles: ['callback-agent'] };
  agent = stack.http('evaluation', await stack.token(claims));
  const administrator = await stack.token({ scopes: ['evaluation:operate'], roles: ['administrator'] });
  await stack.http('evaluation', administrator).put(`${V1}/policies/attempt-interval`, { value: 0 });
}, 60_000);
afterAll(() => stack?.stop());

async function recordCallbacks(stories: readonly { what: Story; requestId: string }[]): Promise<void> {
  for (const { what, requestId } of stories) {
    if (!ASKED.includes(what.end)) continue;
    const rounds = roundsOf(what);
    const { items } = await eventually(async () => {
      const { body } = await agent.get<{ items: { id: string; round: number; state: string }[] }>(`${V1}/callbacks?requestId=${requestId}`);
      expect(body.items).toHaveLength(rounds.length);
      return body;
    });
    for (const { id, round: number, state } of items) {
      if (state === 'recorded') continue;
      const answer = rounds[number - 1]?.said;
      if (answer) await agent.post(`${V1}/callbacks/${id}/record`, { contacted: true, ...answer });
      else for (let i = 0; i < 3; i++) await agent.post(`${V1}/callbacks/${id}/attempt`);
    }
  }
}

const figuresOf = async (areaCode: string, period: string) =>
  (await agent.get<Figures>(`${V1}/figures?areaCode=${areaCode}&period=${period}`)).body;
const today = () => new Date(Date.now() + 8 * HOUR_MS).toISOString().slice(0, 10);

describe('whatever order the events come in', () => {
  const PLACES = ['014003', '014004001', '015200'];
  let districts = 100_000;

  it('figures equal those of the true stories, at every level of area', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(story, { minLength: 1, maxLength: 12 }),
        fc.array(fc.nat(1000), { minLength: 20, maxLength: 60 }),
        async (stories, picks) => {
          const district = String(++districts);
          await tellAreas(
            stack,
            'evaluation',
            PLACES.map((place) => district + place),
          );
          const told = stories.map((what) => ({ what, ...tellStory(district, what) }));
          for (const { type, aggregate, data } of interleave(
            told.flatMap(({ histories }) => histories),
            picks,
          ))
            await stack.publish(type, aggregate, data);
          await recordCallbacks(told);
          const day = today();
          await eventually(async () => {
            for (const inside of ['', '014', '015200', '014004001']) {
              const there = stories.filter(({ area }) => area.startsWith(inside));
              expectFigures(await figuresOf(district + inside, '2025-03'), truth(there, '2025-03'));
              expectFigures(await figuresOf(district + inside, '2025-04'), truth(there, '2025-04'));
              expectFigures(await figuresOf(district + inside, '2025'), truth(there, '2025'));
              expectFigures(await figuresOf(district + inside, day), callbackTruth(there));
            }
          });
        },
      ),
      { numRuns: 15, endOnFailure: true },
    );
  }, 120_000);

  it('counters equal what the rows contribute, once everything is folded', async () => {
    await eventually(async () => expect(await stack.sql('evaluation', 'select 1 from figure_delta limit 1')).toEqual([]));
    const tables = [
      'request',
      'work_order',
      'callback',
      'mediation_case',
      'visit',
      'hazard',
      'hotline_call',
      'reception_day',
      'care_visit',
      'door_list',
      'door',
      'service_case',
      'home_visit',
      'activity',
      'activity_outcome',
    ];
    const rows = tables.map((table) => `select area_code, c from ${table} r, unnest(contribution(r)) c`).join(' union all ');
    const difference = await stack.sql(
      'evaluation',
      `select area_code, period, name, sum(amount) from (
         select left(area_code, level) as area_code, left(c, 10) as period, substr(c, 12) as name, 1 as amount
         from (${rows}) as r, (values (0), (6), (9), (12), (15)) as l (level) where level <= length(area_code)
         union all select area_code, period, name, -amount from figure where length(period) = 10
       ) as both_sides group by 1, 2, 3 having sum(amount) <> 0`,
    );
    expect(difference).toEqual([]);
  });

  it('counted again from the rows, counters come to what they are', async () => {
    const counters = () => stack.sql('evaluation', 'select * from figure where amount <> 0 order by area_code, period, name');
    const before = await counters();
    expect(before.length).toBeGreaterThan(100);
    await stack.sql('evaluation', 'select recount_figures()');
    expect(await counters()).toEqual(before);
  });
});
