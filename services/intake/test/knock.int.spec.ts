import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient } from '@zero-distance/testing';
import { type DoorKnocking, GRIDS, ROUNDS, startDoorKnocking, TARGETS, type Target } from './door-knocking.js';
import { AREA, count, REQUESTS } from './fixture.js';

const KNOCKS = '/api/intake/v1/knocks';
const NEEDS = '/api/intake/v1/knock-needs';

interface Recorded {
  knock: { id: string; outcome: string };
  target: Target;
  needIds: string[];
  code: string;
}

let f: DoorKnocking;
beforeAll(async () => {
  f = await startDoorKnocking();
}, 60_000);
afterAll(() => f?.stack.stop());

/** An open round with so many households in the first grid. */
async function opened(households: number): Promise<{ id: string; targets: Target[] }> {
  const { id } = await f.plan();
  await f.list(id, households);
  await f.act(id, 'open');
  await f.stack.sql('intake', `update round set opened_at = now() - interval '3 days' where id = $1`, [id]);
  return { id, targets: await f.targetsOf(id) };
}
const at = (hoursAgo: number) => new Date(Date.now() - hoursAgo * 3_600_000).toISOString();
const knock = (target: Target | undefined, said: object, who: HttpClient = f.worker) =>
  who.post<Recorded>(`${TARGETS}/${target?.id}/knock`, said);
const told = (targetId: string | undefined) =>
  f.stack
    .sql<{ subject: string; body: string }>('intake', `select subject, body from outbox where body like $1 order by id`, [
      `%"targetId":"${targetId}"%`,
    ])
    .then((rows) =>
      rows.map(({ subject, body }) => ({ subject, ...(JSON.parse(body) as { outcome: string; counted: string; knocks: number }) })),
    );

