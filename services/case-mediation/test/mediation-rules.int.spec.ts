import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient, startTestStack, type TestStack, tellRegisters } from '@zero-distance/testing';
import {
  AGREEMENT,
  API,
  APPLICATION,
  bodyOf,
  type CaseAnswer,
  callers,
  FAILURE,
  MEDIATOR,
  mediatorPath,
  type ProblemAnswer,
  SESSION,
} from './fixtures.js';

let stack: TestStack;
let mediator: HttpClient;
let administrator: HttpClient;
let mediatorId: string;

beforeAll(async () => {
  stack = await startTestStack({ services: ['case-mediation'] });
  await tellRegisters(stack, 'case-mediation');
  ({ mediator, administrator } = await callers(stack));
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

describe('what breaks a rule of mediation', () => {
  it.each<[string, string, string, object, string, string]>([
    [
      'a phone number in the summary',
      'applied',
      '',
      { ...APPLICATION, summary: '联系13800138000' },
      'platform.personal_data_in_public_text',
      '/summary',
    ],
    [
      'a party without a counterpart',
      'applied',
      '',
      { ...APPLICATION, parties: [{ role: 'applicant', label: '甲方' }] },
      'case_mediation.case.parties_incomplete',
      '/parties',
    ],
    [
      'an ID number in a public answer',
      'applied',
      'decline',
      { reasonCode: 'court-judged', publicAnswer: '身份证110101199003074477' },
      'platform.personal_data_in_public_text',
      '/publicAnswer',
    ],
    [
      'a session to come',
      'assigned',
      'start',
      { ...SESSION, heldAt: '2099-01-01T00:00:00Z' },
      'case_mediation.session.in_future',
      '/heldAt',
    ],
    [
      'an oral agreement still to be performed',
      'mediating',
      'agree',
      { ...AGREEMENT, form: 'oral' },
      'case_mediation.agreement.must_be_written',
      '/form',
    ],
    [
      'an agreement without a deadline',
      'mediating',
      'agree',
      { ...AGREEMENT, performBy: undefined },
      'case_mediation.agreement.deadline_missing',
      '/performBy',
    ],
    [
      "a phone number in an agreement's answer",
      'mediating',
      'agree',
      { ...AGREEMENT, publicAnswer: '请致电13800138000' },
      'platform.personal_data_in_public_text',
      '/publicAnswer',
    ],
    [
      'a failure that names no legal route',
      'mediating',
      'fail',
      { publicAnswer: '未达成协议。' },
      'case_mediation.case.legal_routes_missing',
      '/publicAnswer',
    ],
  ])('is refused: %s', async (_what, state, action, body, code, pointer) => {
    const { id } = await caseIn(state);
    const before = await read(id);
    const answer = action ? await act(id, action, body) : await mediator.post<ProblemAnswer>(`${API}/cases`, body);
    expect(answer).toMatchObject({ status: 422, body: { code, errors: [{ pointer }] } });
    expect(await read(id)).toEqual(before);
  });

  it.each<[string, object, string]>([
    ['a name for a party', { ...APPLICATION, parties: [{ role: 'applicant', label: '张三' }, APPLICATION.parties[1]] }, '/parties/0/label'],
    ['a field nobody knows', { ...APPLICATION, requesterName: '张三' }, '/requesterName'],
    ['an area that is none', { ...APPLICATION, areaCode: '230903000' }, '/areaCode'],
    ['a type of dispute nobody knows', { ...APPLICATION, caseType: 'weather' }, '/caseType'],
    ['an amount below nothing', { ...APPLICATION, amount: -1 }, '/amount'],
    ['an amount of less than a fen', { ...APPLICATION, amount: 1e-7 }, '/amount'],
  ])('is refused before any rule is asked: %s', async (_what, body, pointer) => {
    const answer = await mediator.post<ProblemAnswer>(`${API}/cases`, body);
    expect(answer).toMatchObject({ status: 422, body: { code: 'platform.invalid_input', errors: [{ pointer }] } });
  });

  it('is refused: a mediator who is not on the register, or serves elsewhere without being chosen', async () => {
    const { id } = await caseIn('accepted');
    const unknown = await act(id, 'assign', { mediatorId: newId(), chosenByParties: true });
    expect(unknown).toMatchObject({ status: 422, body: { code: 'case_mediation.mediator.unknown', errors: [{ pointer: '/mediatorId' }] } });
    const elsewhere = await administrator.put<{ id: string }>(mediatorPath(), { ...MEDIATOR, areaCode: '230903016' });
    const refused = await act(id, 'assign', { mediatorId: elsewhere.body.id, chosenByParties: false });
    expect(refused).toMatchObject({ status: 422, body: { code: 'case_mediation.mediator.other_area' } });
    expect(await act(id, 'assign', { mediatorId: elsewhere.body.id, chosenByParties: true })).toMatchObject({ status: 200 });
  });
});

describe('a case that two calls change at once', () => {
  it('refuses an action on a version that has passed', async () => {
    const { id } = await caseIn('accepted');
    const stale = await act(id, 'assign', undefined, { 'if-match': '"1"' });
    expect(stale).toMatchObject({ status: 412, body: { code: 'platform.stale_version' } });
    expect(await act(id, 'assign', undefined, { 'if-match': '"2"' })).toMatchObject({ status: 200, body: { version: 3 } });
  });

  it('lets one of two opposite actions through', async () => {
    const { id } = await caseIn('mediating');
    const answers = await Promise.all([act(id, 'agree'), act(id, 'fail')]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(await read(id)).toMatchObject({ version: 5 });
  });

  it('records no session on a case that ends at the same moment', async () => {
    const { id } = await caseIn('mediating');
    // Ends the case, and commits once the session has been let through, or waits for the row.
    const ending = stack.sql(
      'case-mediation',
      `do $$ begin
        update mediation_case set state = 'failed', version = version + 1, concluded_at = now() where id = '${id}';
        while (select count(*) from session where case_id = '${id}') < 2
          and not exists (select from pg_locks where pg_backend_pid() = any(pg_blocking_pids(pid))) loop
          perform pg_sleep(0.01);
        end loop;
      end $$`,
    );
    const unlocked = () => stack.sql('case-mediation', 'select from mediation_case where id = $1 for update skip locked', [id]);
    await eventually(async () => expect(await unlocked()).toEqual([]));
    const late = await mediator.post<ProblemAnswer>(`${API}/cases/${id}/sessions`, SESSION);
    await ending;
    expect(late).toMatchObject({ status: 409, body: { code: 'case_mediation.session.not_mediating' } });
    expect(await read(id)).toMatchObject({ state: 'failed', sessions: [{}] });
  });

  it('records all sessions that come at the same moment', async () => {
    const { id, version } = await caseIn('mediating');
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => mediator.post(`${API}/cases/${id}/sessions`, SESSION)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(await read(id)).toMatchObject({ version, sessions: Array(6).fill({}) });
  });

  it('answers a repeated key as the first time, and refuses it for another body', async () => {
    const headers = { 'idempotency-key': newId() };
    const first = await mediator.post<CaseAnswer>(`${API}/cases`, APPLICATION, { headers });
    const again = await mediator.post<CaseAnswer>(`${API}/cases`, APPLICATION, { headers });
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
    const other = await mediator.post(`${API}/cases`, { ...APPLICATION, summary: '另一纠纷。' }, { headers });
    expect(other).toMatchObject({ status: 422, body: { code: 'platform.idempotency_key_reused' } });
  });
});

it('A mediation past its limit goes on only when all parties ask for it', async () => {
  const { id } = await caseIn('mediating');
  await stack.sql('case-mediation', `update mediation_case set due_at = '2026-01-10T00:00:00Z' where id = $1`, [id]);
  const refused = await mediator.post<ProblemAnswer>(`${API}/cases/${id}/sessions`, SESSION);
  expect(refused).toMatchObject({ status: 409, body: { code: 'case_mediation.session.limit_passed' } });
  const extended = await mediator.post(`${API}/cases/${id}/sessions`, { ...SESSION, extensionAskedByAll: true });
  expect(extended).toMatchObject({ status: 201, body: { extensionAskedByAll: true } });
  expect(await read(id)).toMatchObject({ overdue: true, state: 'mediating' });
  expect((await act(id, 'fail', FAILURE)).body).toMatchObject({ state: 'failed', overdue: false });
});
