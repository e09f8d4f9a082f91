import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bringIn, eventually, type HttpClient, startTestStack, type TestStack, tellRegisters } from '@zero-distance/testing';
import { API, type CaseAnswer, COMMUNITY, callers } from './fixtures.js';

const HEAD = 'reference,areaCode,caseType,outcome,appliedAt,acceptedAt,concludedAt';
const TIMES = '2025-03-03T10:00:00+08:00,2025-03-04T10:00:00+08:00,2025-03-20T10:00:00+08:00';
const PERFORMED = `TJ-2025-1,${COMMUNITY},neighbours,performed,${TIMES}`;

let stack: TestStack;
let importer: HttpClient;
let mediator: HttpClient;
beforeAll(async () => {
  stack = await startTestStack({ services: ['case-mediation'] });
  await tellRegisters(stack, 'case-mediation');
  const { as } = await callers(stack);
  importer = await as(['importer'], '230903', ['case-mediation:import', 'case-mediation:read']);
  mediator = await as(['mediator']);
}, 60_000);
afterAll(() => stack?.stop());

const brought = (...rows: string[]) => bringIn(importer, `${API}/imports?register=past-cases`, [HEAD, ...rows]);
const cases = async () => (await mediator.get<{ items: CaseAnswer[] }>(`${API}/cases?limit=200`)).body.items;

describe('a case of the time before', () => {
  it('is brought in by a file with its own times and its outcome, told once, and nobody has to do anything', async () => {
    expect(await brought(PERFORMED, `TJ-2025-2,${COMMUNITY},land,failed,${TIMES}`)).toMatchObject({ done: { created: 2, refused: 0 } });
    const found = await cases();
    expect(found).toMatchObject([{ state: 'failed' }, { state: 'performed', caseType: 'neighbours', overdue: false, actions: [] }]);
    expect(found[1]).toMatchObject({ appliedAt: '2025-03-03T02:00:00.000Z', concludedAt: '2025-03-20T02:00:00.000Z', dueAt: null });
    const ids = found.map(({ id }) => id);
    const told = await eventually(async () => {
      const events = (await stack.published()).filter(({ aggregateId }) => ids.includes(aggregateId));
      expect(events).toHaveLength(2);
      return events;
    });
    expect(told.map(({ type, aggregateVersion }) => [type, aggregateVersion])).toEqual(
      Array(2).fill(['case-mediation.case.imported.v1', 1]),
    );
    const agreed = Object.fromEntries(told.map(({ aggregateId, data }) => [aggregateId, (data as { agreedAt: string | null }).agreedAt]));
    expect(ids.map((id) => agreed[id])).toEqual([null, '2025-03-20T02:00:00.000Z']);
    const { body } = await mediator.get<{ history: object[] }>(`${API}/cases/${ids[1]}`);
    expect(body.history).toMatchObject([{ action: 'import', from: null, to: 'performed' }]);
  });

  it('is found by the number that it had, written in any width, and by no part of it', async () => {
    const found = async (q: string) => (await mediator.get<{ items: CaseAnswer[] }>(`${API}/cases?q=${encodeURIComponent(q)}`)).body.items;
    expect(await found('ＴＪ－2025－1')).toMatchObject([{ state: 'performed' }]);
    expect(await found('TJ-2025')).toEqual([]);
  });

  it('is brought in once: the same again changes nothing, and another past under its number is refused', async () => {
    const before = await cases();
    expect((await brought(PERFORMED)).done).toMatchObject({ created: 0, unchanged: 1 });
    expect(await brought(PERFORMED.replace('performed', 'breached'))).toMatchObject({ faults: [[2, 'differs']] });
    expect(await cases()).toEqual(before);
  });

  it('is refused with times that cannot be, in another area, and to who does not import', async () => {
    const late = TIMES.replace('2025-03-20', '2099-03-20');
    const { faults } = await brought(
      `TJ-3,${COMMUNITY},neighbours,failed,${late}`,
      `TJ-4,${COMMUNITY},neighbours,declined,${TIMES}`,
      `TJ-5,${COMMUNITY},neighbours,agreed,${TIMES}`,
      `TJ-6,110101001001,neighbours,failed,${TIMES}`,
    );
    expect(faults).toEqual([
      [2, 'in_future'],
      [3, 'declined_and_accepted'],
      [4, 'not_allowed'],
      [5, 'unknown'],
    ]);
    expect((await mediator.put(`${API}/past-cases/TJ-7`, {})).status).toBe(403);
  });
});
