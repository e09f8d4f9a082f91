import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { eventually } from '@zero-distance/testing';
import { type Api, type Care, type CareShown, PERSONS, startCare } from './cared-for.js';
import { REQUEST, REQUESTS } from './fixture.js';

const DAY = 86_400_000;

let f: Care['f'];
let li: Care['li'];
let wang: Care['wang'];
let elsewhere: Care['elsewhere'];
let exporter: Care['exporter'];
let resident: Care['resident'];
let enter: Care['enter'];
let act: Care['act'];
let get: Care['get'];
let ofLi: Care['ofLi'];
let eventsOf: Care['eventsOf'];
beforeAll(async () => {
  ({ f, li, wang, elsewhere, exporter, resident, enter, act, get, ofLi, eventsOf } = await startCare());
}, 60_000);
afterAll(() => f?.stack.stop());

const daysTo = (time: string) => Math.ceil((new Date(time).getTime() - Date.now()) / DAY);
/** As if it had all happened so many days before. */
const earlier = (id: string, days: number) =>
  f.stack.sql(
    'intake',
    `update key_person set entered_at = entered_at - $2 * interval '1 day', due_at = due_at - $2 * interval '1 day',
       next_at = next_at - $2 * interval '1 day', last_visit_at = last_visit_at - $2 * interval '1 day', changed_at = changed_at - $2 * interval '1 day'
     where id = $1`,
    [id, days],
  );

