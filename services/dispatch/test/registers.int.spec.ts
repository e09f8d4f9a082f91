import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, type HttpClient } from '@zero-distance/testing';
import { AREA, DispatchWorld, type Problem } from './dispatch-world.js';

const BASE = '/api/dispatch/v1';
let world: DispatchWorld;
let admin: HttpClient;
beforeAll(async () => {
  world = await DispatchWorld.start();
  admin = world.clients.administrator;
}, 120_000);
afterAll(() => world.stop());

const administratorOf = async (area: string) =>
  world.stack.http('dispatch', await world.stack.token({ scopes: ['dispatch:write'], roles: ['administrator'], area }));

/** Who takes lists out as files. */
const exporter = async () =>
  world.stack.http('dispatch', await world.stack.token({ clientId: 'exporter', scopes: ['dispatch:read', 'dispatch:export'] }));

describe('organisations', () => {
  const body = { name: '区供水公司', kind: 'utility', areaCode: '230903' };

  it('are told of when they are registered and when they change, and not when they are put as they are', async () => {
    const first = await world.put<{ id: string; version: number }>('/organisations/water', body);
    expect(first).toMatchObject({ code: 'water', version: 1, ...body });
    expect(await world.put('/organisations/water', body)).toMatchObject({ version: 1 });
    expect(await world.put('/organisations/water', { ...body, name: '区自来水公司' })).toMatchObject({ id: first.id, version: 2 });
    const events = await world.told(first.id, 2);
    expect(events.map(({ type, version, data }) => [type, version, data.name])).toEqual([
      ['dispatch.organisation.registered.v1', 1, '区供水公司'],
      ['dispatch.organisation.registered.v1', 2, '区自来水公司'],
    ]);
    const { body: list } = await world.clients.reader.get<{ items: { code: string }[] }>(`${BASE}/organisations`);
    expect(list.items.map(({ code }) => code)).toContain('water');
  });

  it('are listed page by page, each of them once and by code', async () => {
    const codes: string[] = [];
    let path: string | undefined = '/organisations?limit=2';
    while (path) {
      const { body: page }: { body: { items: { code: string }[]; next?: string } } = await world.clients.reader.get(BASE + path);
      expect(page.items.length).toBeLessThanOrEqual(2);
      codes.push(...page.items.map(({ code }) => code));
      path = page.next && `/organisations?limit=2&cursor=${page.next}`;
    }
    const stored = await world.stack.sql<{ code: string }>('dispatch', 'select code from organisation');
    expect(codes).toEqual(stored.map(({ code }) => code).sort());
  });

  it.each([
    ['an unknown field', { ...body, phone: '1' }, '/phone'],
    ['an unknown kind', { ...body, kind: 'club' }, '/kind'],
    ['a wrong area', { ...body, areaCode: '23090' }, '/areaCode'],
    ['a street that cannot be', { ...body, areaCode: '230903999' }, '/areaCode'],
  ])('are refused with %s', async (_, wrong, pointer) => {
    const answer = await admin.put<Problem>(`${BASE}/organisations/wrong`, wrong);
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
    expect(await world.stack.sql('dispatch', `select 1 from organisation where code = 'wrong'`)).toEqual([]);
  });

  it('are refused with a code that is none, a stale ETag, outside the caller’s area, and to who is no administrator', async () => {
    expect((await admin.put(`${BASE}/organisations/No%20Code`, body)).status).toBe(422);
    await world.put('/organisations/gas', body);
    expect((await admin.put(`${BASE}/organisations/gas`, { ...body, name: 'x' }, { headers: { 'if-match': '"7"' } })).status).toBe(412);
    expect((await world.clients.dispatcher.put(`${BASE}/organisations/gas`, body)).status).toBe(403);
    const local = await administratorOf('230903012');
    const refusalOf = async (code: string, input: object) => (await local.put<Problem>(`${BASE}/organisations/${code}`, input)).body.code;
    expect(await refusalOf('local-gas', body)).toBe('platform.area_not_allowed');
    expect(await refusalOf('gas', { ...body, areaCode: '230903012' })).toBe('platform.area_not_allowed');
  });
});

interface Listed {
  readonly items: { code: string; version: number; areaPrefix: string; effectiveTo: string | null }[];
}