describe('a knock', () => {
  it('is recorded by who works in the grid, and counts: met once is met, else the last', async () => {
    const { targets } = await opened(2);
    const [one, two] = targets;
    expect((await knock(one, { outcome: 'not-home', at: at(20) })).body.target).toMatchObject({
      outcome: 'not-home',
      toKnock: true,
      knocks: 1,
    });
    expect((await knock(one, { outcome: 'met', at: at(10) })).body.target).toMatchObject({ outcome: 'met', toKnock: false, knocks: 2 });
    expect((await knock(one, { outcome: 'not-home' })).body.target).toMatchObject({ outcome: 'met', knocks: 3 });
    await knock(two, { outcome: 'refused', at: at(1) });
    expect((await knock(two, { outcome: 'not-home', at: at(30) })).body.target).toMatchObject({ outcome: 'refused', toKnock: false });
    expect((await told(one?.id)).map(({ outcome, counted, knocks }) => [outcome, counted, knocks])).toEqual([
      ['not-home', 'not-home', 1],
      ['met', 'met', 2],
      ['not-home', 'met', 3],
    ]);
    const listed = await f.worker.get<{ items: { outcome: string }[] }>(`${TARGETS}/${one?.id}/knocks`);
    expect(listed.body.items.map(({ outcome }) => outcome)).toEqual(['not-home', 'met', 'not-home']);
  });

  it('is not recorded by who works in another grid, in a round that is not open, or out of its time', async () => {
    const { id, targets } = await opened(1);
    const [target] = targets;
    expect((await knock(target, { outcome: 'met' }, f.other)).status).toBe(404);
    expect((await knock(target, { outcome: 'asleep' })).status).toBe(422);
    const code = async (said: object) => (await knock(target, said)).body.code;
    expect(await code({ outcome: 'met', at: at(-1) })).toBe('intake.knock.not_in_time');
    expect(await code({ outcome: 'met', at: at(80) })).toBe('intake.knock.not_in_time');
    expect((await knock(target, { outcome: 'not-home', at: at(10) })).status).toBe(200);
    expect(await code({ outcome: 'not-home', at: at(7) })).toBe('intake.knock.too_soon');
    await f.act(id, 'close', { explanation: '试' });
    expect(await code({ outcome: 'met' })).toBe('intake.knock.round_not_open');
    expect(await count(f.stack, `knock where round_id = '${id}'`)).toBe(1);
  });

  it('is recorded once under the id that a terminal gave it, however often it is sent', async () => {
    const { targets } = await opened(2);
    const said = { id: newId(), outcome: 'met', needs: [{ need: 'topic' }] };
    const first = await knock(targets[0], said);
    const again = await knock(targets[0], said);
    expect(again.body.knock).toEqual(first.body.knock);
    expect([again.body.needIds, again.body.target.knocks]).toEqual([first.body.needIds, 1]);
    expect((await knock(targets[1], said)).body.code).toBe('intake.knock.id_taken');
  });

  it('takes answers to the questions of its round where somebody was met, sealed; nothing personal and never bank data', async () => {
    const { targets } = await opened(1);
    const [target] = targets;
    const answers = [
      { code: 'alone', answer: 'yes' },
      { code: 'heating', answer: 'stove' },
    ];
    const code = async (said: object) => (await knock(target, said)).body.code;
    expect(await code({ outcome: 'refused', answers })).toBe('intake.knock.answers_not_met');
    expect(await code({ outcome: 'met', answers: [{ code: 'pets', answer: 'yes' }] })).toBe('intake.knock.answer_wrong');
    expect((await knock(target, { outcome: 'met', answers: [{ code: 'wishes', answer: '卡号6222021234567890128' }] })).status).toBe(422);
    expect(await code({ outcome: 'met', note: '工资卡6222021234567890128' })).toBe('intake.knock.bank_data');
    expect(await code({ outcome: 'met', needs: [{ need: 'request', note: '6222021234567890128' }] })).toBe('intake.knock.bank_data');
    const { body } = await knock(target, { outcome: 'met', answers, note: '约周六上午再来' });
    const stored = await f.stack.sql<{ text: string }>('intake', 'select t::text as text from knock t where id = $1', [body.knock.id]);
    expect(stored[0]?.text).not.toMatch(/stove|周六/);
    const shown = await f.worker.post(`${KNOCKS}/${body.knock.id}/reveal`, { purpose: '核对答复' });
    expect(shown.body).toMatchObject({ answers, note: '约周六上午再来' });
    expect((await f.other.post(`${KNOCKS}/${body.knock.id}/reveal`, { purpose: '核对答复' })).status).toBe(404);
  });

  it('is set right by who recorded it or a clerk, while the round is open and within days; the figure takes what counts then', async () => {
    const { id, targets } = await opened(1);
    const [target] = targets;
    await knock(target, { outcome: 'not-home', at: at(10) });
    const { body } = await knock(target, { outcome: 'met' });
    const correct = (outcome: string, who: HttpClient = f.worker) =>
      who.post<{ code: string; outcome: string }>(`${KNOCKS}/${body.knock.id}/correct`, { outcome, reason: '误选' });
    expect((await correct('met')).body.code).toBe('intake.knock.same_outcome');
    const colleague = await f.stack.token({ scopes: ['intake:write'], roles: ['grid-worker'], area: GRIDS[0], clientId: 'colleague' });
    expect((await correct('moved', f.stack.http('intake', colleague))).body.code).toBe('intake.knock.not_own');
    expect((await correct('refused')).body.outcome).toBe('refused');
    expect((await f.targetsOf(id))[0]).toMatchObject({ outcome: 'refused', knocks: 2 });
    expect((await told(target?.id)).at(-1)).toMatchObject({
      subject: expect.stringContaining('corrected'),
      outcome: 'refused',
      counted: 'refused',
    });
    expect((await correct('will-call', f.clerk)).body.outcome).toBe('will-call');
    await f.stack.sql('intake', `update knock set recorded_at = now() - interval '8 days' where id = $1`, [body.knock.id]);
    expect((await correct('met')).body.code).toBe('intake.knock.correction_over');
  });

  it('is erased with the addresses: what was answered, noted and wanted', async () => {
    const { id, targets } = await opened(1);
    await knock(targets[0], { outcome: 'met', note: '约周六', needs: [{ need: 'request', note: '灯不亮' }] });
    await f.act(id, 'close');
    await f.stack.sql('intake', `update round set next_at = now() - interval '1 second' where id = $1`, [id]);
    await eventually(async () => {
      const kept = await f.stack.sql<{ n: number }>(
        'intake',
        `select (select count(*) from knock where round_id = $1 and said is not null) + (select count(*) from knock_need where round_id = $1 and note is not null) as n`,
        [id],
      );
      expect(Number(kept[0]?.n)).toBe(0);
    });
  });
});

describe('coverage', () => {
  it('is met ÷ households by grid, and everybody who was not met is explained by an outcome', async () => {
    const { id } = await f.plan();
    await f.list(id, 3);
    await f.list(id, 5, GRIDS[1]);
    await f.act(id, 'open');
    const outcomes = ['met', 'not-home', 'refused', 'moved', 'empty', 'wrong-address', 'will-call', 'met'];
    for (const [n, target] of (await f.targetsOf(id)).toReversed().entries()) await knock(target, { outcome: outcomes[n] }, f.clerk);
    const { body } = await f.worker.get<{ grids: object[] }>(`${ROUNDS}/${id}/coverage`);
    const each = outcomes.slice(0, 7).map((outcome) => ({ outcome, households: outcome === 'met' ? 2 : 1 }));
    expect(body).toMatchObject({ targets: 8, met: 2, coverage: 0.25, outcomes: each, unknocked: 0, explained: 8 });
    expect(body.grids).toMatchObject([
      { areaCode: GRIDS[0], targets: 3, met: 1 },
      { areaCode: GRIDS[1], targets: 5, met: 1 },
    ]);
    expect((await f.act(id, 'close')).body.code).toBe('intake.round.left_unexplained'); // two are to be called on again
  });
});

