import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient } from '@zero-distance/testing';
import { AREA, count, type Fixture, OTHER_AREA, startIntake } from './fixture.js';

const V1 = '/api/intake/v1';
const USES = `${V1}/point-uses`;
const DAY = '2025-11-22';
const POINT = {
  ...{ kind: 'warm-bee-station', name: '学府街暖蜂驿站', areaCode: AREA, address: '学府街12号', longitude: 131.0159, latitude: 45.7712 },
  ...{ facilities: ['water', 'microwave'], standards: [], hours: ['1-7 00:00-24:00'], closedOnHolidays: false, bays: 6, ofUnion: false },
  ...{ operatorOrganisation: 'urban-management', faultCategoryCode: '010203' },
};
const COUNT = { servicePointCode: 'nuanfeng-01', day: DAY, uses: 46, method: 'tally' };
interface Use {
  id: string;
  version: number;
  state: string;
  uses: number;
  method: string;
  actions: string[];
}

let f: Fixture;
let keeper: HttpClient;
beforeAll(async () => {
  f = await startIntake();
  const scopes = ['intake:read', 'intake:write'];
  keeper = f.stack.http('intake', await f.stack.token({ scopes, roles: ['window-clerk'], area: AREA, clientId: 'keeper' }));
  const OPERATOR = {
    organisationId: newId(),
    code: 'urban-management',
    name: '城管执法局',
    kind: 'department',
    areaCode: '230903',
  } as const;
  await f.stack.publish('dispatch.organisation.registered.v1', { id: OPERATOR.organisationId, version: 1 }, OPERATOR);
  await eventually(async () => expect(await count(f.stack, 'organisation')).toBe(1));
  for (const code of ['nuanfeng-01', 'nuanfeng-02', 'nuanfeng-03'])
    expect((await f.admin.put(`${V1}/service-points/${code}`, { ...POINT, name: `驿站${code}` })).status).toBe(200);
  await f.admin.put(`${V1}/service-points/elsewhere-01`, { ...POINT, areaCode: OTHER_AREA });
}, 60_000);
afterAll(() => f?.stack.stop());

const told = async () =>
  (await f.stack.sql<{ subject: string }>('intake', `select subject from outbox where subject like 'evt.intake.service-point.%'`)).map(
    ({ subject }) => subject.split('.').at(-2),
  );