describe('the responsibility list', () => {
  const entry = { categoryPrefix: '03', areaPrefix: '230903', leadOrganisation: 'housing-bureau' };

  it('explains who would be given a matter, and why not the others', async () => {
    await world.put('/responsibilities/anything', { categoryPrefix: '', areaPrefix: '230903011', leadOrganisation: 'bei-an-street' });
    const { body } = await world.clients.reader.get<{ followed: { code: string }; considered: { code: string; en: string }[] }>(
      `${BASE}/responsibilities/match?categoryCode=010203&areaCode=${AREA}`,
    );
    expect(body.followed).toMatchObject({
      code: 'street-lamps',
      leadOrganisation: 'housing-bureau',
      coOrganisations: ['urban-management'],
    });
    expect(body.considered.map(({ code }) => code)).toEqual(['street-lamps', 'anything']);
    expect(body.considered[1]?.en).toContain('the category of "street-lamps" is closer');
    const nobody = await world.clients.reader.get(`${BASE}/responsibilities/match?categoryCode=990101&areaCode=230904001001`);
    expect(nobody.body).toEqual({ followed: null, considered: [] });
  });

  it('keeps the old version until the new one begins, and routes by the new one from then on', async () => {
    await world.put('/responsibilities/heating', { ...entry, effectiveFrom: '2026-01-01T00:00:00+08:00' });
    const next = await world.put('/responsibilities/heating', { ...entry, leadOrganisation: 'urban-management' });
    expect(next).toMatchObject({ version: 2, leadOrganisation: 'urban-management' });
    expect(await world.put('/responsibilities/heating', { ...entry, leadOrganisation: 'urban-management' })).toMatchObject({ version: 2 });
    const rows = await world.stack.sql<{ version: number; ends: Date | null; begins: Date }>(
      'dispatch',
      `select version, effective_to as ends, effective_from as begins from responsibility where code = 'heating' order by version`,
    );
    expect(rows.map(({ version }) => version)).toEqual([1, 2]);
    expect(rows[0]?.ends).toEqual(rows[1]?.begins);
    const order = await world.orderOf(await world.register({ categoryCode: '030101' }));
    expect(order).toMatchObject({ lead: { code: 'urban-management' }, routeReason: { code: 'responsibility-list' } });
    expect(order.routeReason?.en).toContain('version 2');
  });

  it.each<[string, object, string, string]>([
    ['an unknown lead', { ...entry, leadOrganisation: 'nobody' }, 'dispatch.organisation.unknown', '/leadOrganisation'],
    [
      'an unknown co-handler',
      { ...entry, coOrganisations: ['urban-management', 'nobody'] },
      'dispatch.organisation.unknown',
      '/coOrganisations/1',
    ],
    [
      'a lead that helps itself',
      { ...entry, coOrganisations: ['housing-bureau'] },
      'dispatch.organisation.lead_and_co',
      '/coOrganisations/0',
    ],
    [
      'an end before its beginning',
      { ...entry, effectiveTo: '2020-01-01T00:00:00Z' },
      'dispatch.responsibility.period_empty',
      '/effectiveTo',
    ],
    ['half a category', { ...entry, categoryPrefix: '010' }, 'platform.invalid_input', '/categoryPrefix'],
  ])('refuses %s', async (_, body, code, pointer) => {
    const answer = await admin.put<Problem>(`${BASE}/responsibilities/wrong`, body);
    expect(answer).toMatchObject({ status: 422, body: { code, errors: [{ pointer }] } });
  });

  it('is listed page by page, each version once, by code and version', async () => {
    await world.put('/responsibilities/in-future', { ...entry, categoryPrefix: '0909', effectiveFrom: '2090-01-01T00:00:00Z' });
    await world.put('/responsibilities/in-future', { ...entry, categoryPrefix: '0909', effectiveFrom: '2091-01-01T00:00:00Z' });
    const listed: string[] = [];
    let path: string | undefined = '/responsibilities?limit=1';
    while (path) {
      const { body }: { body: { items: { code: string; version: number }[]; next?: string } } = await world.clients.reader.get(BASE + path);
      listed.push(...body.items.map(({ code, version }) => `${code} ${version}`));
      path = body.next && `/responsibilities?limit=1&cursor=${body.next}`;
    }
    expect(listed).toEqual([...new Set(listed)].sort());
    expect(listed).toEqual(expect.arrayContaining(['in-future 1', 'in-future 2', 'street-lamps 1']));
  });

  it('tells who follows its changes of the version that begins and of the one that has ended, which the list shows no more', async () => {
    const { body: before } = await world.clients.reader.get<{ until: string }>(
      `${BASE}/responsibilities?updatedSince=${new Date().toISOString()}`,
    );
    await world.put('/responsibilities/followed', { ...entry, categoryPrefix: '0909', areaPrefix: '230903012' });
    await world.put('/responsibilities/followed', {
      ...entry,
      categoryPrefix: '0909',
      areaPrefix: '230903012',
      leadOrganisation: 'urban-management',
    });
    const told = await eventually(async () => {
      const { body } = await world.clients.reader.get<Listed>(`${BASE}/responsibilities?updatedSince=${before.until}`);
      const versions = body.items.filter(({ code }) => code === 'followed');
      expect(versions).toHaveLength(2);
      return versions;
    });
    expect(told.map(({ version, effectiveTo }) => [version, effectiveTo !== null]).sort()).toEqual([
      [1, true],
      [2, false],
    ]);
    const { body: listed } = await world.clients.reader.get<Listed>(`${BASE}/responsibilities?limit=200`);
    expect(listed.items.filter(({ code }) => code === 'followed').map(({ version }) => version)).toEqual([2]);
  });

  it('is listed for an area, and with what was set last first', async () => {
    await world.put('/responsibilities/of-the-street', { ...entry, categoryPrefix: '0909', areaPrefix: '230903011' });
    const listed = async (query: string) => {
      const { body } = await world.clients.reader.get<Listed>(`${BASE}/responsibilities?limit=200&${query}`);
      return body.items;
    };
    const ofTheStreet = await listed('areaCode=230903011');
    expect(ofTheStreet.map(({ code }) => code)).toContain('of-the-street');
    expect(ofTheStreet.filter(({ areaPrefix }) => !areaPrefix.startsWith('230903011'))).toEqual([]);
    expect((await listed('sort=newest'))[0]?.code).toBe('of-the-street');
  });

  it('leaves as a file with labels beside the codes', async () => {
    const file = await (await exporter()).get<string>(`${BASE}/responsibilities?areaCode=230903`, { headers: { accept: 'text/csv' } });
    expect(file.status).toBe(200);
    expect(file.body).toContain('street-lamps');
    expect(file.body).toContain('区住房和城乡建设局');
  });

  it('is changed by nobody for more than their area, nor where an entry is for more', async () => {
    const local = await administratorOf('230903012');
    const refusalOf = async (code: string, input: object) =>
      (await local.put<Problem>(`${BASE}/responsibilities/${code}`, input)).body.code;
    expect(await refusalOf('local', { ...entry, categoryPrefix: '0808' })).toBe('platform.area_not_allowed');
    expect(await refusalOf('street-lamps', { ...entry, categoryPrefix: '0102', areaPrefix: '230903012' })).toBe(
      'platform.area_not_allowed',
    );
    const match = await world.clients.reader.get(`${BASE}/responsibilities/match?categoryCode=010203&areaCode=${AREA}`);
    expect(match.body).toMatchObject({ followed: { code: 'street-lamps', version: 1 } });
  });

  it('refuses a second entry for the same category and area', async () => {
    const answer = await admin.put<Problem>(`${BASE}/responsibilities/second`, { ...entry, categoryPrefix: '0102' });
    expect(answer).toMatchObject({ status: 409, body: { code: 'dispatch.responsibility.duplicate' } });
    expect(answer.body.detail).toContain('street-lamps');
  });
});

