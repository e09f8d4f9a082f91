import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { eventually } from '@zero-distance/testing';
import { AREA, count, type Fixture, startIntake } from './fixture.js';

interface Problem {
  code: string;
  errors?: { pointer?: string }[];
}

let f: Fixture;
const V1 = '/api/intake/v1';
const ITEM = {
  name: '高龄津贴申请',
  group: 'elderly',
  field: 'civil-affairs',
  eligibleGroups: ['elderly'],
  materials: ['身份证'],
  steps: ['窗口受理'],
  timeLimitWorkingDays: 10,
  handlingOrganisation: 'civil-affairs',
  places: ['community-window'],
  oneStop: true,
  assisted: true,
};

beforeAll(async () => {
  f = await startIntake();
  const bureau = { organisationId: newId(), code: 'civil-affairs', name: '区民政局', kind: 'department', areaCode: '230903' } as const;
  await f.stack.publish('dispatch.organisation.registered.v1', { id: bureau.organisationId, version: 1 }, bureau);
  await eventually(async () => expect(await count(f.stack, 'organisation')).toBe(1));
  await f.admin.put(`${V1}/resident-groups/elderly`, { name: '老年人' });
}, 60_000);
afterAll(() => f?.stack.stop());

// Each register: its path and table, two codes nobody has registered, and what is put there.
describe.each([
  ['areas', 'area', ['230903011002', '230903011003'], { name: '同仁社区', kind: 'residents_committee', edition: 'NBS-2023' }],
  ['categories', 'category', ['010301', '010302'], { name: '供水' }],
  ['service-items', 'service_item', ['HF-01', 'HF-02'], ITEM],
] as const)('the register of %s', (path, table, [code, other], input) => {
  const put = (at: string, change: object = {}, ifMatch?: number) =>
    f.admin.put<Problem & { version: number }>(
      `${V1}/${path}/${at}`,
      { ...input, ...change },
      ifMatch === undefined ? {} : { headers: { 'if-match': `"${ifMatch}"` } },
    );
  const row = async (at: string) => (await f.stack.sql('intake', `select name, version from ${table} where code = $1`, [at]))[0];

  it('takes an entry in, changes it, and does not count up for what is there already', async () => {
    expect(await put(code)).toMatchObject({ status: 200, body: { version: 1 } });
    expect(await put(code, { name: '新名称' })).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await put(code, { name: '新名称' }, 2)).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await row(code)).toEqual({ name: '新名称', version: 2 });
  });

  it('refuses a stale ETag, also for an entry that is not there, and leaves nothing behind', async () => {
    const before = await count(f.stack, table);
    expect(await put(code, { name: '旧' }, 1)).toMatchObject({ status: 412, body: { code: 'platform.stale_version' } });
    expect(await put(other, {}, 1)).toMatchObject({ status: 412, body: { code: 'platform.stale_version' } });
    expect(await row(code)).toEqual({ name: '新名称', version: 2 });
    expect(await count(f.stack, table)).toBe(before);
  });

  it('knows an entry by its code in every spelling', async () => {
    const entries = await count(f.stack, table);
    const fullWidth = [...code.toLowerCase()].map((letter) =>
      /[a-z]/.test(letter) ? String.fromCodePoint((letter.codePointAt(0) as number) + 0xfee0) : letter,
    );
    expect(await put(encodeURIComponent(` ${fullWidth.join('')}`), { name: '新名称' })).toMatchObject({
      status: 200,
      body: { version: 2 },
    });
    expect(await count(f.stack, table)).toBe(entries);
  });

  it('lets one of many who change the same version at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => put(code, { name: `名称${i}` }, 2)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, ...Array<number>(7).fill(412)]);
    const winner = answers.findIndex((answer) => answer.status === 200);
    expect(await row(code)).toEqual({ name: `名称${winner}`, version: 3 });
  });

  it('tells those who register one code at once that another was faster', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => put(other, { name: `名称${i}` }, 0)));
    const refused = answers.filter((answer) => answer.status !== 200);
    expect(refused).toHaveLength(7);
    for (const { body } of refused) expect(['intake.register.changed_meanwhile', 'platform.stale_version']).toContain(body.code);
    expect(await row(other)).toMatchObject({ version: 1 });
  });

  it('does not go on from a place in another list', async () => {
    const list = (at: string, query: string) => f.admin.get<Problem & { next: string }>(`${V1}/${at}?limit=1${query}`);
    const { next } = (await list(path, '')).body;
    expect(next).toEqual(expect.any(String));
    expect((await list(path, `&cursor=${next}`)).status).toBe(200);
    const elsewhere = path === 'areas' ? 'service-items' : 'areas';
    expect((await list(elsewhere, `&cursor=${next}`)).body.code).toBe('platform.invalid_cursor');
  });
});

describe('a service item', () => {
  it('of an organisation that nobody registered is refused', async () => {
    const answer = await f.admin.put<Problem>(`${V1}/service-items/HF-03`, { ...ITEM, handlingOrganisation: 'nobody' });
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'intake.organisation.unknown', errors: [{ pointer: '/handlingOrganisation' }] },
    });
    expect(answer.headers.get('retry-after')).toBe('1');
  });

  it.each([
    ['field', '13800001234'],
    ['eligibleGroups', ['elderly', '13800001234']],
    ['places', ['13800001234']],
  ])('shows no personal data in its codes: %s', async (member, value) => {
    const answer = await f.admin.put<Problem>(`${V1}/service-items/HF-03`, { ...ITEM, [member]: value });
    expect(answer).toMatchObject({ status: 422, body: { code: 'platform.personal_data_in_public_text' } });
  });

  it('can be had in registered areas, and not in one that this register, asked at once, does not have', async () => {
    const at = (place: string) => f.admin.put<Problem>(`${V1}/service-items/HF-04`, { ...ITEM, places: ['community-window', place] });
    expect((await at('230903011002')).status).toBe(200);
    const refused = await at('230903011099');
    expect(refused).toMatchObject({ status: 422, body: { code: 'intake.area.unknown', errors: [{ pointer: '/places/1' }] } });
    expect(refused.headers.get('retry-after')).toBeNull();
  });
});

describe('an area', () => {
  it.each([
    [`${AREA}001`, 'residents_committee'],
    [AREA, 'grid'],
    ['230903100', 'street'],
    ['230903', 'other'],
  ])('%s is not registered as %s, because its code says something else', async (code, kind) => {
    const before = await count(f.stack, 'area');
    const answer = await f.admin.put<Problem>(`${V1}/areas/${code}`, { name: '某地', kind, edition: 'NBS-2023' });
    expect(answer).toMatchObject({ status: 422, body: { code: 'intake.area.kind_differs', errors: [{ pointer: '/kind' }] } });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await count(f.stack, 'area')).toBe(before);
  });

  it('below a community is a grid', async () => {
    const answer = await f.admin.put(`${V1}/areas/${AREA}001`, { name: '第一网格', kind: 'grid', edition: 'NBS-2023' });
    expect(answer.status).toBe(200);
  });
});
