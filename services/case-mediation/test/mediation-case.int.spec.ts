import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  docxText,
  eventually,
  type HttpClient,
  photo,
  startTestStack,
  type TestStack,
  tellRegisters,
  tellRetiredArea,
} from '@zero-distance/testing';
import {
  AGREEMENT,
  API,
  APPLICATION,
  bodyOf,
  type CaseAnswer,
  callers,
  MEDIATOR,
  mediatorPath,
  type ProblemAnswer,
  SESSION,
} from './fixtures.js';

let stack: TestStack;
let mediator: HttpClient;
let administrator: HttpClient;
let as: Awaited<ReturnType<typeof callers>>['as'];
let mediatorId: string;

beforeAll(async () => {
  stack = await startTestStack({ services: ['case-mediation'] });
  await tellRegisters(stack, 'case-mediation');
  ({ mediator, administrator, as } = await callers(stack));
  mediatorId = (await administrator.put<{ id: string }>(mediatorPath(), MEDIATOR)).body.id;
}, 60_000);
afterAll(() => stack.stop());

/** The actions that lead to a state. */
const PATH: Record<string, readonly string[]> = {
  applied: [],
  accepted: ['accept'],
  declined: ['decline'],
  assigned: ['accept', 'assign'],
  mediating: ['accept', 'assign', 'start'],
  agreed: ['accept', 'assign', 'start', 'agree'],
  failed: ['accept', 'assign', 'start', 'fail'],
  terminated: ['terminate'],
  performed: ['accept', 'assign', 'start', 'agree', 'perform'],
  breached: ['accept', 'assign', 'start', 'agree', 'breach'],
};
const ACTIONS = ['accept', 'decline', 'assign', 'start', 'agree', 'fail', 'terminate', 'perform', 'breach'];

async function caseIn(state: string, over: object = {}): Promise<CaseAnswer> {
  const applied = await mediator.post<CaseAnswer>(`${API}/cases`, { ...APPLICATION, ...over });
  expect(applied.status).toBe(201);
  let current = applied.body;
  for (const action of PATH[state] ?? []) {
    const answer = await act(current.id, action);
    expect(answer.status).toBe(200);
    current = answer.body as CaseAnswer;
  }
  expect(current.state).toBe(state);
  return current;
}

const act = (id: string, action: string, body = bodyOf(action, mediatorId), headers?: Record<string, string>) =>
  mediator.post<CaseAnswer & ProblemAnswer>(`${API}/cases/${id}/${action}`, body, { headers });
const read = async (id: string) => (await mediator.get<CaseAnswer>(`${API}/cases/${id}`)).body;

