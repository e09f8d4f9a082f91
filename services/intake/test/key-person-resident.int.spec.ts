import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, wordsLeft } from '@zero-distance/testing';
import { type Care, NAME, PERSONS, RESIDENTS, startCare } from './cared-for.js';
import { OTHER_AREA } from './fixture.js';

let f: Care['f'];
let li: Care['li'];
let resident: Care['resident'];
let enter: Care['enter'];
let act: Care['act'];
let get: Care['get'];
let ofLi: Care['ofLi'];
let eventsOf: Care['eventsOf'];
beforeAll(async () => {
  ({ f, li, resident, enter, act, get, ofLi, eventsOf } = await startCare());
}, 60_000);
afterAll(() => f?.stack.stop());

describe('a key person', () => {
  it('is one still when two files turn out to be of one resident, and no visit is lost', async () => {
    const [main, twice] = [await resident(), await resident()];
    const [one, other] = [await ofLi('key', main), await ofLi('key', twice)];
    await act(li, one, 'visit', { way: 'home', met: true });
    await act(li, other, 'visit', { way: 'home', met: true });
    await act(li, other, 'visit', { way: 'hotline', met: true });
    const last = (await get(other)).lastVisitAt;
    expect((await f.clerk.post(`${RESIDENTS}/${twice}/merge`, { mainResidentId: main })).status).toBe(200);
    expect(await get(one)).toMatchObject({ state: 'cared-for', workerId: 'li', lastVisitAt: last });
    expect((await get(one)).visits).toHaveLength(3);
    expect(await get(other)).toMatchObject({ state: 'left', leaving: 'merged', visits: [] });

    const [third, empty] = [await resident(), await resident()];
    const only = await ofLi('key', third);
    await f.clerk.post(`${RESIDENTS}/${third}/merge`, { mainResidentId: empty });
    const revealed = await li.post<{ residentId: string }>(`${PERSONS}/${only}/reveal`, { purpose: '上门走访' });
    expect(revealed.body.residentId).toBe(empty);
  });

  it('goes on with the worker of the other file where the main one has none, at the higher risk', async () => {
    const [main, twice] = [await resident(), await resident()];
    const [waiting, high] = [(await enter('general', main)).id, await ofLi('high', twice)];
    expect((await f.clerk.post(`${RESIDENTS}/${twice}/merge`, { mainResidentId: main })).status).toBe(200);
    expect(await get(waiting)).toMatchObject({ state: 'left', leaving: 'merged' });
    expect(await get(high)).toMatchObject({ state: 'cared-for', workerId: 'li', risk: 'high', lamp: 'yellow' });
    expect((await act(li, high, 'reveal', { purpose: '上门走访' })) as unknown).toMatchObject({ residentId: main });
  });

  it('is again who they were when two files turn out to be of two people: each has their own visits, and goes with their own consent', async () => {
    for (const isMainCaredFor of [true, false]) {
      const [main, other] = [await resident(), await resident()];
      const mains = isMainCaredFor ? await ofLi('key', main) : (await enter('key', main)).id;
      const others = await ofLi('key', other);
      await act(isMainCaredFor ? li : f.clerk, mains, 'visit', { way: 'home', met: true, note: '甲家的猫' });
      await act(li, others, 'visit', { way: 'home', met: true, note: '乙家的狗' });
      await f.clerk.post(`${RESIDENTS}/${other}/merge`, { mainResidentId: main });
      expect((await f.clerk.post(`${RESIDENTS}/${other}/split-off`)).status).toBe(200);
      const rows = await f.stack.sql<{ id: string; resident: string; state: string }>(
        'intake',
        `select id, resident_id as resident, state from key_person where resident_id = any($1) and state <> 'left'`,
        [[main, other]],
      );
      const of = (who: string) => rows.find(({ resident: one }) => one === who);
      expect(rows).toHaveLength(2);
      expect([of(main)?.state, of(other)?.state]).toEqual(isMainCaredFor ? ['cared-for', 'waiting'] : ['waiting', 'cared-for']);
      const notes = async (who: string) =>
        ((await act(f.clerk, of(who)?.id as string, 'reveal', { purpose: '上门走访' })) as unknown as { notes: { note: string }[] }).notes;
      expect([(await notes(main)).map(({ note }) => note), (await notes(other)).map(({ note }) => note)]).toEqual([
        ['甲家的猫'],
        ['乙家的狗'],
      ]);
      expect((await f.clerk.post(`${RESIDENTS}/${other}/withdraw-consent`)).status).toBe(200);
      expect(await notes(main)).toHaveLength(1);
      const left = await f.stack.sql('intake', 'select 1 from care_visit where entered_for = $1 and note is not null', [other]);
      expect(left).toEqual([]);
    }
  });

  it('who withdraws their consent is looked after no more, and nothing is left of what was seen', async () => {
    const who = await resident();
    const id = await ofLi('key', who);
    await act(li, id, 'visit', { way: 'home', met: true, note: '家中堆放纸箱若干' });
    await act(li, id, 'report-change', { reason: '跌倒住院治疗中' });
    expect((await act(li, id, 'reveal', { purpose: '上门走访' })) as unknown).toMatchObject({
      file: { name: NAME },
      notes: [{ note: '家中堆放纸箱若干' }],
    });
    await f.clerk.post(`${RESIDENTS}/${who}/withdraw-consent`);
    expect(await get(id)).toMatchObject({ state: 'left', leaving: 'consent-withdrawn', workerId: null, dueAt: null });
    const notes = await f.stack.sql('intake', 'select 1 from care_visit where key_person_id = $1 and note is not null', [id]);
    expect([notes, await wordsLeft(f.stack, 'intake', ['跌倒住院'])]).toEqual([[], []]);
    expect((await act(f.clerk, id, 'reveal', { purpose: '上门走访' })).code).toBe('intake.key_person.has_left');
  });

  it('who lives elsewhere or has died is looked after there, or no more', async () => {
    const who = await resident();
    const id = await ofLi('key', who);
    await f.admin.post(`${RESIDENTS}/${who}/correct`, { areaCode: OTHER_AREA, reason: '搬迁' });
    const there = { state: 'waiting', areaCode: OTHER_AREA, workerId: null, organisationId: null };
    expect((await get(id, f.admin)) as unknown).toMatchObject(there);
    await eventually(async () => expect((await eventsOf(id)).at(-1)?.data).toMatchObject({ areaCode: OTHER_AREA, waits: true }));
    expect((await get(id, li)).code).toBe('intake.key_person.not_found');
    expect(await act(f.admin, id, 'assign', { workerId: 'xu' })).toMatchObject({ state: 'assigned', offeredTo: 'xu' });
    await f.admin.post(`${RESIDENTS}/${who}/leave`, { leaving: 'died' });
    expect(await get(id, f.admin)).toMatchObject({ state: 'left', leaving: 'died' });
  });

  it('has the own risk again when two files turn out to be of two people, be it the one who went on or not, unless somebody has said another since', async () => {
    for (const [risk, others, isMainCaredFor] of [
      ['general', 'high', true],
      ['general', 'high', false],
      ['high', 'general', true],
    ] as const) {
      const [main, other] = [await resident(), await resident()];
      const own = isMainCaredFor ? await ofLi(risk, main) : (await enter(risk, main)).id;
      const theirs = await ofLi(others, other);
      const before = isMainCaredFor ? await get(own) : await get(theirs);
      await f.clerk.post(`${RESIDENTS}/${other}/merge`, { mainResidentId: main });
      expect((await get(before.id)).risk).toBe('high');
      expect((await f.clerk.post(`${RESIDENTS}/${other}/split-off`)).status).toBe(200);
      expect(await get(before.id)).toMatchObject({ risk: before.risk, dueAt: before.dueAt, state: 'cared-for' });
    }
    const [main, other] = [await resident(), await resident()];
    const own = await ofLi('general', main);
    await ofLi('high', other);
    await f.clerk.post(`${RESIDENTS}/${other}/merge`, { mainResidentId: main });
    await act(f.clerk, own, 'change-risk', { risk: 'key', reason: '好转。' });
    await f.clerk.post(`${RESIDENTS}/${other}/split-off`);
    expect((await get(own)).risk).toBe('key');
  });
});
