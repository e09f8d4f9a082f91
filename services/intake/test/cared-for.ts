import { expect } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { eventually } from '@zero-distance/testing';
import { AREA, count, type Fixture, startIntake } from './fixture.js';

export const PERSONS = '/api/intake/v1/key-persons';
export const RESIDENTS = '/api/intake/v1/residents';
export const [CENTRE, BUREAU] = [newId(), newId()];
/** Of everybody who is looked after in these tests. */
export const NAME = '尉迟念安';
/** Of all their telephone numbers. */
export const PHONES = '1390000';

/** A key person as the API shows it, or why it does not. */
export interface CareShown {
  id: string;
  version: number;
  state: string;
  risk: string;
  actions: string[];
  workerId: string | null;
  organisationId: string | null;
  offerUntil: string | null;
  lamp: string | null;
  dueAt: string;
  lastVisitAt: string | null;
  overdueSince: string | null;
  leaving: string | null;
  visits: { id: string; way: string; counts: boolean; requestId: string | null }[];
  history: { action: string; reason: string | null }[];
  code: string;
}

export type Api = Fixture['clerk'];

/** Intake with workers of two kinds, clerks of two organisations, and one of elsewhere. */
export async function startCare() {
  const f = await startIntake();
  const scopes = ['intake:read', 'intake:write', 'intake:reveal'];
  const as = async (clientId: string, roles: string[], more: object = {}) =>
    f.stack.http('intake', await f.stack.token({ scopes, roles, area: '230903011', clientId, ...more }));
  for (const [organisationId, code, name] of [
    [CENTRE, 'care-centre', '社区养老服务中心'],
    [BUREAU, 'civil-affairs', '民政局'],
  ] as const)
    await f.stack.publish(
      'dispatch.organisation.registered.v1',
      { id: organisationId, version: 1 },
      { organisationId, code, name, kind: 'provider', areaCode: '230903' },
    );
  await eventually(async () => expect(await count(f.stack, 'organisation')).toBe(2));
  const callers = {
    li: await as('li', ['care-worker']),
    wang: await as('wang', ['grid-worker']),
    elsewhere: await as('far', ['intake-clerk'], { area: '230903019' }),
    ofCentre: await as('wang', ['grid-worker'], { area: '230903', org: 'care-centre' }),
    centre: await as('of-centre', ['intake-clerk'], { area: '230903', org: 'care-centre' }),
    bureau: await as('of-bureau', ['intake-clerk'], { area: '230903', org: 'civil-affairs' }),
    exporter: await as('exporter', ['intake-clerk'], { scopes: [...scopes, 'intake:export'] }),
  };
  return { f, ...callers, ...careOf(f, callers.li) };
}

/** What is done with key persons. */
function careOf(f: Fixture, li: Api) {
  let people = 0;
  const resident = async (more: object = {}) => {
    const agreed = { consentOn: '2026-11-01', consentWay: 'written' };
    const body = { name: NAME, phone: `${PHONES}${String(1000 + ++people)}`, areaCode: AREA, ...agreed, ...more };
    const answer = await f.clerk.post<{ id: string }>(RESIDENTS, body);
    expect(answer.status).toBe(201);
    return answer.body.id;
  };
  const enter = async (risk = 'key', residentId?: string) => {
    const answer = await f.clerk.post<CareShown>(PERSONS, { residentId: residentId ?? (await resident()), kind: 'living-alone', risk });
    expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
    return answer.body;
  };
  const act = async (who: Api, id: string, action: string, body: object = {}) =>
    (await who.post<CareShown>(`${PERSONS}/${id}/${action}`, body)).body;
  const get = async (id: string, who: Api = f.clerk) => (await who.get<CareShown>(`${PERSONS}/${id}`)).body;
  const ofLi = async (risk = 'key', residentId?: string) => {
    const { id } = await enter(risk, residentId);
    await act(f.clerk, id, 'assign', { workerId: 'li' });
    expect(await act(li, id, 'accept')).toMatchObject({ state: 'cared-for', workerId: 'li' });
    return id;
  };
  const eventsOf = async (id: string) => (await f.stack.publishedBy('intake')).filter(({ aggregateId }) => aggregateId === id);
  return { resident, enter, act, get, ofLi, eventsOf };
}

/** What a test of key persons works with. */
export type Care = Awaited<ReturnType<typeof startCare>>;