describe('a key person', () => {
  it('is looked after by one worker, who accepts, and by nobody else; a resident is one once', async () => {
    const who = await resident();
    const entered = await enter('key', who);
    expect(entered).toMatchObject({ state: 'waiting', lamp: 'green', actions: expect.arrayContaining(['assign', 'visit']) });
    expect(daysTo(entered.dueAt)).toBe(30);
    const again = await f.clerk.post<CareShown>(PERSONS, { residentId: who, kind: 'empty-nest', risk: 'high' });
    expect([again.status, again.body.code]).toEqual([409, 'intake.key_person.known']);
    const { id } = entered;
    expect((await get(id, li)).code).toBe('intake.key_person.not_found');
    await act(f.clerk, id, 'assign', { workerId: 'li' });
    expect((await get(id, wang)).code).toBe('intake.key_person.not_found');
    expect(await get(id, li)).toMatchObject({ state: 'assigned', actions: ['accept', 'refuse'] });
    expect((await act(li, id, 'visit', { way: 'home', met: true })).code).toBe('intake.key_person.not_own');
    expect((await act(f.clerk, id, 'accept')).code).toBe('intake.key_person.not_asked');
    expect(await act(li, id, 'refuse', { reason: '人手不足' })).toMatchObject({ state: 'waiting' });
    await act(f.clerk, id, 'assign', { workerId: 'li' });
    expect(await act(li, id, 'accept')).toMatchObject({ state: 'cared-for', workerId: 'li' });

    expect(await act(li, id, 'transfer', { workerId: 'wang', reason: '调岗' })).toMatchObject({ state: 'transferring' });
    expect(await act(li, id, 'visit', { way: 'home', met: true })).toMatchObject({ state: 'transferring', workerId: 'li' });
    expect(await act(wang, id, 'accept')).toMatchObject({ state: 'cared-for', workerId: 'wang' });
    expect((await get(id, li)).code).toBe('intake.key_person.not_found');
    expect((await get(id)).history.map(({ action }) => action)).toEqual([
      ...['enter', 'assign', 'refuse', 'assign', 'accept', 'transfer', 'visit', 'accept'],
    ]);
  });

  it('is visited by rhythm; what the risk does not allow, or found nobody, is kept and does not count', async () => {
    const id = await ofLi('high');
    expect((await get(id)).lamp).toBe('yellow'); // within 24 hours: at high risk that is a change by itself
    for (const visit of [
      { way: 'message', met: true },
      { way: 'home', met: false },
    ])
      expect(await act(li, id, 'visit', visit)).toMatchObject({ lamp: 'yellow', lastVisitAt: null });
    const visited = await act(li, id, 'visit', { way: 'home', met: true, note: '膝盖疼' });
    expect([daysTo(visited.dueAt), visited.lamp]).toEqual([7, 'green']);
    expect((await get(id)).visits.map(({ way, counts }) => [way, counts])).toEqual([
      ['home', true],
      ['home', false],
      ['message', false],
    ]);
    expect(daysTo((await act(li, id, 'report-change', { reason: '出院' })).dueAt)).toBe(1);
    expect((await act(li, id, 'change-risk', { risk: 'general', reason: '好转' })).dueAt).toBe(
      new Date(new Date(visited.lastVisitAt as string).getTime() + 90 * DAY).toISOString(),
    );
    expect((await act(li, id, 'visit', { way: 'home', met: true, at: new Date(Date.now() + 60_000).toISOString() })).code).toBe(
      'intake.key_person.visit_to_come',
    );
    expect((await act(li, id, 'visit', { way: 'home', met: true, at: new Date(Date.now() - 8 * DAY).toISOString() })).code).toBe(
      'intake.key_person.visit_too_old',
    );
    expect((await act(li, id, 'visit', { way: 'home', met: true, need: 'request' })).code).toBe('intake.key_person.request_wanted');
  });

  it('names the request that came of a visit to who may read requests: a grid worker any of the area, a care worker those they took in', async () => {
    const id = await ofLi();
    const take = async (who: Api) =>
      (await who.post<{ id: string }>(REQUESTS, { ...REQUEST, channel: 'grid-worker', requester: undefined })).body.id;
    const [ofClerk, own] = [(await f.register()).id, await take(li)];
    const name = (who: Api, requestId: string) => act(who, id, 'visit', { way: 'home', met: true, need: 'request', requestId });
    expect((await name(li, ofClerk)).code).toBe('intake.request.not_found');
    expect(await name(li, own)).toMatchObject({ state: 'cared-for' });
    await act(li, id, 'transfer', { workerId: 'wang', reason: '调岗' });
    await act(wang, id, 'accept');
    for (const requestId of [ofClerk, await take(wang)]) {
      expect(await name(wang, requestId)).toMatchObject({ state: 'cared-for', workerId: 'wang' });
      expect((await get(id)).visits.map((visit) => visit.requestId)).toContain(requestId);
    }
    expect((await name(wang, newId())).code).toBe('intake.request.not_found');
  });

  it('that is not visited in time is told of once for each visit that was due, and shown red until somebody was there', async () => {
    const id = await ofLi('high');
    await act(li, id, 'visit', { way: 'home', met: true });
    await earlier(id, 7.5);
    await eventually(async () => expect((await get(id)).overdueSince).not.toBeNull());
    const late = await get(id);
    expect([late.lamp, daysTo(late.dueAt)]).toEqual(['red', 7]); // half a day late: the next one is due in six days and a half
    expect((await li.get<{ items: { id: string }[] }>(`${PERSONS}?overdue=true`)).body.items.map((one) => one.id)).toEqual([id]);
    await act(li, id, 'visit', { way: 'home', met: true });
    expect(await get(id)).toMatchObject({ overdueSince: null, lamp: 'green' });
    const told = await eventually(async () => {
      const events = await eventsOf(id);
      expect(events.filter(({ type }) => type === 'intake.key-person.visited.v1')).toHaveLength(2);
      return events;
    });
    expect(told.filter(({ type }) => type === 'intake.key-person.overdue.v1')).toHaveLength(1);
  });

  it('is asked of nobody any more who does not answer in time', async () => {
    const { id } = await enter();
    await act(f.clerk, id, 'assign', { workerId: 'li' });
    await f.stack.sql('intake', `update key_person set offer_until = now(), next_at = now() where id = $1`, [id]);
    await eventually(async () => expect((await get(id)).state).toBe('waiting'));
    expect((await get(id, li)).code).toBe('intake.key_person.not_found');
  });

  it('of a worker who leaves, everybody goes over to another in one step: each is accepted or refused by itself', async () => {
    const leaving = await f.stack.http(
      'intake',
      await f.stack.token({ scopes: ['intake:read', 'intake:write'], roles: ['care-worker'], area: '230903011', clientId: 'leaving' }),
    );
    const persons = [await enter(), await enter('high'), await enter()];
    for (const { id } of persons) await act(f.clerk, id, 'assign', { workerId: 'leaving' });
    for (const { id } of persons.slice(1)) await act(leaving, id, 'accept');
    const [asked, ...theirs] = persons.map(({ id }) => id) as [string, string, string];
    const handOver = async (who: Api, body: object) => {
      const answer = await who.post<{ code: string }>(`${PERSONS}/hand-over`, { reason: '离岗', ...body });
      return [answer.status, answer.body] as const;
    };
    expect((await handOver(leaving, { fromWorkerId: 'leaving', workerId: 'wang' }))[1].code).toBe('platform.role_missing');
    expect((await handOver(f.clerk, { fromWorkerId: 'leaving', workerId: 'leaving' }))[1].code).toBe('intake.key_person.to_oneself');
    expect((await handOver(elsewhere, { fromWorkerId: 'leaving', workerId: 'wang' }))[1].code).toBe('intake.key_person.nobody_with_worker');
    expect(await handOver(f.clerk, { fromWorkerId: 'leaving', workerId: 'wang' })).toEqual([200, { asked: 2, more: false }]);
    for (const id of theirs) expect(await get(id)).toMatchObject({ state: 'transferring', workerId: 'leaving' });
    expect(await get(asked)).toMatchObject({ state: 'assigned' }); // it lapses by itself
    expect(await act(wang, theirs[0], 'accept')).toMatchObject({ state: 'cared-for', workerId: 'wang' });
    expect(await act(wang, theirs[1], 'refuse', { reason: '人手不足' })).toMatchObject({ state: 'cared-for', workerId: 'leaving' });
    for (const { id } of persons) await act(f.clerk, id, 'leave', { reason: '测试结束' });
  });

  it('has all its visits page by page, what was seen at them before any time, and says while a referral is wanted', async () => {
    const id = await ofLi();
    const notes = ['第一次', '第二次', '第三次'];
    for (const note of notes) await act(li, id, 'visit', { way: 'home', met: true, note, ...(note === '第二次' && { need: 'referral' }) });
    interface Visits {
      readonly items: readonly { readonly id: string; readonly need: string; readonly at: string }[];
      readonly next: string | null;
    }
    const page = async (who: Api, query = '') => (await who.get<Visits>(`${PERSONS}/${id}/visits?limit=2${query}`)).body;
    const first = await page(li);
    expect([first.items.length, first.items[1]?.need]).toEqual([2, 'referral']);
    const second = await page(li, `&cursor=${first.next}`);
    expect([second.items.length, second.next]).toEqual([1, null]);
    expect((await page(wang)) as unknown).toMatchObject({ code: 'intake.key_person.not_found' });
    const file = await exporter.get<CareShown>(`${PERSONS}/${id}/visits`, { headers: { accept: 'text/csv' } });
    expect([file.status, file.body.code]).toEqual([403, 'platform.no_file']);
    const before = first.items[1]?.at;
    const revealed = (await act(li, id, 'reveal', { purpose: '回看走访', visitsBefore: before })) as unknown as {
      notes: { note: string }[];
    };
    expect(revealed.notes.map(({ note }) => note)).toEqual(['第一次']);
    expect((await get(id)) as unknown).toMatchObject({ toBeReferred: true });
    await act(li, id, 'refer', { organisationCode: 'care-centre', reason: '需上门护理' });
    expect((await get(id)) as unknown).toMatchObject({ toBeReferred: false });
  });
});