describe('policies', () => {
  it('are the defaults until one is set, and then hold for what comes after', async () => {
    const { body } = await world.clients.reader.get<{ items: { name: string; version: number; value: unknown }[] }>(`${BASE}/policies`);
    expect(body.items.find(({ name }) => name === 'sign-limit')).toMatchObject({
      name: 'sign-limit',
      version: 0,
      value: { amount: 2, unit: 'hour' },
    });
    const set = await world.put('/policies/sign-limit', { value: { amount: 30, unit: 'hour' }, reason: '办法第十二条' });
    expect(set).toMatchObject({ version: 1, setBy: 'admin', reason: '办法第十二条' });
    const { id } = await world.orderOf(await world.register());
    const [row] = await world.stack.sql<{ hours: number }>(
      'dispatch',
      'select extract(epoch from sign_due_at - dispatched_at)::int / 3600 as hours from work_order where id = $1',
      [id],
    );
    expect(row?.hours).toBe(30);
  });

  it('say when the lamp of an order changes', async () => {
    const { id } = await world.orderOf(await world.register());
    expect((await world.detail(id)).due.lamp).toBe('green');
    await world.put('/policies/lamp-thresholds', { value: { yellow: 0.000001, red: 1 } });
    await eventually(async () => expect((await world.detail(id)).due.lamp).toBe('yellow'));
    await world.put('/policies/lamp-thresholds', { value: { yellow: 0.8, red: 1 } });
  });

  it('are refused with a wrong value, an unknown name, and without the scope to operate', async () => {
    const wrong = await admin.put<Problem>(`${BASE}/policies/sign-limit`, { value: { amount: -1, unit: 'hour' } });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'dispatch.policy.invalid', errors: [{ pointer: '/value' }] } });
    expect((await admin.put(`${BASE}/policies/tea-break`, { value: {} })).status).toBe(404);
    const writer = world.stack.http('dispatch', await world.stack.token({ scopes: ['dispatch:write'], roles: ['administrator'] }));
    expect((await writer.put(`${BASE}/policies/sign-limit`, { value: { amount: 1, unit: 'hour' } })).status).toBe(403);
  });
});

describe('another process of the service', () => {
  it('knows a changed register within seconds', async () => {
    const replica = await world.stack.startReplica('dispatch');
    const there = async () => {
      const answer = await fetch(`${replica.url}${BASE}/organisations`, {
        headers: { authorization: `Bearer ${await world.stack.token({ scopes: ['dispatch:read'] })}` },
      });
      return ((await answer.json()) as { items: { code: string }[] }).items.map(({ code }) => code);
    };
    await world.put('/organisations/new-here', { name: '新单位', kind: 'department', areaCode: '230903' });
    await eventually(async () => expect(await there()).toContain('new-here'), { timeout: 4_000 });
    await replica.child.stop();
  });
});
