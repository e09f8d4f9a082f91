import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bringIn, eventually, type HttpClient, startTestStack, type TestStack, tellRegisters } from '@zero-distance/testing';
import { API, type Clients, clientsOf, premises } from './harness.js';

const HEAD = 'reference,premises,gridWorker,police,hazards,visitedAt';
const FOUND = 'PC-2025-1,PAST-1,WG-0098,FJ-0007,2,2025-03-07T10:00:00+08:00';

interface VisitBody {
  readonly id: string;
  readonly passed: boolean;
}

let stack: TestStack;
let clients: Clients;
let importer: HttpClient;
beforeAll(async () => {
  stack = await startTestStack({ services: ['inspection'] });
  await tellRegisters(stack, 'inspection');
  clients = await clientsOf(stack);
  importer = stack.http(
    'inspection',
    await stack.token({ scopes: ['inspection:import', 'inspection:read'], roles: ['importer'], area: '230903' }),
  );
  await clients.admin.put(`${API}/premises/PAST-1`, premises());
  await clients.admin.put(`${API}/premises/PAST-2`, premises({ status: 'closed' }));
}, 60_000);
afterAll(() => stack?.stop());

const brought = (...rows: string[]) => bringIn(importer, `${API}/imports?register=past-visits`, [HEAD, ...rows]);
const visits = async () => (await clients.inspector.get<{ items: VisitBody[] }>(`${API}/visits?limit=200`)).body.items;

describe('a visit of the time before', () => {
  it('is brought in by a file with its own time and what it found, told once as such, and finds no hazard again', async () => {
    expect(await brought(FOUND, 'PC-2025-2,PAST-2,WG-0098,,0,2025-03-17T10:00:00+08:00')).toMatchObject({
      done: { created: 2, refused: 0 },
    });
    const found = await visits();
    expect(found).toMatchObject([
      { premises: 'PAST-2', passed: true, joint: false, checklistVersion: null, results: [], hazards: [] },
      { premises: 'PAST-1', passed: false, joint: true, visitedAt: '2025-03-07T02:00:00.000Z' },
    ]);
    const events = await eventually(async () => {
      const told = await stack.published('inspection.visit.imported.v1');
      expect(told).toHaveLength(2);
      return told;
    });
    expect(events.map(({ data }) => data)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ visitId: found[1]?.id, hazards: 2, passed: false, at: '2025-03-07T02:00:00.000Z' }),
      ]),
    );
    expect((await clients.inspector.get<{ items: object[] }>(`${API}/hazards`)).body.items).toEqual([]);
    expect(await stack.published('inspection.visit.recorded.v1')).toEqual([]);
  });

  it('is the same when it is brought in again, and refused where it says otherwise, lies in the future or is of premises that are none', async () => {
    expect(await brought(FOUND)).toMatchObject({ done: { unchanged: 1, created: 0 } });
    const refused = await brought(
      FOUND.replace(',2,', ',3,'),
      'PC-2025-3,PAST-1,WG-0098,,0,2099-03-17T10:00:00+08:00',
      'PC-2025-4,NEVER-1,WG-0098,,0,2025-03-17T10:00:00+08:00',
      'PC-2025-5,PAST-1,13900000001,,0,2025-03-17T10:00:00+08:00',
    );
    expect(refused.faults).toEqual([
      [2, 'differs'],
      [3, 'in_future'],
      [4, 'unknown'],
      [5, 'wrong_format'],
    ]);
    expect(await visits()).toHaveLength(2);
    expect(await stack.published('inspection.visit.imported.v1')).toHaveLength(2);
  });
});