describe('a count of uses of a service point', () => {
  let use: Use;

  it('says the day, how many, and how that was counted, and is the same one when it is sent again', async () => {
    const { status, body } = await keeper.put<Use>(USES, COUNT);
    expect([status, body]).toEqual([200, expect.objectContaining({ ...COUNT, state: 'recorded', fromHour: null, actions: ['correct'] })]);
    use = body;
    expect((await keeper.put<Use>(USES, COUNT)).body).toMatchObject({ id: use.id, version: 1 });
    expect(await told()).toEqual(['used']);
  });

  it('counts no hour twice, and names the count that is there', async () => {
    for (const changes of [{ uses: 47 }, { method: 'estimate' }, { fromHour: 8, toHour: 9 }]) {
      const { status, body } = await keeper.put<{ code: string; detail: string }>(USES, { ...COUNT, ...changes });
      expect([status, body.code]).toEqual([409, 'intake.point_use.counted_already']);
      expect(body.detail).toContain(use.id);
    }
    const hours = { ...COUNT, day: '2025-11-23', method: 'door-counter' };
    expect((await keeper.put(USES, { ...hours, fromHour: 8, toHour: 12 })).status).toBe(200);
    expect((await keeper.put(USES, { ...hours, fromHour: 12, toHour: 17, uses: 0 })).status).toBe(200);
    expect(await keeper.put(USES, { ...hours, fromHour: 11, toHour: 13 })).toMatchObject({ status: 409 });
    expect((await keeper.put(USES, { ...hours, fromHour: 6, toHour: 8, uses: 0 })).status).toBe(200);
  });

  it('is refused of what has not begun, of no span of hours, of an unknown method, of another area, and to who keeps no point', async () => {
    const refused = async (changes: object, caller = keeper) => {
      const { status, body } = await caller.put<{ errors?: { pointer: string }[] }>(USES, { ...COUNT, day: '2025-11-24', ...changes });
      return [status, body.errors?.[0]?.pointer];
    };
    expect(await refused({ day: '2099-01-01' })).toEqual([422, '/day']);
    expect(await refused({ fromHour: 9, toHour: 9 })).toEqual([422, '/toHour']);
    expect(await refused({ fromHour: 9 })).toEqual([422, '/toHour']);
    expect(await refused({ method: 'guess' })).toEqual([422, '/method']);
    expect(await refused({ uses: 20_001 })).toEqual([422, '/uses']);
    expect(await refused({ uses: -1 })).toEqual([422, '/uses']);
    expect(await refused({ servicePointCode: 'elsewhere-01' })).toEqual([404, '/servicePointCode']);
    expect(await refused({ servicePointCode: 'nowhere' })).toEqual([404, '/servicePointCode']);
    const leader = f.stack.http('intake', await f.stack.token({ scopes: ['intake:write'], roles: ['leader'], area: AREA }));
    expect((await refused({}, leader))[0]).toBe(403);
    expect(await told()).toHaveLength(4);
  });

  it('is set right once, with a reason, and says so', async () => {
    const correct = (body: object) => keeper.post<Use & { code: string }>(`${USES}/${use.id}/correct`, body);
    expect((await correct({ uses: 64 })).status).toBe(422); // no reason
    expect((await correct({ uses: 46, reason: '核对' })).body.code).toBe('intake.point_use.same');
    expect((await correct({ uses: 64, reason: '两位数字颠倒。' })).body).toMatchObject({
      uses: 64,
      method: 'tally',
      state: 'corrected',
      actions: [],
    });
    expect((await correct({ uses: 46, reason: '又改' })).status).toBe(409);
    const again = await keeper.put<Use>(USES, COUNT); // the file of its month, sent again
    expect([again.status, again.body]).toEqual([200, expect.objectContaining({ id: use.id, uses: 64, version: 2 })]);
    expect((await keeper.put(USES, { ...COUNT, uses: 47 })).status).toBe(409);
    const { body } = await keeper.get<{ history: object[] }>(`${USES}/${use.id}`);
    expect(body.history).toMatchObject([{ action: 'record' }, { action: 'correct', reason: '两位数字颠倒。', actorId: 'keeper' }]);
    expect((await told()).at(-1)).toBe('recounted');
  });

  it('names its point and who ran it, in a list as in what is opened', async () => {
    const { body } = await keeper.get<{ items: { id: string }[] }>(`${USES}?servicePointCode=nuanfeng-01`);
    const named = { servicePointName: '驿站nuanfeng-01', organisationId: expect.any(String) };
    for (const use of body.items) expect(use).toMatchObject(named);
    expect((await keeper.get(`${USES}/${body.items[0]?.id}`)).body).toMatchObject(named);
  });

  it('is listed by point, method, state and area', async () => {
    const listed = async (query: string) =>
      (await keeper.get<{ items: Use[] }>(`${USES}?${query}`)).body.items.map(({ uses, method }) => `${uses} ${method}`).sort();
    expect(await listed('servicePointCode=nuanfeng-01')).toEqual(['0 door-counter', '0 door-counter', '46 door-counter', '64 tally']);
    expect(await listed('servicePointCode=nuanfeng-02')).toEqual([]);
    expect(await listed('method=tally')).toEqual(['64 tally']);
    expect(await listed('state=corrected')).toEqual(['64 tally']);
    expect(await listed(`areaCode=${OTHER_AREA}`)).toEqual([]);
  });

  it('is one, however many are said of the same hours at once', async () => {
    // Somebody has the point for a moment, so that all of them have come before the first is counted.
    const held = f.stack.sql(
      'intake',
      `begin; select from service_point where code = 'nuanfeng-01' for update; select pg_sleep(1); commit`,
    );
    const sleeping = `select 1 from pg_stat_activity where wait_event = 'PgSleep' and query like '%for update; select pg_sleep%'`;
    await eventually(async () => expect(await f.stack.sql('intake', sleeping)).toHaveLength(1));
    const at = (uses: number) => keeper.put<{ code?: string }>(USES, { ...COUNT, day: '2025-11-25', uses });
    const answers = await Promise.all(Array.from({ length: 4 }, (_, uses) => at(uses)));
    await held;
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect(await f.stack.sql('intake', `select 1 from point_use where day = '2025-11-25'`)).toHaveLength(1);
  });

  it('is none of a point from the day on that it was retired', async () => {
    await f.admin.put(`${V1}/service-points/nuanfeng-03`, {
      ...POINT,
      name: '驿站三',
      retiredOn: '2025-11-01',
      successorCode: 'nuanfeng-02',
    });
    const of = (day: string) => keeper.put<{ code: string }>(USES, { ...COUNT, servicePointCode: 'nuanfeng-03', day });
    expect((await of('2025-11-01')).body.code).toBe('intake.point_use.point_not_there');
    expect((await of('2025-10-31')).status).toBe(200);
  });
});