describe('a need that was found at a door', () => {
  const found = async (need: string) => {
    const { id, targets } = await opened(1);
    const { body } = await knock(targets[0], { outcome: 'met', needs: [{ need, note: '三楼楼道灯不亮' }] });
    return { roundId: id, needId: body.needIds[0] as string };
  };
  const act = (id: string, action: string, body: object, who: HttpClient = f.clerk) =>
    who.post<{ state: string; linkedId: string; code: string }>(`${NEEDS}/${id}/${action}`, body);
  const waiting = async (roundId: string) =>
    (await f.clerk.get<{ items: { id: string }[] }>(`${NEEDS}?state=waiting&roundId=${roundId}`)).body.items.map(({ id }) => id);
  const REQUEST = { categoryCode: '010203', title: '楼道灯不亮', text: '敲门时住户反映三楼楼道灯不亮。' };

  it('becomes a request of the channel of doors in one step, and stands in the list of those that wait until then', async () => {
    const { roundId, needId } = await found('request');
    expect(await waiting(roundId)).toEqual([needId]);
    const linked = await act(needId, 'register', REQUEST, f.worker);
    expect(linked.body).toMatchObject({ state: 'linked', actions: [] });
    const request = await f.clerk.get<object>(`${REQUESTS}/${linked.body.linkedId}`);
    expect(request.body).toMatchObject({ channel: 'door-knock', kind: 'help', areaCode: GRIDS[0], requester: null });
    expect(await waiting(roundId)).toEqual([]);
    const before = await count(f.stack, 'request');
    expect((await act(needId, 'register', REQUEST)).status).toBe(409);
    expect(await count(f.stack, 'request')).toBe(before);
  });

  it('is linked with what it became, which has to be of its kind, by somebody who may see that', async () => {
    const [request, order] = [await found('request'), await found('service-order')];
    const { id } = await f.register();
    expect((await act(order.needId, 'link', { linkedId: id })).body.code).toBe('intake.knock_need.other_kind');
    expect((await act(request.needId, 'link', { linkedId: newId() })).body.code).toBe('intake.request.not_found');
    expect((await act(request.needId, 'link', { linkedId: id })).body).toMatchObject({ state: 'linked', linkedId: id });
    expect((await act(order.needId, 'register', REQUEST)).body.code).toBe('intake.knock_need.not_request');
    const said = { name: '张秀英', areaCode: AREA, consentOn: '2026-11-01', consentWay: 'written' };
    const resident = await f.clerk.post<{ id: string }>('/api/intake/v1/residents', said);
    const care = { residentId: resident.body.id, kind: 'living-alone', risk: 'key' };
    const person = await f.clerk.post<{ id: string }>('/api/intake/v1/key-persons', care);
    const looked = await found('key-person');
    expect((await act(looked.needId, 'link', { linkedId: person.body.id }, f.worker)).status).toBe(404);
    expect((await act(looked.needId, 'link', { linkedId: person.body.id })).body.state).toBe('linked');
  });

  it('waits where there is no room for it yet, and is told of until it is dropped with a reason', async () => {
    const { roundId, needId } = await found('topic');
    expect((await act(needId, 'link', { linkedId: newId() })).body.code).toBe('intake.knock_need.no_room');
    await f.stack.sql('intake', `update knock_need set next_at = now() - interval '1 second' where id = $1`, [needId]);
    await eventually(async () => {
      const overdue = (await f.stack.published('intake.knock-need.overdue.v1')).filter(({ aggregateId }) => aggregateId === needId);
      expect(overdue).toHaveLength(1);
    });
    expect(await waiting(roundId)).toEqual([needId]);
    expect((await act(needId, 'drop', { reason: '居委会已议' })).body.state).toBe('dropped');
    expect(await waiting(roundId)).toEqual([]);
  });

  it('says what is wanted to who works in its grid, for a purpose that is kept', async () => {
    const { needId } = await found('request');
    const shown = await act(needId, 'reveal', { purpose: '登记诉求' }, f.worker);
    expect(shown.body).toMatchObject({ note: '三楼楼道灯不亮' });
    expect((await act(needId, 'reveal', { purpose: '登记诉求' }, f.other)).status).toBe(404);
  });
});
