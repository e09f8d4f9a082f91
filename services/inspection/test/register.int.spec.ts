import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, startTestStack, type TestStack, tellRegisters, tellRetiredArea } from '@zero-distance/testing';
import { API, AREA, type Clients, clientsOf, premises, TEAM, typesOf, type VisitBody, visitTo } from './harness.js';

interface Problem {
  code: string;
  errors?: { pointer: string }[];
}
interface Round {
  due: number;
  done: number;
  rate: number | null;
  areas: { areaCode: string; due: number; done: number }[];
}

interface Schema {
  $ref?: string;
  allOf?: Schema[];
  example?: unknown;
  items?: Schema;
  properties?: Record<string, Schema>;
}
interface OpenApi {
  components: { schemas: Record<string, Schema> };
}

const MONTH = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7);

describe('inspection', () => {
  let stack: TestStack;
  let clients: Clients;
  beforeAll(async () => {
    stack = await startTestStack({ services: ['inspection'] });
    await tellRegisters(stack, 'inspection');
    clients = await clientsOf(stack);
  }, 60_000);
  afterAll(() => stack.stop());

  const round = async (areaCode: string) => (await clients.reader.get<Round>(`${API}/rounds/${MONTH}?areaCode=${areaCode}`)).body;
  const register = (code: string, change: object = {}, headers = {}) =>
    clients.admin.put<{ version: number } & Problem>(`${API}/premises/${code}`, premises(change), { headers });
  const rows = async (table: string) => (await stack.sql<{ n: number }>('inspection', `select count(*)::int as n from ${table}`))[0]?.n;

  describe('the register of premises', () => {
    it('keeps what it is told, and tells it again', async () => {
      expect((await register('REG-1')).body).toMatchObject({ ...premises(), code: 'REG-1', version: 1 });
      expect((await register('REG-1')).body.version).toBe(1); // the same again is not a change
      const changed = await register('REG-1', { creditCode: '92230903MA10000060', size: 90 }, { 'if-match': '"1"' });
      expect(changed.headers.get('etag')).toBe('"2"');
      expect((await clients.reader.get(`${API}/premises/REG-1`)).body).toEqual(changed.body);
      const { body } = await clients.reader.get<{ items: unknown[] }>(`${API}/premises?areaCode=${AREA}&kind=catering&status=active`);
      expect(body.items).toContainEqual(changed.body);
    });

    it('refuses to register with an ETag what somebody believes to be there already', async () => {
      expect(await register('GONE-1', {}, { 'if-match': '"1"' })).toMatchObject({ status: 412, body: { code: 'platform.stale_version' } });
      expect((await clients.reader.get(`${API}/premises/GONE-1`)).status).toBe(404);
    });

    it('takes in none of an area that is no more, and keeps those that lie there since before, which may be changed and moved', async () => {
      const [gone, to] = ['230903014003', '230903014004'];
      await register('OLD-1', { areaCode: gone });
      await tellRetiredArea(stack, 'inspection', gone, to);
      const refused = { status: 422, body: { code: 'inspection.area.retired', detail: expect.stringContaining(to) } };
      expect(await register('OLD-2', { areaCode: gone })).toMatchObject(refused);
      expect(await register('OLD-1', { areaCode: gone, size: 91 })).toMatchObject({ status: 200, body: { version: 2, areaCode: gone } });
      expect(await register('OLD-1', { areaCode: to, size: 91 })).toMatchObject({ status: 200, body: { version: 3, areaCode: to } });
      expect(await register('OLD-1', { areaCode: gone, size: 91 })).toMatchObject(refused);
    });

    it('refuses wrong codes and a stale ETag, and keeps nothing of them', async () => {
      expect((await register('BAD-1', { creditCode: '92230903MA18XYK92M' })).body).toMatchObject({
        code: 'inspection.premises.credit_code_wrong',
        errors: [{ pointer: '/creditCode' }],
      });
      expect((await register('BAD-1', { areaCode: '230903011' })).body.code).toBe('inspection.premises.area_wrong');
      expect(await register('BAD-1', { kind: 'school' })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/kind' }] } });
      expect(await register('BAD-1', { size: 5e-324 })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/size' }] } });
      expect(await register('BAD-1', { owner: '张三' })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/owner' }] } });
      expect((await register('REG-1', { name: '新名' }, { 'if-match': '"7"' })).status).toBe(412);
      expect((await clients.reader.get(`${API}/premises/BAD-1`)).status).toBe(404);
    });

    it('is for administrators, each within their area', async () => {
      expect((await clients.inspector.put(`${API}/premises/REG-2`, premises())).status).toBe(403);
      const elsewhere = await clientsOf(stack, '230903012');
      const refused = { status: 403, body: { code: 'platform.area_not_allowed' } };
      expect(await elsewhere.admin.put(`${API}/premises/REG-2`, premises())).toMatchObject(refused);
      expect(await elsewhere.admin.put(`${API}/premises/REG-1`, premises({ areaCode: '230903012001' }))).toMatchObject(refused);
      expect((await elsewhere.reader.get(`${API}/premises/REG-1`)).status).toBe(404);
    });
  });

  describe('the checklist', () => {
    it('has a first version with the schema, and versions that never change', async () => {
      const { body: first } = await clients.reader.get<{ version: number; items: { code: string }[] }>(`${API}/checklists/current`);
      expect([first.version, first.items.length]).toEqual([1, 13]);
      const put = (version: number, items: object[]) =>
        clients.admin.put<Problem & { version: number }>(`${API}/checklists/${version}`, { recheckWorkingDays: 3, items });
      expect((await put(1, first.items)).status).toBe(200);
      expect((await put(1, first.items.slice(1))).body.code).toBe('inspection.checklist.version_fixed');
      expect((await put(3, first.items)).body.code).toBe('inspection.checklist.version_not_next');
      expect((await put(2, [...first.items, ...first.items.slice(0, 1)])).body.code).toBe('inspection.checklist.item_twice');
      expect((await put(2, first.items.slice(0, 12))).body.version).toBe(2);
      expect((await clients.reader.get<{ version: number }>(`${API}/checklists/current`)).body.version).toBe(2);
      expect((await clients.reader.get(`${API}/checklists/9`)).status).toBe(404);
    });
  });

  describe('a visit', () => {
    const record = (body: object, headers = {}) => clients.inspector.post<VisitBody & Problem>(`${API}/visits`, body, { headers });

    it('is recorded once for one Idempotency-Key, with its hazards, and found again', async () => {
      await register('VIS-1');
      const key = { 'idempotency-key': 'visit-1' };
      const visit = await record(visitTo('VIS-1'), key);
      expect(visit).toMatchObject({ status: 201, body: { passed: false, joint: true, hazards: [{ state: 'transferred' }] } });
      expect((await record(visitTo('VIS-1'), key)).body).toEqual(visit.body);
      expect((await record(visitTo('VIS-2'), key)).status).toBe(422);
      expect((await clients.reader.get(visit.headers.get('location') ?? '')).body).toEqual(visit.body);
      const list = await clients.reader.get<{ items: unknown[] }>(`${API}/visits?premises=VIS-1`);
      expect(list.body.items).toEqual([visit.body]);
      await eventually(async () => expect(typesOf(await stack.published(), visit.body.id)).toEqual(['1 inspection.visit.recorded.v1']));
    });

    it('is found by its premises and its area, and by no part of a code', async () => {
      await register('VIS-SOUGHT');
      const { id, areaCode } = (await record(visitTo('VIS-SOUGHT'))).body;
      const found = async (q: string) =>
        (await clients.reader.get<{ items: VisitBody[] }>(`${API}/visits?limit=200&q=${encodeURIComponent(q)}`)).body.items.map(
          (one) => one.id,
        );
      expect(await found('VIS-SOUGHT')).toEqual([id]);
      for (const typed of [areaCode, `区划 ${areaCode}`])
        expect([typed, await found(typed)]).toEqual([typed, expect.arrayContaining([id])]);
      for (const typed of ['VIS-SOUGH', '区划 230904']) expect([typed, await found(typed)]).toEqual([typed, []]);
    });

    it('is read by the version of the checklist it was made with', async () => {
      const old = { premises: 'VIS-1', team: TEAM, others: 'pass', results: [{ item: 'patrol-missing', result: 'not-applicable' }] };
      expect((await record(old)).body).toMatchObject({ code: 'inspection.visit.item_unknown', errors: [{ pointer: '/results/0/item' }] });
      expect((await record({ ...old, checklistVersion: 1 })).body.passed).toBe(true);
      expect((await record({ ...old, checklistVersion: 9 })).body.code).toBe('inspection.checklist.unknown');
    });

    it('that says something wrong is refused and leaves nothing behind', async () => {
      await register('SHUT-1', { status: 'closed' });
      const before = await Promise.all([rows('visit'), rows('hazard'), rows('hazard_history')]);
      const refused = async (body: object) => (await record(body)).body.code;
      expect(await refused(visitTo('NOWHERE'))).toBe('inspection.premises.unknown');
      expect(await refused(visitTo('SHUT-1'))).toBe('inspection.premises.not_active');
      expect(await refused({ ...visitTo('VIS-1'), others: undefined })).toBe('inspection.visit.items_missing');
      expect(await refused(visitTo('VIS-1', {}))).toBe('inspection.visit.settlement_missing');
      expect(await refused(visitTo('VIS-1', { settled: 'notice' }))).toBe('inspection.visit.rectify_by_missing');
      expect(await refused(visitTo('VIS-1', { severity: 'suspected-major', settled: 'notice' }))).toMatch(
        /suspected_major_needs_transfer$/,
      );
      expect(await refused({ ...visitTo('VIS-1'), team: { gridWorker: '王五' } })).toBe('platform.invalid_input');
      expect((await clients.admin.post(`${API}/visits`, visitTo('VIS-1'))).status).toBe(403);
      const elsewhere = await clientsOf(stack, '230903012');
      expect((await elsewhere.inspector.post(`${API}/visits`, visitTo('VIS-1'))).status).toBe(403);
      expect(await Promise.all([rows('visit'), rows('hazard'), rows('hazard_history')])).toEqual(before);
    });
  });

  it('takes the examples of its own OpenAPI document as they stand', async () => {
    const { body: document } = await clients.reader.get<OpenApi>('/api/inspection/openapi.json');
    const exampleOf = (schema: Schema): unknown => {
      if (schema.$ref) return exampleOf(document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
      if (schema.example !== undefined) return schema.example;
      if (schema.allOf) return exampleOf(schema.allOf[0] ?? {});
      if (schema.items) return [exampleOf(schema.items)];
      return schema.properties && Object.fromEntries(Object.entries(schema.properties).map(([name, one]) => [name, exampleOf(one)]));
    };
    const example = (dto: string) => exampleOf({ $ref: dto });
    expect(await clients.admin.put(`${API}/premises/XF-0001`, example('RegisterPremisesInput'))).toMatchObject({ status: 200 });
    expect(await clients.admin.put(`${API}/checklists/3`, example('PublishChecklistInput'))).toMatchObject({ status: 200 });
    expect(await clients.inspector.post(`${API}/visits`, example('RecordVisitInput'))).toMatchObject({ status: 201 });
  });

  describe('the month’s round', () => {
    const [here, there, street] = ['230903013001', '230903013002', '230903013'];

    it('counts active premises as due and each visited one as done, once', async () => {
      for (const n of [1, 2, 3]) await register(`RND-${n}`, { areaCode: here });
      await register('RND-4', { areaCode: here, status: 'suspended' });
      for (const code of ['RND-1', 'RND-1']) await clients.inspector.post(`${API}/visits`, visitTo(code));
      expect(await round(here)).toMatchObject({ due: 3, done: 1, rate: 0.3333 });
    });

    it('follows the register: what closes or moves is due no longer, or elsewhere', async () => {
      await register('RND-2', { areaCode: there });
      await register('RND-3', { areaCode: here, status: 'closed' });
      await register('RND-4', { areaCode: here });
      await register('RND-1', { areaCode: here, status: 'suspended' }); // was visited: stays done
      expect((await round(street)).areas).toEqual([
        { areaCode: here, due: 2, done: 1, rate: 0.5 },
        { areaCode: there, due: 1, done: 0, rate: 0 },
      ]);
    });

    it('counts a place once when it is visited twice at the same moment', async () => {
      await register('RACE-1', { areaCode: '230903014001' });
      const visits = await Promise.all([1, 2, 3, 4].map(() => clients.inspector.post(`${API}/visits`, visitTo('RACE-1'))));
      expect(visits.map((visit) => visit.status)).toEqual([201, 201, 201, 201]);
      expect(await round('230903014001')).toMatchObject({ due: 1, done: 1 });
    });

    it('is opened by a visit when the clock has not come to it', async () => {
      await register('DAWN-1', { areaCode: '230903015001' });
      await stack.sql('inspection', 'truncate round, round_stop, round_area');
      expect((await clients.inspector.post(`${API}/visits`, visitTo('DAWN-1'))).status).toBe(201);
      expect(await round('230903015001')).toMatchObject({ due: 1, done: 1 });
      expect(await round(there)).toMatchObject({ due: 1, done: 0 });
    });

    it('is shown within the caller’s area, for months that have one', async () => {
      const elsewhere = await clientsOf(stack, '230903012');
      expect((await elsewhere.reader.get(`${API}/rounds/${MONTH}?areaCode=${street}`)).status).toBe(403);
      expect((await clients.reader.get(`${API}/rounds/2001-01`)).status).toBe(404);
      expect((await clients.reader.get(`${API}/rounds/2026-13`)).status).toBe(422);
    });
  });
});