describe('the table of states, through the API', () => {
  it.each(Object.keys(PATH))('refuses from %s whatever it does not list, and changes nothing', async (state) => {
    const current = await caseIn(state);
    const before = await read(current.id);
    for (const action of ACTIONS.filter((each) => !current.actions.includes(each))) {
      const { status, body } = await act(current.id, action);
      expect([action, status, body.code]).toEqual([action, 409, 'case_mediation.case.transition_not_allowed']);
    }
    expect(await read(current.id)).toEqual(before);
  });

  it('gives an accepted case a limit of one month, and shows it', async () => {
    const { dueAt } = await caseIn('accepted');
    const days = (Date.parse(dueAt ?? '') - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(27);
    expect(days).toBeLessThan(32);
  });

  it('is due from its application on, and once agreed by the last day to perform it', async () => {
    const applied = await caseIn('applied');
    expect((Date.parse(applied.dueAt ?? '') - Date.now()) / 86_400_000).toBeLessThanOrEqual(4);
    const agreed = await caseIn('agreed');
    const { agreement } = (await mediator.get<{ agreement: { performBy: string } }>(`${API}/cases/${agreed.id}`)).body;
    expect(agreed.dueAt).toBe(`${agreement.performBy}T16:00:00.000Z`); // 24:00 in Shanghai
  });
});

describe('the agreement on paper', () => {
  const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

  it('is a page and a Word file, with the parties by label and room for their names and signatures', async () => {
    const { id } = await caseIn('agreed');
    const page = await mediator.get<string>(`${API}/cases/${id}/agreement`);
    expect(page.status).toBe(200);
    expect(page.body).toContain('<h1>人民调解协议书</h1>');
    expect(page.body).toContain('<tr><td>甲方</td><td>申请人</td><td></td><td></td><td></td></tr>');
    const token = await stack.token({ scopes: ['case-mediation:read'], roles: ['mediator'] });
    const answer = await fetch(`${stack.url('case-mediation')}${API}/cases/${id}/agreement`, {
      headers: { authorization: `Bearer ${token}`, accept: DOCX },
    });
    const text = docxText(Buffer.from(await answer.arrayBuffer()));
    expect(text).toMatch(/区划区划 \d{12}/); // its name, which the register here is made of
    expect(text).toContain(AGREEMENT.terms);
    expect(text).toContain('调解员王秀兰');
    expect(text).toContain('履行期限2030-12-31');
    expect(
      await stack.sql('case-mediation', "select detail from access_record where action = 'print' and subject = $1 order by at", [id]),
    ).toEqual([
      { detail: { document: 'agreement', format: 'page' } },
      { detail: { document: 'agreement', format: 'docx', templateVersion: 0 } },
    ]);
  });

  it('is made of a case that has one in writing only', async () => {
    const { id } = await caseIn('mediating');
    const { status, body } = await mediator.get<ProblemAnswer>(`${API}/cases/${id}/agreement`);
    expect([status, body.code]).toEqual([409, 'case_mediation.agreement.not_written']);
  });
});

describe('a case', () => {
  it('is answered as it was applied for, with its place and its version', async () => {
    const answer = await mediator.post<CaseAnswer>(`${API}/cases`, APPLICATION);
    expect(answer.status).toBe(201);
    expect(answer.headers.get('location')).toBe(`${API}/cases/${answer.body.id}`);
    expect(answer.headers.get('etag')).toBe('"1"');
    expect(answer.body).toMatchObject({ ...APPLICATION, source: 'application', state: 'applied', requestId: null, version: 1 });
    const { matter, sessions, agreement, history, files, ...rest } = await read(answer.body.id);
    expect(rest).toEqual(answer.body);
    expect([matter, sessions, agreement, files, history]).toMatchObject([
      null,
      [],
      null,
      [],
      [{ action: 'apply', from: null, to: 'applied', reason: null }],
    ]);
  });

  it('keeps the minutes and the agreement that were signed, shows them to who sees the case, and never to the public', async () => {
    const send = async () => (await mediator.post<{ id: string }>(`${API}/files`, photo())).body.id;
    const [first, second, signed] = [await send(), await send(), await send()];
    const { id } = await caseIn('assigned');
    expect((await act(id, 'start', { ...SESSION, files: [first] })).status).toBe(200);
    const next = { ...SESSION, heldAt: '2026-01-20T09:30:00+08:00', files: [second] };
    expect((await mediator.post(`${API}/cases/${id}/sessions`, next)).status).toBe(201);
    expect((await act(id, 'agree', { ...AGREEMENT, files: [first] })).body.code).toBe('case_mediation.file.not_attachable'); // used already
    expect((await act(id, 'agree', { ...AGREEMENT, files: [signed] })).status).toBe(200);
    const { files } = (await mediator.get<{ files: object[] }>(`${API}/cases/${id}`)).body;
    expect(files).toMatchObject([
      { id: first, purpose: 'minutes' },
      { id: second, purpose: 'minutes' },
      { id: signed, purpose: 'agreement' },
    ]);
    const elsewhere = await as(['mediator'], '230902');
    expect([(await mediator.get(`${API}/files/${signed}`)).status, (await elsewhere.get(`${API}/files/${signed}`)).status]).toEqual([
      200, 404,
    ]);
    expect((await mediator.post(`${API}/files/${signed}/rendition`, { masks: [] })).status).toBe(404); // there is no such operation
  });

  it('records further sessions while it is mediating, and only then', async () => {
    const { id, version } = await caseIn('mediating');
    const second = { ...SESSION, heldAt: '2026-01-20T09:30:00+08:00' };
    const recorded = await mediator.post<{ place: string }>(`${API}/cases/${id}/sessions`, second);
    expect(recorded).toMatchObject({ status: 201, body: { place: SESSION.place, heldAt: '2026-01-20T01:30:00.000Z' } });
    expect(await read(id)).toMatchObject({
      version,
      sessions: [{ heldAt: '2026-01-15T01:30:00.000Z' }, { heldAt: '2026-01-20T01:30:00.000Z' }],
    });
    const { id: other } = await caseIn('assigned');
    const refused = await mediator.post<ProblemAnswer>(`${API}/cases/${other}/sessions`, second);
    expect(refused).toMatchObject({ status: 409, body: { code: 'case_mediation.session.not_mediating' } });
  });

  it('gets another mediator for a reason, and the first may not come back', async () => {
    const { id } = await caseIn('mediating');
    const second = (await administrator.put<{ id: string }>(mediatorPath(), MEDIATOR)).body.id;
    const unreasoned = await act(id, 'assign', { mediatorId: second, chosenByParties: false });
    expect(unreasoned).toMatchObject({
      status: 422,
      body: { code: 'case_mediation.mediator.recusal_unreasoned', errors: [{ pointer: '/reason' }] },
    });
    const replaced = await act(id, 'assign', { mediatorId: second, chosenByParties: false, reason: '一方当事人申请回避。' });
    expect(replaced).toMatchObject({ status: 200, body: { state: 'mediating', mediatorId: second } });
    const back = await act(id, 'assign', { mediatorId, chosenByParties: true, reason: '再次更换。' });
    expect(back).toMatchObject({ status: 409, body: { code: 'case_mediation.mediator.recused' } });
  });

  it('is listed by state, area, mediator and limit, newest first, a page at a time', async () => {
    const own = await as(['mediator'], '230903015002');
    const made: string[] = [];
    for (let i = 0; i < 3; i++) made.unshift((await caseIn('applied', { areaCode: '230903015002' })).id);
    const first = await own.get<{ items: CaseAnswer[]; next: string }>(`${API}/cases?limit=2&state=applied`);
    expect(first.body.items.map((each) => each.id)).toEqual(made.slice(0, 2));
    expect(first.headers.get('link')).toContain('rel="next"');
    const second = await own.get<{ items: CaseAnswer[] }>(`${API}/cases?limit=2&state=applied&cursor=${first.body.next}`);
    expect(second.body.items.map((each) => each.id)).toEqual(made.slice(2));
    expect(second.body).toMatchObject({ next: null });
    await stack.sql('case-mediation', `update mediation_case set state = 'accepted', due_at = now() - interval '1 day' where id = $1`, [
      made[1],
    ]);
    const overdue = await own.get<{ items: CaseAnswer[] }>(`${API}/cases?overdue=true`);
    expect(overdue.body.items).toMatchObject([{ id: made[1], overdue: true }]);
    const inTime = await own.get<{ items: CaseAnswer[] }>(`${API}/cases?overdue=false`);
    expect(inTime.body.items.map(({ id }) => id)).toEqual(expect.arrayContaining([made[0], made[2]]));
    expect(inTime.body.items.filter((each) => each.overdue)).toEqual([]);
    await stack.sql('case-mediation', `update mediation_case set state = 'agreed' where id = $1`, [made[1]]);
    expect((await own.get<{ items: CaseAnswer[] }>(`${API}/cases?overdue=true`)).body.items).toMatchObject([
      { id: made[1], overdue: true },
    ]);
    const none = await own.get<{ items: CaseAnswer[] }>(`${API}/cases?mediatorId=${mediatorId}&areaCode=230903015`);
    expect(none.body.items).toEqual([]);
  });
});

describe('a case of an area that is retired', () => {
  it('goes on in the one that it went into while it is open, with its mediator and its time, when it was applied for here; what is over stays', async () => {
    const [gone, to] = ['230903014003', '230903014004'];
    const there = { areaCode: gone };
    const [applied, mediating] = [await caseIn('applied', there), await caseIn('mediating', there)];
    const over = await caseIn('failed', there);
    await tellRetiredArea(stack, 'case-mediation', gone, to);
    const successor = await as(['mediator'], to);
    for (const { id, version, state, mediatorId: who, dueAt } of [applied, mediating])
      await eventually(async () => {
        const { body } = await successor.get<CaseAnswer>(`${API}/cases/${id}`);
        expect(body).toMatchObject({ areaCode: to, state, mediatorId: who, dueAt, version: version + 1 });
      });
    expect((await read(applied.id)).history).toEqual(
      expect.arrayContaining([expect.objectContaining({ action: 'correct', actorId: 'system', reason: expect.stringContaining('撤并') })]),
    );
    await eventually(async () => {
      const told = (await stack.published('case-mediation.case.corrected.v1')).map(({ data }) => [data.caseId, data.areaCode]);
      expect(told.sort()).toEqual([[applied.id, to], [mediating.id, to]].sort()); // biome-ignore format: two pairs
    });
    expect(await read(over.id)).toMatchObject({ areaCode: gone });
  });
});