describe('who counts the uses of a service point', () => {
  const scopes = ['intake:read', 'intake:write'];
  const acting = async (org: string) =>
    f.stack.http('intake', await f.stack.token({ scopes, roles: ['window-clerk'], area: '230903', org, clientId: `of-${org}` } as never));
  const at = (code: string, day: string) => ({ ...COUNT, servicePointCode: code, day });
  const register = async (code: string, changes: object = {}) =>
    expect((await f.admin.put(`${V1}/service-points/${code}`, { ...POINT, name: `驿站${code}`, ...changes })).status).toBe(200);
  beforeAll(async () => {
    const before = await count(f.stack, 'organisation');
    for (const [code, kind, areaCode] of [
      ['union', 'provider', '230903'],
      ['here', 'community', AREA],
      ['there', 'community', OTHER_AREA],
    ] as const) {
      const organisationId = newId();
      const data = { organisationId, code, name: code, kind, areaCode };
      await f.stack.publish('dispatch.organisation.registered.v1', { id: organisationId, version: 1 }, data);
    }
    await eventually(async () => expect(await count(f.stack, 'organisation')).toBe(before + 3));
    await register('union-10', { operatorOrganisation: 'union' });
  });

  it('runs it, or looks after where it lies: those see what they counted and set it right, and nobody else counts', async () => {
    for (const [org, day] of [
      ['union', '2025-12-01'],
      ['here', '2025-12-02'],
    ] as const) {
      const who = await acting(org);
      const { status, body } = await who.put<Use>(USES, at('union-10', day));
      expect([org, status]).toEqual([org, 200]);
      expect((await who.post<Use>(`${USES}/${body.id}/correct`, { uses: 64, reason: '看错。' })).body.state).toBe('corrected');
    }
    for (const org of ['there', 'urban-management', 'nobody-knows']) {
      const { status, body } = await (await acting(org)).put<{ code: string; detail: string }>(USES, at('union-10', '2025-12-03'));
      expect([org, status, body.code]).toEqual([org, 403, 'intake.point_use.kept_by_others']);
      expect(body.detail).toContain('union');
    }
  });

  it('is who runs it now and looks after where it lies now, also of what was counted before; figures keep the area it was counted in', async () => {
    await register('moved-01');
    const { id } = (await keeper.put<Use>(USES, at('moved-01', '2025-12-01'))).body;
    const [next, union] = [await acting('there'), await acting('union')];
    expect((await next.get(`${USES}/${id}`)).status).toBe(404);
    await register('moved-01', { areaCode: OTHER_AREA, operatorOrganisation: 'union' });
    for (const who of [next, union]) expect((await who.get<Use>(`${USES}/${id}`)).body).toMatchObject({ id, areaCode: OTHER_AREA });
    expect((await keeper.get(`${USES}/${id}`)).status).toBe(404);
    expect((await keeper.put(USES, at('moved-01', '2025-12-04'))).status).toBe(404);
    expect((await union.post<Use>(`${USES}/${id}/correct`, { uses: 64, reason: '颠倒。' })).body).toMatchObject({ uses: 64, version: 2 });
    await eventually(async () => {
      const told = (await f.stack.publishedBy('intake')).filter(
        ({ type, aggregateId }) => type.includes('recounted') && aggregateId === id,
      );
      expect(told.map(({ data }) => (data as { areaCode: string }).areaCode)).toEqual([AREA]);
    });
  });

  it('is who looks after the successor of a retired area; what is sent of a day before that counts in the area of that day', async () => {
    const [OLD, NEW] = ['230903011090', '230903011091'];
    for (const code of [OLD, NEW])
      await f.admin.put(`${V1}/areas/${code}`, { name: `区划 ${code}`, kind: 'residents_committee', edition: 'NBS-2023' });
    await register('stays-01', { areaCode: OLD });
    const of = async (area: string) => f.stack.http('intake', await f.stack.token({ scopes, roles: ['window-clerk'], area } as never));
    const { id } = (await (await of(OLD)).put<Use>(USES, at('stays-01', '2025-12-01'))).body;
    expect((await f.admin.post(`${V1}/areas/${OLD}/retire`, { successorArea: NEW })).status).toBe(200);
    await f.stack.sql('intake', `update area set retired_at = '2025-12-10T03:00:00Z' where code = '${OLD}'`);
    const heir = await of(NEW);
    await eventually(async () => expect((await heir.get<Use>(`${USES}/${id}`)).body).toMatchObject({ areaCode: NEW }));
    expect((await heir.post<Use>(`${USES}/${id}/correct`, { uses: 64, reason: '颠倒。' })).body.state).toBe('corrected');
    for (const [day, countedIn] of [
      ['2025-12-02', OLD],
      ['2025-12-10', OLD], // it was retired at noon
      ['2025-12-11', NEW],
    ] as const) {
      const { body } = await heir.put<Use>(USES, at('stays-01', day));
      expect(body).toMatchObject({ areaCode: NEW, state: 'recorded' });
      expect(await f.stack.sql('intake', `select counted_in from point_use where id = '${body.id}'`)).toEqual([{ counted_in: countedIn }]);
    }
  });
});

