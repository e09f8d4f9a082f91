import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, type HttpClient } from '@zero-distance/testing';
import { AREA, type Fixture, OTHER_AREA, startIntake } from './fixture.js';

const PAST = '/api/intake/v1/past-reception-days';
const DAYS = '/api/intake/v1/reception-days';
const HELD = {
  ...{ areaCode: AREA, host: '社区书记', place: '社区一楼', visitors: 12 },
  ...{ startsAt: '2025-03-05T01:00:00.000Z', endsAt: '2025-03-05T03:00:00.000Z' },
};

interface Day {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly code: string;
  readonly history: { action: string; to: string }[];
}

let f: Fixture;
let importer: HttpClient;
beforeAll(async () => {
  f = await startIntake();
  const token = await f.stack.token({ clientId: 'importer', scopes: ['intake:import'], roles: ['importer'], area: '230903011' });
  importer = f.stack.http('intake', token);
}, 60_000);
afterAll(() => f?.stack.stop());

const put = (reference: string, changes: object = {}, by = importer) => by.put<Day>(`${PAST}/${reference}`, { ...HELD, ...changes });

describe('a reception day of the time before', () => {
  it('is brought in with its own times and who came, closed, told once, and lies in the lists where it was held', async () => {
    const { status, body } = await put('JDR-1');
    expect([status, body]).toEqual([200, expect.objectContaining({ ...HELD, state: 'closed', topic: null, actions: [], version: 1 })]);
    const { body: shown } = await f.clerk.get<Day>(`${DAYS}/${body.id}`);
    expect(shown.history).toMatchObject([{ action: 'import', to: 'closed' }]);
    const announced = await f.clerk.post<Day>(DAYS, {
      ...{ areaCode: AREA, host: '书记', place: '一楼' },
      ...{ startsAt: new Date(Date.now() + 3_600_000).toISOString(), endsAt: new Date(Date.now() + 7_200_000).toISOString() },
    });
    const { body: list } = await f.clerk.get<{ items: Day[] }>(`${DAYS}?areaCode=${AREA}`);
    expect(list.items.map(({ id }) => id)).toEqual([announced.body.id, body.id]); // by when they were
    const told = await eventually(async () => {
      const events = (await f.stack.published()).filter(({ aggregateId }) => aggregateId === body.id);
      expect(events).toHaveLength(1);
      return events[0];
    });
    expect(told).toMatchObject({ type: 'intake.reception-day.imported.v1', aggregateVersion: 1 });
    expect(told?.data).toMatchObject({ areaCode: AREA, visitors: 12, startsAt: HELD.startsAt, endsAt: HELD.endsAt });
  });

  it('is brought in once: the same again changes nothing, and another past under its number is refused', async () => {
    const [first, again] = [(await put('JDR-2')).body, (await put('JDR-2')).body];
    expect(again).toEqual(first);
    expect(await put('JDR-2', { visitors: 13 })).toMatchObject({
      status: 409,
      body: { code: 'intake.past_reception_day.differs', errors: [{ pointer: '/visitors' }] },
    });
  });

  it('is refused where it cannot be, elsewhere, and to who does not import', async () => {
    const coming = new Date(Date.now() + 3_600_000).toISOString();
    const later = { startsAt: new Date().toISOString(), endsAt: coming };
    expect((await put('JDR-3', later)).body.code).toBe('intake.past_reception_day.in_future');
    expect((await put('JDR-3', { endsAt: HELD.startsAt })).body.code).toBe('intake.past_reception_day.out_of_order');
    expect((await put('JDR-3', { areaCode: OTHER_AREA })).status).toBe(403);
    expect((await put('JDR-3', {}, f.clerk)).status).toBe(403);
  });
});
