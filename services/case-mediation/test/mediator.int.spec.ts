import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient, startTestStack, type TestStack, tellRegisters } from '@zero-distance/testing';
import { API, APPLICATION, bodyOf, type CaseAnswer, COMMUNITY, callers, MEDIATOR, mediatorPath, type ProblemAnswer } from './fixtures.js';

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

describe('a mediator who is retired', () => {
  const AREA = '230903015001';
  const made = async (code: string, areaCode = AREA) => (await put(code, { areaCode })).body;
  const retire = (code: string, successorMediator: string, who = administrator) =>
    who.post<Mediator & ProblemAnswer & { retiredAt: string; successorMediator: string }>(`${mediatorPath(code)}/retire`, {
      successorMediator,
    });
  /** A case of that mediator, as far as these actions bring it. */
  async function caseOf(mediatorId: string, ...actions: string[]): Promise<string> {
    const mediator = await as(['mediator']);
    const { body } = await mediator.post<{ id: string }>(`${API}/cases`, { ...APPLICATION, areaCode: AREA });
    for (const action of ['accept', 'assign', ...actions]) {
      const answer = await mediator.post<ProblemAnswer>(`${API}/cases/${body.id}/${action}`, bodyOf(action, mediatorId));
      expect([action, answer.status]).toEqual([action, 200]);
    }
    return body.id;
  }
  const read = async (id: string) => (await (await as(['mediator'])).get<CaseAnswer>(`${API}/cases/${id}`)).body;

  it('is assigned nothing more; who takes over has what is being mediated, and what is over keeps the name', async () => {
    const [old, next] = [await made('tj-old'), await made('tj-next')];
    const [assigned, mediating, failed] = [await caseOf(old.id), await caseOf(old.id, 'start'), await caseOf(old.id, 'start', 'fail')];
    expect((await retire('tj-old', 'TJ-NEXT')).body).toMatchObject({ retiredAt: expect.any(String), successorMediator: 'tj-next' });
    expect(await read(assigned)).toMatchObject({ mediatorId: next.id, state: 'assigned' });
    expect(await read(mediating)).toMatchObject({ mediatorId: next.id, state: 'mediating' });
    expect((await read(mediating)).history).toEqual(expect.arrayContaining([expect.objectContaining({ action: 'hand-over' })]));
    expect(await read(failed)).toMatchObject({ mediatorId: old.id });
    const later = await (await as(['mediator'])).post<{ id: string }>(`${API}/cases`, { ...APPLICATION, areaCode: AREA });
    const by = await as(['mediator']);
    await by.post(`${API}/cases/${later.body.id}/accept`, bodyOf('accept', old.id));
    expect(await by.post(`${API}/cases/${later.body.id}/assign`, bodyOf('assign', old.id))).toMatchObject({
      status: 409,
      body: { code: 'case_mediation.mediator.retired' },
    });
    await eventually(async () => {
      const told = (await stack.published()).filter(({ aggregateId, type }) => aggregateId === assigned && type.includes('.assigned.'));
      expect(told.map(({ data }) => (data as { mediatorId: string }).mediatorId)).toEqual([old.id, next.id]);
    });
  });

  it('is assigned nothing in the very moment: who assigns waits until it is known', async () => {
    const [old] = [await made('tj-moment'), await made('tj-moment-2')];
    const by = await as(['mediator']);
    const { body } = await by.post<{ id: string }>(`${API}/cases`, { ...APPLICATION, areaCode: AREA });
    await by.post(`${API}/cases/${body.id}/accept`, bodyOf('accept', old.id));
    const retired = stack.sql(
      'case-mediation',
      `with retired as (update mediator set version = version + 1, retired_at = now(), successor_mediator = 'tj-moment-2' where id = $1 returning 1)
       select pg_sleep(2) from retired`,
      [old.id],
    );
    await eventually(async () =>
      expect(await stack.sql('case-mediation', `select from pg_stat_activity where wait_event = 'PgSleep'`)).toHaveLength(1),
    );
    expect(await by.post(`${API}/cases/${body.id}/assign`, bodyOf('assign', old.id))).toMatchObject({
      status: 409,
      body: { code: 'case_mediation.mediator.retired' },
    });
    await retired;
  });

  it('leaves the case that the successor may not have to nobody: whoever assigns another is told, and it begins with them anew', async () => {
    const [old, next] = [await made('tj-kept'), await made('tj-recused')];
    const id = await caseOf(next.id);
    const replaced = { mediatorId: old.id, chosenByParties: true, reason: '当事人申请回避。' };
    expect((await (await as(['mediator'])).post(`${API}/cases/${id}/assign`, replaced)).status).toBe(200);
    const mediating = await caseOf(old.id, 'start');
    const barred = await caseOf(old.id); // the requester named the successor's account as recused
    await stack.sql('case-mediation', 'update mediation_case set barred_account_ids = array[$1]::text[] where id = $2', [next.id, barred]);
    await stack.sql('case-mediation', 'update mediation_case set area_code = $1 where id = $2', ['230903016001', mediating]);
    expect((await retire('tj-kept', 'tj-recused')).status).toBe(200);
    for (const left of [id, mediating, barred]) expect(await read(left)).toMatchObject({ state: 'accepted', mediatorId: null });
    await eventually(async () => {
      const told = (await stack.published('case-mediation.case.left.v1')).map(({ aggregateId }) => aggregateId);
      expect(new Set(told)).toEqual(new Set([id, mediating, barred]));
    });
    const by = await as(['mediator']);
    expect(await by.post(`${API}/cases/${barred}/assign`, bodyOf('assign', next.id))).toMatchObject({
      status: 409,
      body: { code: 'case_mediation.mediator.recused' },
    });
    const other = await made('tj-other');
    expect((await by.post(`${API}/cases/${id}/assign`, bodyOf('assign', other.id))).status).toBe(200);
    expect(await read(id)).toMatchObject({ state: 'assigned', mediatorId: other.id });
  });

  it('is not changed nor retired again, takes over from nobody, and is retired by who has the area, into another who is there', async () => {
    await made('tj-a');
    await made('tj-b');
    await made('tj-far', '230903012');
    const refused = async (...of: Parameters<typeof retire>) => {
      const { status, body } = await retire(...of);
      return [status, body.code];
    };
    expect(await refused('tj-a', 'tj-a')).toEqual([422, 'case_mediation.mediator.successor_wanted']);
    expect(await refused('tj-a', 'nobody')).toEqual([422, 'case_mediation.mediator.successor_wanted']);
    expect(await refused('nobody', 'tj-a')).toEqual([404, 'case_mediation.mediator.not_found']);
    expect(await refused('tj-a', 'tj-far', await as(['administrator'], '230903015'))).toEqual([403, 'platform.area_not_allowed']);
    expect((await retire('tj-a', 'tj-b')).status).toBe(200);
    expect(await refused('tj-a', 'tj-b')).toEqual([409, 'case_mediation.mediator.retired']);
    expect(await refused('tj-b', 'tj-a')).toEqual([409, 'case_mediation.mediator.retired']);
    expect(await put('tj-a', { areaCode: AREA, name: '李明德' })).toMatchObject({
      status: 409,
      body: { code: 'case_mediation.mediator.retired' },
    });
    expect(await put('tj-a', { areaCode: AREA })).toMatchObject({ status: 200, body: { successorMediator: 'tj-b' } });
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