describe('a file of counts', () => {
  const rows = [
    'servicePointCode,day,fromHour,toHour,uses,method',
    ...Array.from({ length: 28 }, (_, n) => `nuanfeng-02,2025-02-${String(n + 1).padStart(2, '0')},,,${n},门口计数器`),
    'nuanfeng-02,2025-02-03,,,99,door-counter',
    'nuanfeng-02,2025-02-30,,,1,door-counter',
    'nowhere,2025-02-01,,,1,door-counter',
  ];
  const importing = async (query: string) => {
    const token = await f.stack.token({ clientId: 'importer', scopes: ['intake:import'], roles: ['importer'], area: '230903' });
    const importer = f.stack.http('intake', token);
    const sent = await importer.post<{ id: string }>(`${V1}/imports?register=point-uses${query}`, rows.join('\n'), {
      headers: { 'content-type': 'text/csv' },
    });
    const path = `${V1}/imports/${sent.body.id}`;
    const done = await eventually(
      async () => {
        const { body } = await importer.get<{ state: string; created: number; unchanged: number; refused: number }>(path);
        expect(body).toMatchObject({ state: 'done' });
        return body;
      },
      { timeout: 30_000 },
    );
    const { body } = await importer.get<{ items: { row: number; faults: { column: string; code: string }[] }[] }>(
      `${path}/rows?outcome=refused`,
    );
    return { done, faults: body.items.map(({ row, faults }) => [row, ...faults.map(({ column, code }) => `${column} ${code}`)]) };
  };
  const FAULTS = [
    [30, 'B intake.point_use.counted_already'],
    [31, expect.stringMatching(/^B /)],
    [32, 'A intake.service_point.not_found'],
  ];

  it('is tried first: what is wrong is named by row and column, and nothing is kept', async () => {
    const { done, faults } = await importing('&dryRun=true');
    expect(done).toMatchObject({ created: 29, refused: 2 }); // row by row: that a day stands in the file twice is seen when it is brought in
    expect(faults).toEqual(FAULTS.slice(1));
    expect(await f.stack.sql('intake', `select 1 from point_use where service_point_code = 'nuanfeng-02'`)).toEqual([]);
  });

  it('brings a month of a counter in, once', async () => {
    expect(await importing('')).toMatchObject({ done: { created: 28, refused: 3 }, faults: FAULTS });
    expect((await importing('')).done).toMatchObject({ created: 0, unchanged: 28, refused: 3 });
    const sum = `select sum(uses)::int as sum from point_use where service_point_code = 'nuanfeng-02' and method = 'door-counter'`;
    expect(await f.stack.sql('intake', sum)).toEqual([{ sum: 378 }]);
  });
});

describe('a report at a service point that was retired', () => {
  it('is told which replaced it: the first of its successors that is there', async () => {
    const report = () =>
      f.stack
        .http('intake')
        .post<{ code: string; detail: string }>(`${V1}/public/service-points/nuanfeng-03/faults`, { facility: 'water' });
    expect((await report()).body).toMatchObject({
      status: 410,
      code: 'intake.service_point.succeeded',
      detail: expect.stringContaining('nuanfeng-02'),
    });
    await f.admin.put(`${V1}/service-points/nuanfeng-02`, {
      ...POINT,
      name: '驿站二',
      retiredOn: '2025-11-02',
      successorCode: 'nuanfeng-01',
    });
    expect((await report()).body.detail).toContain('nuanfeng-01');
    await f.admin.put(`${V1}/service-points/nuanfeng-02`, { ...POINT, name: '驿站二', retiredOn: '2025-11-02' });
    expect((await report()).body).toMatchObject({ status: 410, code: 'intake.service_point.retired' });
  });
});
