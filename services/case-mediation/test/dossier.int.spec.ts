import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVENTS } from '@zero-distance/contracts';
import { SYSTEM } from '@zero-distance/kernel';
import type { ReadTx } from '@zero-distance/persistence';
import { eventually, type HttpClient, photo, startTestStack, type TestStack, tellRegisters, wordsLeft } from '@zero-distance/testing';
import { dueDossiers } from '../src/mediation-case/mediation-case.store.js';
import { AGREEMENT, API, bodyOf, type CaseAnswer, callers, caseOf, dispute, MEDIATOR, mediatorPath, SESSION } from './fixtures.js';

let stack: TestStack;
let mediator: HttpClient;
let administrator: HttpClient;
let mediatorId: string;

beforeAll(async () => {
  stack = await startTestStack({ services: ['case-mediation'] });
  await tellRegisters(stack, 'case-mediation');
  ({ mediator, administrator } = await callers(stack));
  const registered = await administrator.put<{ id: string }>(mediatorPath(), MEDIATOR);
  mediatorId = registered.body.id;
}, 60_000);
afterAll(() => stack.stop());

const act = async (id: string, action: string, body = bodyOf(action, mediatorId)): Promise<CaseAnswer> => {
  const answer = await mediator.post<CaseAnswer>(`${API}/cases/${id}/${action}`, body);
  if (answer.status !== 200) throw new Error(`${action}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
};

const register = async (over: Parameters<typeof dispute>[0] = {}) => {
  const request = dispute(over);
  await stack.publish('intake.request.registered.v1', { id: request.requestId, version: 1 }, request);
  return request;
};

describe('the dossier of a mediation', () => {
  it('loses its words and its files when its time is over, and stays what it was for the figures', async () => {
    const { requestId } = await register();
    const { id } = await caseOf(mediator, requestId);
    for (const action of ['accept', 'assign'] as const) await act(id, action);
    await act(id, 'start', { ...SESSION, minutes: '瓮安胡同两家各自陈述。' });
    const signed = (await mediator.post<{ id: string }>(`${API}/files`, photo())).body.id;
    await act(id, 'agree', { ...AGREEMENT, terms: '瓮安胡同七号每日22时后停止使用音响。', files: [signed] });
    const other = await caseOf(mediator, (await register()).requestId);
    expect(await wordsLeft(stack, 'case-mediation', ['瓮安'])).toEqual(['agreement', 'session']);
    await stack.sql('case-mediation', `update mediation_case set concluded_at = now() - interval '10 years 1 day' where id = $1`, [id]);
    await stack.restart('case-mediation'); // its timer runs when it begins to lead
    await eventually(async () => expect(await wordsLeft(stack, 'case-mediation', ['瓮安'])).toEqual([]));
    expect((await mediator.get(`${API}/cases/${id}`)).body).toMatchObject({
      state: 'agreed',
      dossierErasedAt: expect.any(String),
      files: [],
    });
    expect((await mediator.get(`${API}/files/${signed}`)).status).toBe(404);
    expect((await mediator.get(`${API}/cases/${other.id}`)).body).toMatchObject({ dossierErasedAt: null });
    expect(await stack.sql('case-mediation', 'select action, actor_id from access_record where subject = $1', [id])).toEqual([
      { action: 'erase', actor_id: SYSTEM.id },
    ]);
  });

  it('of a request that was erased is kept for years of its own: none, and it goes with the request and is counted in the proof', async () => {
    const setYears = (value: number) => administrator.put(`${API}/policies/erased-dossier-years`, { value });
    const { requestId } = await register();
    const { id } = await caseOf(mediator, requestId);
    for (const action of ['accept', 'assign'] as const) await act(id, action);
    await act(id, 'start', { ...SESSION, minutes: '瓮安胡同两家各自陈述。' });
    await act(id, 'agree', { ...AGREEMENT, terms: '瓮安胡同七号每日22时后停止使用音响。' });
    expect((await setYears(0)).status).toBe(200);
    const erased = { ...EVENTS['intake.request.erased.v1'].example, requestId, kind: 'dispute' as const };
    await stack.publish('intake.request.erased.v1', { id: requestId, version: 2 }, erased);
    await eventually(async () => expect(await wordsLeft(stack, 'case-mediation', ['瓮安'])).toEqual([]));
    const told = await eventually(async () => {
      const event = (await stack.published('case-mediation.erasure.recorded.v1')).find(({ data }) => data.matterId === requestId);
      expect(event).toBeDefined();
      return event?.data;
    });
    expect(told).toMatchObject({ removed: expect.arrayContaining([{ place: 'dossier', count: 3 }]), kept: [] });
    await setYears(10);
  });

  it('that is due is found by an index among those that are not, of an erased request too', async () => {
    const { id } = await caseOf(mediator, (await register()).requestId);
    await stack.sql(
      'case-mediation',
      `insert into mediation_case select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'request_id', gen_random_uuid(),
         'concluded_at', now() - n * interval '1 hour', 'matter_erased_at', case when n % 10 = 0 then now() end))).*
       from mediation_case c, generate_series(1, 5000) as n where c.id = $1`,
      [id],
    );
    await stack.sql('case-mediation', 'analyze mediation_case');
    const planOf = async (isMatterErased: boolean): Promise<string> => {
      let plan = '';
      const page = async (sql: string, params: unknown[]) => {
        plan = JSON.stringify(await stack.sql('case-mediation', `explain ${sql}`, params));
        return [];
      };
      await dueDossiers({ page, columns: () => '*' } as unknown as ReadTx, new Date(0), isMatterErased, 50);
      return plan;
    };
    expect(await planOf(false)).toMatch(/Index Scan using mediation_case_dossier/);
    expect(await planOf(true)).toMatch(/Index Scan using mediation_case_erased_dossier/);
  });
});
