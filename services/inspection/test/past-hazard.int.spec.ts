import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bringIn, eventually, type HttpClient, startTestStack, type TestStack, tellRegisters } from '@zero-distance/testing';
import { API, type Clients, clientsOf, type HazardBody, premises } from './harness.js';

const HEAD = 'reference,premises,item,severity,categoryCode,outcome,foundAt,settledAt';
const TIMES = '2025-03-03T10:00:00+08:00,2025-03-20T10:00:00+08:00';
const CLOSED = `YH-2025-1,PAST-1,exit-blocked,serious,130809,closed,${TIMES}`;

type Listed = HazardBody & { foundAt: string; visitId: string | null; overdue: boolean; actions: string[]; version: number };

let stack: TestStack;
let clients: Clients;
let importer: HttpClient;
beforeAll(async () => {
  stack = await startTestStack({ services: ['inspection'] });
  await tellRegisters(stack, 'inspection');
  clients = await clientsOf(stack);
  const token = await stack.token({ scopes: ['inspection:import', 'inspection:read'], roles: ['importer'], area: '230903' });
  importer = stack.http('inspection', token);
  await clients.admin.put(`${API}/premises/PAST-1`, premises());
  await clients.admin.put(`${API}/premises/PAST-2`, premises({ status: 'closed' }));
}, 60_000);
afterAll(() => stack?.stop());

const brought = (...rows: string[]) => bringIn(importer, `${API}/imports?register=past-hazards`, [HEAD, ...rows]);
const hazards = async () => (await clients.inspector.get<{ items: Listed[] }>(`${API}/hazards?limit=200`)).body.items;

describe('a hazard of the time before', () => {
  it('is brought in by a file with its own times and its outcome, told once, and nobody has to do anything', async () => {
    const corrected = `YH-2025-2,PAST-2,wiring,suspected-major,130809,corrected,${TIMES}`;
    expect(await brought(CLOSED, corrected)).toMatchObject({ done: { created: 2, refused: 0 } });
    const found = await hazards();
    expect(found).toMatchObject([
      { state: 'corrected', premises: 'PAST-2', severity: 'suspected-major', urgency: 'life-safety' },
      { state: 'closed', premises: 'PAST-1', visitId: null, foundAt: '2025-03-03T02:00:00.000Z', overdue: false, actions: [], version: 1 },
    ]);
    const ids = found.map(({ id }) => id);
    const told = await eventually(async () => {
      const events = (await stack.published()).filter(({ aggregateId }) => ids.includes(aggregateId));
      expect(events).toHaveLength(2);
      return events;
    });
    for (const { type, aggregateVersion, data } of told) {
      expect([type, aggregateVersion]).toEqual(['inspection.hazard.imported.v1', 1]);
      expect(data).toMatchObject({ foundAt: '2025-03-03T02:00:00.000Z', settledAt: '2025-03-20T02:00:00.000Z' });
    }
    const { body } = await clients.inspector.get<{ history: object[] }>(`${API}/hazards/${ids[1]}`);
    expect(body.history).toMatchObject([{ action: 'import', from: null, to: 'closed' }]);
  });

  it('is found by the number that it had, written in any width', async () => {
    const path = (q: string) => `${API}/hazards?q=${encodeURIComponent(q)}`;
    const found = async (q: string) => (await clients.inspector.get<{ items: Listed[] }>(path(q))).body.items;
    expect(await found('ＹＨ－2025－1')).toMatchObject([{ state: 'closed' }]);
    expect(await found('YH-2025')).toEqual([]);
  });

  it('is brought in once: the same again changes nothing, and another past under its number is refused', async () => {
    const before = await hazards();
    expect((await brought(CLOSED)).done).toMatchObject({ created: 0, unchanged: 1 });
    expect(await brought(CLOSED.replace('closed', 'corrected'))).toMatchObject({ faults: [[2, 'differs']] });
    expect(await hazards()).toEqual(before);
  });

  it('is refused with times that cannot be, at premises that are not there or elsewhere, unsettled, and to who does not import', async () => {
    const { faults } = await brought(
      CLOSED.replace('YH-2025-1', 'YH-3').replace('2025-03-20', '2099-03-20'),
      CLOSED.replace('YH-2025-1', 'YH-4').replace('PAST-1', 'PAST-9'),
      CLOSED.replace('YH-2025-1', 'YH-5').replace('closed', 'ordered'),
    );
    expect(faults).toEqual([
      [2, 'in_future'],
      [3, 'unknown'],
      [4, 'not_allowed'],
    ]);
    const elsewhere = await stack.token({ scopes: ['inspection:import'], roles: ['importer'], area: '230903012' });
    const [, premisesCode, item, severity, categoryCode, outcome, foundAt, settledAt] = CLOSED.split(',');
    const row = { premises: premisesCode, item, severity, categoryCode, outcome, foundAt, settledAt };
    expect(await stack.http('inspection', elsewhere).put(`${API}/past-hazards/YH-6`, row)).toMatchObject({
      status: 403,
      body: { code: 'platform.area_not_allowed' },
    });
    expect((await clients.admin.put(`${API}/past-hazards/YH-7`, row)).status).toBe(403);
  });
});
