import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient, startTestStack, type TestStack, tellRegisters } from '@zero-distance/testing';
import { API, COMMUNITY, callers, MEDIATOR, mediatorPath, type ProblemAnswer } from './fixtures.js';

interface Mediator {
  readonly id: string;
  readonly code: string;
  readonly registeredAt: string;
  readonly version: number;
}

let stack: TestStack;
let administrator: HttpClient;
let as: Awaited<ReturnType<typeof callers>>['as'];
beforeAll(async () => {
  stack = await startTestStack({ services: ['case-mediation'] });
  await tellRegisters(stack, 'case-mediation');
  ({ administrator, as } = await callers(stack));
}, 60_000);
afterAll(() => stack.stop());

const put = (code: string, changes: object = {}, headers = {}) =>
  administrator.put<Mediator & ProblemAnswer>(mediatorPath(code), { ...MEDIATOR, ...changes }, { headers });

describe('the register of mediators', () => {
  it('shows to a community its own mediators and those above it, by speciality', async () => {
    await put('own', { areaCode: '230903014003', specialities: ['land'] });
    await put('street', { areaCode: '230903014', specialities: ['land', 'medical'] });
    await put('next-door', { areaCode: '230903014004', specialities: ['land'] });
    await put('elsewhere');
    const community = await as(['mediator'], '230903014003');
    const codes = async (query: string) =>
      (await community.get<{ items: Mediator[] }>(`${API}/mediators?${query}`)).body.items.map(({ code }) => code);
    expect(await codes('areaCode=230903014003')).toEqual(['street', 'own']);
    expect(await codes('caseType=medical')).toEqual(['street']);
    expect(await community.get(mediatorPath('STREET'))).toMatchObject({ status: 200, body: { code: 'street', version: 1 } });
    expect(await community.get(mediatorPath('elsewhere'))).toMatchObject({
      status: 404,
      body: { code: 'case_mediation.mediator.not_found' },
    });
  });

  it('changes a mediator by the code, who stays the same person since the same day; the same again is no change', async () => {
    const first = (await put('tj-1')).body;
    expect((await put('tj-1')).body).toEqual(first);
    const changed = await put('tj-1', { committee: '桃东街道人民调解委员会' }, { 'if-match': '"1"' });
    expect(changed.body).toEqual({ ...first, committee: '桃东街道人民调解委员会', version: 2 });
    expect(await put('tj-1', {}, { 'if-match': '"1"' })).toMatchObject({ status: 412 });
  });

  it('is not changed by who has another area, be it the old one or the new', async () => {
    const street = await as(['administrator'], '230903011');
    await put('tj-2', { areaCode: '230903012' });
    const change = (areaCode: string) => street.put(mediatorPath('tj-2'), { ...MEDIATOR, areaCode });
    expect(await change('230903012')).toMatchObject({ status: 403, body: { code: 'platform.area_not_allowed' } });
    expect(await change(COMMUNITY)).toMatchObject({ status: 403, body: { code: 'platform.area_not_allowed' } });
  });

  it('knows a mediator who has an account by it, once and for good, so that what is open in that name is found', async () => {
    const accountId = newId();
    expect(await put('tj-3', { accountId })).toMatchObject({ status: 200, body: { id: accountId } });
    expect(await put('tj-3')).toMatchObject({ status: 200, body: { id: accountId, version: 1 } });
    expect(await put('tj-4', { accountId })).toMatchObject({ status: 409, body: { code: 'case_mediation.mediator.registered_already' } });
    expect(await put('tj-3', { accountId: newId() })).toMatchObject({
      status: 409,
      body: { code: 'case_mediation.mediator.account_stays' },
    });
  });
});

describe('a file of mediators', () => {
  const CSV = { headers: { 'content-type': 'text/csv' } };
  const HEAD = '调解员代码,姓名,类别,擅长的纠纷类型,服务区域,所属调解委员会';
  const rows = [
    'TJ-5,王秀兰,专职,邻里; 婚姻家庭,230903011001,学府社区人民调解委员会',
    'tj-6,李明德,有经验的群众,邻里,440305,别处人民调解委员会',
    'tj 7,张三,experienced,neighbours,230903011001,学府社区人民调解委员会',
  ];
  const sent = async (importer: HttpClient, query: string, body: string) => {
    const { status, body: begun } = await importer.post<{ id: string }>(`${API}/imports?register=mediators${query}`, body, CSV);
    expect(status).toBe(202);
    const done = await eventually(async () => {
      const { body: now } = await importer.get<Record<string, number>>(`${API}/imports/${begun.id}`);
      expect(now).toMatchObject({ state: 'done' });
      return now;
    });
    const refused = await importer.get<{ items: { row: number; faults: { column: string; code: string }[] }[] }>(
      `${API}/imports/${begun.id}/rows?outcome=refused`,
    );
    return { done, faults: refused.body.items.map(({ row, faults }) => [row, ...faults.map(({ column, code }) => `${column} ${code}`)]) };
  };

  it('is checked row by row, then brought in, and comes back from the exported list without a change', async () => {
    const scopes = ['case-mediation:import', 'case-mediation:read', 'case-mediation:export'];
    const importer = await as(['importer'], '230903', scopes);
    const { body: template } = await importer.get<string>(`${API}/import-templates/mediators`, { headers: { accept: 'text/csv' } });
    expect(template.split('\r\n')[0]).toContain('调解员代码 / code of the mediator');
    const file = [HEAD, ...rows].join('\n');
    const expected = {
      done: { created: 1, refused: 2 },
      faults: [
        [3, 'E case_mediation.area.unknown'],
        [4, 'A wrong_format'],
      ],
    };
    expect(await sent(importer, '&dryRun=true', file)).toMatchObject(expected);
    expect(await administrator.get(mediatorPath('tj-5'))).toMatchObject({ status: 404 });
    expect(await sent(importer, '', file)).toMatchObject(expected);
    expect(await administrator.get(mediatorPath('tj-5'))).toMatchObject({
      body: { qualification: 'professional', specialities: ['neighbours', 'marriage-family'] },
    });
    const exported = await importer.get<string>(`${API}/mediators`, { headers: { accept: 'text/csv' } });
    const [head = '', ...lines] = exported.body.replace('\ufeff', '').trim().split('\r\n');
    const at = head.split(',').indexOf('服务区域名称 / the area served: name');
    expect(lines.map((line) => line.split(',')[at])).toContain(`区划 ${COMMUNITY}`);
    const again = await sent(importer, '', exported.body);
    expect(again).toMatchObject({ done: { created: 0, changed: 0, refused: 0 } });
    expect(again.done.unchanged).toBeGreaterThan(3);
  });
});

describe('mediators of the time before they had codes', () => {
  it('are called by their ids, under which others have kept their addresses', async () => {
    const id = newId();
    await stack.sql(
      'case-mediation',
      `insert into mediator (id, code, name, qualification, specialities, area_code, committee, registered_at)
       values ('${id}', '${id}', '王秀兰', 'experienced', '{}', '${COMMUNITY}', '', now())`,
    );
    expect(await administrator.get(mediatorPath(id))).toMatchObject({ status: 200, body: { id, code: id } });
    expect(await put(id)).toMatchObject({ status: 200, body: { id, version: 2 } });
  });
});
