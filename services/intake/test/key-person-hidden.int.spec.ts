import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, wordsLeft } from '@zero-distance/testing';
import { BUREAU, type Care, type CareShown, CENTRE, NAME, PERSONS, PHONES, RESIDENTS, startCare } from './cared-for.js';
import { REQUESTS } from './fixture.js';

let f: Care['f'];
let li: Care['li'];
let wang: Care['wang'];
let elsewhere: Care['elsewhere'];
let ofCentre: Care['ofCentre'];
let centre: Care['centre'];
let bureau: Care['bureau'];
let exporter: Care['exporter'];
let resident: Care['resident'];
let enter: Care['enter'];
let act: Care['act'];
let get: Care['get'];
let ofLi: Care['ofLi'];
let eventsOf: Care['eventsOf'];
beforeAll(async () => {
  ({ f, li, wang, elsewhere, ofCentre, centre, bureau, exporter, resident, enter, act, get, ofLi, eventsOf } = await startCare());
}, 60_000);
afterAll(() => f?.stack.stop());

describe('a key person', () => {
  it('is shown to an organisation that is asked to take them over, which may do nothing but answer, and is not told who they are', async () => {
    const id = await ofLi();
    await act(li, id, 'visit', { way: 'home', met: true, note: '住三楼' });
    expect(await get(id, bureau)).toMatchObject({ code: 'intake.key_person.not_found' });
    expect((await act(li, id, 'refer', { organisationCode: 'nobody', reason: '住院' })).code).toMatch(/organisation/);
    expect(await act(li, id, 'refer', { organisationCode: 'civil-affairs', reason: '住院' })).toMatchObject({ state: 'referred' });
    expect(await get(id, bureau)).toMatchObject({ state: 'referred', actions: ['accept', 'refuse'], workerId: 'li' });
    const tries: [string, object][] = [
      ['visit', { way: 'home', met: true }],
      ['change-risk', { risk: 'general', reason: '好转' }],
      ['report-change', { reason: '出院' }],
      ['take-back', {}],
      ['leave', { reason: '不再需要' }],
      ['reveal', { purpose: '了解情况' }],
    ];
    for (const [action, body] of tries)
      expect([action, (await act(bureau, id, action, body)).code]).toEqual([action, 'intake.key_person.not_own']);
    expect(await get(id, centre)).toMatchObject({ code: 'intake.key_person.not_found' });
    expect((await act(f.clerk, id, 'accept')).code).toBe('intake.key_person.not_asked');
    expect(await act(bureau, id, 'refuse', { reason: '不在范围' })).toMatchObject({ state: 'cared-for', workerId: 'li' });
    expect(await get(id, bureau)).toMatchObject({ code: 'intake.key_person.not_found' });

    await act(li, id, 'refer', { organisationCode: 'civil-affairs', reason: '住院' });
    expect(await act(f.clerk, id, 'take-back')).toMatchObject({ state: 'cared-for', workerId: 'li' });
    await act(li, id, 'refer', { organisationCode: 'civil-affairs', reason: '住院' });
    expect(await act(bureau, id, 'accept')).toMatchObject({ state: 'waiting', workerId: null, organisationId: BUREAU });
    expect((await get(id, li)).code).toBe('intake.key_person.not_found');
    expect((await act(bureau, id, 'reveal', { purpose: '上门走访' })) as unknown).toMatchObject({
      file: { name: NAME },
      notes: [{ note: '住三楼' }],
    });

    // Given to a worker of another organisation, that one may answer for nobody either.
    await act(bureau, id, 'assign', { workerId: 'wang', organisationCode: 'care-centre' });
    expect((await act(wang, id, 'accept')).code).toBe('intake.key_person.not_of_organisation');
    expect((await act(centre, id, 'take-back')).code).toBe('intake.key_person.not_own');
    expect((await act(centre, id, 'leave', { reason: '不再需要' })).code).toBe('intake.key_person.not_own');
    expect(await act(ofCentre, id, 'accept')).toMatchObject({ state: 'cared-for', organisationId: CENTRE });
    expect((await act(centre, id, 'refer', { organisationCode: 'care-centre', reason: '住院' })).code).toBe(
      'intake.key_person.same_organisation',
    );
    expect((await act(ofCentre, id, 'transfer', { workerId: 'wang', reason: '调岗' })).code).toBe('intake.key_person.to_oneself');
    expect((await act(centre, id, 'change-risk', { risk: 'key', reason: '未变' })).code).toBe('intake.key_person.same_risk');
    await act(centre, id, 'leave', { reason: '入住养老院' });
    expect((await act(centre, id, 'reveal', { purpose: '回顾走访' })).code).toBe('intake.key_person.has_left');
  });

  it('is told to nobody who was merely asked: not before a worker accepted, and not when a referral is not answered in time', async () => {
    const { id } = await enter();
    await act(f.clerk, id, 'assign', { workerId: 'wang' });
    expect((await act(wang, id, 'reveal', { purpose: '了解情况' })).code).toBe('intake.key_person.not_own');
    await act(wang, id, 'accept');
    await act(wang, id, 'refer', { organisationCode: 'civil-affairs', reason: '住院' });
    await f.stack.sql('intake', `update key_person set offer_until = now(), next_at = now() where id = $1`, [id]);
    await eventually(async () => expect((await get(id)).state).toBe('cared-for'));
    expect((await get(id, bureau)).code).toBe('intake.key_person.not_found');
    expect(await get(id, wang)).toMatchObject({ workerId: 'wang', offerUntil: null });
  });

  it('cannot be taken away in bulk: by no list, file, search, event, log or dead letter is it told who they are', async () => {
    const who = await resident({ address: '念安路七号' });
    const id = await ofLi('high', who);
    await act(li, id, 'visit', { way: 'home', met: true, note: '念安路七号三楼' });
    const secret = new RegExp(`${NAME}|尉|念安路|${PHONES}|${who}`);
    for (const path of [PERSONS, `${PERSONS}?overdue=false&limit=100`, `${PERSONS}?updatedSince=2020-01-01T00:00:00Z`, `${PERSONS}/${id}`])
      expect(JSON.stringify((await f.clerk.get(path)).body)).not.toMatch(secret);
    for (const accept of ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']) {
      const refused = await exporter.get<CareShown>(PERSONS, { headers: { accept } });
      expect([refused.status, refused.body.code]).toEqual([403, 'platform.no_file']);
    }
    expect((await elsewhere.get<{ items: [] }>(PERSONS)).body.items).toEqual([]);
    expect((await wang.get<{ items: [] }>(`${PERSONS}?state=cared-for&risk=high`)).body.items).toEqual([]);
    const listed = async (query: string) =>
      (await f.clerk.get<{ items: CareShown[] }>(`${PERSONS}?${query}`)).body.items.map((one) => one.id);
    expect(await listed('workerId=li&kind=living-alone')).toContain(id);
    expect([await listed('workerId=nobody'), await listed('workerId=li&kind=empty-nest')]).toEqual([[], []]);
    for (const query of [`q=${encodeURIComponent(NAME)}`, `residentId=${who}`, `phone=13900001001`])
      expect((await f.clerk.get(`${PERSONS}?${query}`)).status).toBe(422);
    expect((await act(li, id, 'reveal')).code).toBe('platform.invalid_input');
    expect((await act(wang, id, 'reveal', { purpose: '上门走访' })).code).toBe('intake.key_person.not_found');
    await act(li, id, 'reveal', { purpose: '上门走访' });
    for (const subject of [id, who]) {
      const records = await f.stack.sql('intake', 'select actor_id as who, purpose from access_record where subject = $1', [subject]);
      expect(records).toEqual([{ who: 'li', purpose: '上门走访' }]);
    }
    const told = await eventually(async () => {
      const events = await eventsOf(id);
      expect(events.length).toBeGreaterThanOrEqual(4);
      return JSON.stringify(events);
    });
    expect(told).not.toMatch(secret);
    for (const [action, more] of [
      ['change-risk', { risk: 'key' }],
      ['report-change', {}],
      ['transfer', { workerId: 'wang' }],
      ['refer', { organisationCode: 'care-centre' }],
      ['leave', {}],
    ] as const)
      expect((await act(li, id, action, { ...more, reason: `家属电话 ${PHONES}1111` })).code).toBe('platform.personal_data_in_public_text');
    expect(await wordsLeft(f.stack, 'intake', ['念安路', `${PHONES}1111`])).toEqual([]); // rows, outbox and dead letters: sealed only
  });

  it('is told of by no list of the service but its own, in no form, whatever is searched for', async () => {
    const who = await resident({ address: '念安路九号' });
    const id = await ofLi('key', who);
    await act(li, id, 'visit', { way: 'home', met: true, note: '念安路九号二楼' });
    const scopes = ['intake:read', 'intake:write', 'intake:reveal', 'intake:export', 'intake:operate', 'intake:import'];
    const roles = ['intake-clerk', 'administrator', 'dispatcher', 'leader', 'publisher', 'importer'];
    const everybody = f.stack.http('intake', await f.stack.token({ scopes, roles, area: '230903', clientId: 'who-has-all' }));
    interface Read {
      readonly parameters?: readonly { readonly name: string }[];
    }
    const { body } = await everybody.get<{ paths: Record<string, { get?: Read }> }>('/api/intake/openapi.json');
    const lists = Object.entries(body.paths).flatMap(([path, { get: read }]) => (read && !path.includes('{') ? [{ path, read }] : []));
    expect(lists.map(({ path }) => path)).toEqual(expect.arrayContaining([PERSONS, RESIDENTS, REQUESTS]));
    const leaks: string[] = [];
    for (const { path, read } of lists) {
      const takes = new Set(read.parameters?.map(({ name }) => name));
      const asked = [
        '',
        ...['q', 'residentId', 'keyPersonId'].filter((name) => takes.has(name)).map((name) => `${name}=${name === 'q' ? NAME : who}`),
      ];
      for (const query of asked)
        for (const accept of ['application/json', 'text/csv', 'application/geo+json']) {
          const answer = await everybody.get(`${path}?${encodeURI(query)}`, { headers: { accept } });
          const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
          const own = path === PERSONS && typeof answer.body === 'object'; // a page of it
          if (text.includes('念安路') || (text.includes(id) && !own)) leaks.push(`${path}?${query} ${accept}`);
          if (path === PERSONS && text.includes(who)) leaks.push(`${path} leads to the resident`);
        }
    }
    expect(leaks).toEqual([]);
  });
});
