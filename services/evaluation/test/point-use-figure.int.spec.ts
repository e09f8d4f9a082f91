import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient, startTestStack, type TestStack, tellAreas } from '@zero-distance/testing';

const COMMUNITY = '300007001005';
const NEIGHBOUR = '300007001006';
const AT = '2025-08-09T01:00:00.000Z';

describe('the figures of uses of service points', () => {
  let stack: TestStack;
  let leader: HttpClient;
  beforeAll(async () => {
    stack = await startTestStack({ services: ['evaluation'] });
    await tellAreas(stack, 'evaluation', [COMMUNITY, NEIGHBOUR]);
    leader = stack.http('evaluation', await stack.token({ scopes: ['evaluation:read'], roles: ['leader'] }));
  }, 60_000);
  afterAll(() => stack?.stop());

  const figuresOf = async (areaCode: string, period: string) => {
    const { body } = await leader.get<Record<string, number>>(`/api/evaluation/v1/figures?areaCode=${areaCode}&period=${period}`);
    const { pointUses, pointUsesTally, pointUsesDoorCounter, pointUsesEstimate } = body;
    return [pointUses, pointUsesTally, pointUsesDoorCounter, pointUsesEstimate];
  };
  const said = (pointUseId: string, day: string, uses: number, method: string, areaCode = COMMUNITY) => ({
    ...{ pointUseId, servicePointCode: 'nuanfeng-01', day, uses, method, areaCode, at: AT },
  });

  it('count each use on its day, and each method by itself, as was said last', async () => {
    const [tallied, guessed, counted] = [newId(), newId(), newId()];
    const used = (id: string, data: object) => stack.publish('intake.service-point.used.v1', { id, version: 1 }, data as never);
    await used(tallied, said(tallied, '2025-08-01', 46, 'tally'));
    await used(guessed, said(guessed, '2025-08-31', 300, 'estimate'));
    await used(counted, { ...said(counted, '2025-08-02', 7, 'door-counter'), fromHour: 8, toHour: 12 });
    await eventually(async () => expect(await figuresOf(COMMUNITY, '2025-08')).toEqual([353, 46, 7, 300]));
    await stack.publish(
      'intake.service-point.recounted.v1',
      { id: guessed, version: 2 },
      said(guessed, '2025-08-31', 30, 'tally') as never,
    );
    await eventually(async () => expect(await figuresOf(COMMUNITY, '2025-08')).toEqual([83, 76, 7, 0]));
    expect(await figuresOf(COMMUNITY, '2025-08-31')).toEqual([30, 30, 0, 0]);
    expect(await figuresOf('300007001', '2025')).toEqual([83, 76, 7, 0]);
    expect(await figuresOf(NEIGHBOUR, '2025-08')).toEqual([0, 0, 0, 0]);
    await stack.sql('evaluation', 'select recount_figures()');
    expect(await figuresOf(COMMUNITY, '2025-08')).toEqual([83, 76, 7, 0]);
  });

  it('count what was said last, also when that is heard first', async () => {
    const id = newId();
    await stack.publish('intake.service-point.recounted.v1', { id, version: 2 }, said(id, '2025-10-01', 64, 'tally') as never);
    await stack.publish('intake.service-point.used.v1', { id, version: 1 }, said(id, '2025-10-01', 46, 'estimate') as never);
    await stack.publish('intake.service-point.used.v1', { id: newId(), version: 1 }, said(newId(), '2025-10-02', 1, 'scan') as never);
    await eventually(async () => expect((await figuresOf(COMMUNITY, '2025-10'))[0]).toBe(65)); // heard behind them
    expect(await figuresOf(COMMUNITY, '2025-10')).toEqual([65, 64, 0, 0]);
  });

  it('count a method of a later version in the whole, and in none of those that are known', async () => {
    const id = newId();
    await stack.publish('intake.service-point.used.v1', { id, version: 1 }, said(id, '2025-09-01', 5, 'wifi-logins', NEIGHBOUR) as never);
    await eventually(async () => expect(await figuresOf(NEIGHBOUR, '2025-09')).toEqual([5, 0, 0, 0]));
  });
});
