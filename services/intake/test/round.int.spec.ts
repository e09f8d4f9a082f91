import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, type HttpClient } from '@zero-distance/testing';
import { type DoorKnocking, day, GRIDS, PLAN, ROUNDS, type Round, startDoorKnocking, TARGETS } from './door-knocking.js';
import { AREA, count, OTHER_AREA } from './fixture.js';

const RESIDENTS = '/api/intake/v1/residents';

let f: DoorKnocking;
let stranger: HttpClient;
beforeAll(async () => {
  f = await startDoorKnocking();
  const scopes = ['intake:read', 'intake:write', 'intake:reveal'];
  stranger = f.stack.http('intake', await f.stack.token({ scopes, roles: ['intake-clerk'], area: OTHER_AREA, clientId: 'other' }));
}, 60_000);
afterAll(() => f?.stack.stop());

const get = async (id: string) => (await f.clerk.get<Round>(`${ROUNDS}/${id}`)).body;
/** What was told of a round last. */
const toldLast = async (id: string) => {
  const rows = await f.stack.sql<{ subject: string; body: string }>(
    'intake',
    `select subject, body from outbox where body like $1 order by id`,
    [`%"roundId":"${id}"%`],
  );
  return rows.at(-1);
};
/** Sets how many households a round may have. */
const allow = async (value: number) => {
  const token = await f.stack.token({ scopes: ['intake:operate'], roles: ['administrator'], area: '230903', clientId: 'operator' });
  const { status } = await f.stack.http('intake', token).put('/api/intake/v1/policies/round-targets', { value, reason: '试' });
  expect(status).toBe(200);
};
const past = (id: string) =>
  f.stack.sql('intake', `update round set ends_at = now() - interval '1 minute', next_at = now() - interval '1 second' where id = $1`, [
    id,
  ]);

describe('a door-knocking round', () => {
  it('is planned for one community, by its clerks, with days and questions that make sense', async () => {
    const planned = await f.plan();
    expect(planned).toMatchObject({ state: 'planned', version: 1, actions: ['correct', 'open', 'cancel'], explanation: null });
    const refused = async (changes: object) => {
      const { status, body } = await f.clerk.post<Round>(ROUNDS, { ...PLAN, ...changes });
      return [status, body.code];
    };
    expect(await refused({ areaCode: '230903011' })).toEqual([422, 'intake.round.area_too_wide']);
    expect(await refused({ areaCode: OTHER_AREA })).toEqual([403, 'platform.area_not_allowed']);
    expect(await refused({ untilOn: day(-1) })).toEqual([422, 'intake.round.days_turned']);
    expect(await refused({ fromOn: day(-9), untilOn: day(-1) })).toEqual([422, 'intake.round.over']);
    expect(await refused({ untilOn: day(200) })).toEqual([422, 'intake.round.too_long']);
    expect(await refused({ questions: [PLAN.questions[0], PLAN.questions[0]] })).toEqual([422, 'intake.round.code_twice']);
    expect(await refused({ questions: [{ ...PLAN.questions[2], choices: [] }] })).toEqual([422, 'intake.round.choices_wrong']);
    expect((await f.worker.post(ROUNDS, PLAN)).status).toBe(403);
  });

  it('is seen by anybody who may knock, and acted on by clerks of its area alone', async () => {
    const { id } = await f.plan();
    const shown = (await stranger.get<Round>(`${ROUNDS}/${id}`)).body;
    expect(shown).toMatchObject({ state: 'planned', actions: [] });
    for (const action of ['open', 'close']) {
      const answer = await stranger.post<Round>(`${ROUNDS}/${id}/${action}`, {});
      expect([answer.status, answer.body.code]).toEqual([403, 'intake.round.not_yours']);
    }
    expect((await f.worker.get<Round>(`${ROUNDS}/${id}`)).body.actions).toEqual([]);
    const listed = await f.worker.get<{ items: Round[] }>(`${ROUNDS}?state=planned&areaCode=${AREA}`);
    expect(listed.body.items.map((round) => round.id)).toContain(id);
  });

  it('is opened with a list that is frozen from then on, and told with its households by grid', async () => {
    const { id } = await f.plan();
    expect((await f.act(id, 'open')).body.code).toBe('intake.round.no_targets');
    await f.list(id, 3);
    await f.list(id, 2, GRIDS[1]);
    const opened = await f.act(id, 'open');
    expect(opened).toMatchObject({ status: 200, body: { state: 'open', actions: ['extend', 'close'] } });
    expect(await get(id)).toMatchObject({ targets: 5, met: 0, left: 5 });
    const grids = [
      { areaCode: GRIDS[0], targets: 3 },
      { areaCode: GRIDS[1], targets: 2 },
    ];
    expect(JSON.parse((await toldLast(id))?.body ?? '{}')).toMatchObject({ grids, untilOn: PLAN.untilOn });
    const [target] = await f.targetsOf(id);
    const more = { households: [{ areaCode: GRIDS[0], address: '5号楼101' }] };
    const refused = await Promise.all([
      f.act(id, 'targets', more),
      f.act(id, 'targets-of-register'),
      f.clerk.post<Round>(`${TARGETS}/${target?.id}/remove`, {}),
    ]);
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual(Array(3).fill([409, 'intake.round.frozen']));
    expect(await f.targetsOf(id)).toHaveLength(5);
  });

  it('has each address once: typed again, it is told which household that is, and none of what came with it is put on', async () => {
    const { id } = await f.plan();
    const put = (...addresses: readonly string[]) =>
      f.act(id, 'targets', { households: addresses.map((address) => ({ areaCode: GRIDS[0], address })) });
    expect((await put('5号楼101', '5号楼102')).body).toMatchObject({ targets: 2 });
    const again = await put('5号楼103', '５号楼 102');
    expect(again).toMatchObject({
      status: 409,
      body: { code: 'intake.round_target.listed_already', errors: [{ pointer: '/households/1/address' }] },
    });
    expect(await put('6号楼1', '6号楼1')).toMatchObject({ status: 409 });
    expect((await put('5号楼103')).body).toMatchObject({ targets: 3 });
  });

  it('has no household of another community, and none past the most', async () => {
    const { id } = await f.plan();
    const put = (areaCode: string) => f.act(id, 'targets', { households: [{ areaCode, address: '1号楼' }] });
    expect((await put(OTHER_AREA)).body.code).toBe('intake.round.other_area');
    await allow(2);
    await f.list(id, 2);
    expect((await put(GRIDS[0])).body.code).toBe('intake.round.too_many');
    await allow(5000);
    expect(await f.targetsOf(id)).toHaveLength(2);
  });

  it('is closed when who was not reached is explained, and not before', async () => {
    const { id } = await f.plan();
    await f.list(id, 2);
    await f.act(id, 'open');
    expect((await f.act(id, 'close')).body.code).toBe('intake.round.left_unexplained');
    const closed = await f.act(id, 'close', { explanation: '其余外出务工，春节后再敲。' });
    expect(closed.body).toMatchObject({ state: 'closed', explanation: '其余外出务工，春节后再敲。', actions: [] });
    expect(JSON.parse((await toldLast(id))?.body ?? '{}')).toMatchObject({ targets: 2, met: 0 });
  });

  it('is told of when its last day is over, takes longer when a clerk says so, and ends by itself when nobody closes it', async () => {
    const { id } = await f.plan();
    await f.list(id, 1);
    await f.act(id, 'open');
    await past(id);
    await eventually(async () => expect((await toldLast(id))?.subject).toContain('.round.overdue.v1'));
    expect((await f.act(id, 'extend', { untilOn: day(10), reason: '大雪' })).body.code).toBe('intake.round.not_later');
    expect((await f.act(id, 'extend', { untilOn: day(20), reason: '大雪' })).body).toMatchObject({ state: 'open', untilOn: day(20) });
    await f.stack.sql(
      'intake',
      `update round set ends_at = now() - interval '31 days', next_at = now() - interval '1 second' where id = $1`,
      [id],
    );
    await eventually(async () => expect(await get(id)).toMatchObject({ state: 'closed', explanation: null }));
    expect((await toldLast(id))?.subject).toContain('.round.expired.v1');
  });

  it('is given up while it is planned, by a clerk or because nobody opened it; nothing is kept of its list', async () => {
    const [given, left] = [await f.plan(), await f.plan()];
    for (const { id } of [given, left]) await f.list(id, 1);
    expect((await f.act(given.id, 'cancel', { reason: '改期' })).body.state).toBe('cancelled');
    await past(left.id);
    await eventually(async () => expect((await get(left.id)).state).toBe('cancelled'));
    const kept = await f.stack.sql<{ n: number }>(
      'intake',
      'select count(*)::int as n from round_target where household is not null and round_id = any($1::uuid[])',
      [[given.id, left.id]],
    );
    expect(kept[0]?.n).toBe(0);
  });

  it('is corrected while it is planned: what is left out stays', async () => {
    const { id } = await f.plan();
    const corrected = await f.act(id, 'correct', { title: '春季敲门行动', untilOn: day(12), reason: '改期' });
    expect(corrected.body).toMatchObject({ state: 'planned', version: 2, title: '春季敲门行动', untilOn: day(12), fromOn: PLAN.fromOn });
    expect((await get(id)).history).toMatchObject([{ action: 'plan' }, { action: 'correct', reason: '改期' }]);
    expect((await f.act(id, 'correct', { untilOn: day(-3), reason: '改期' })).status).toBe(422);
  });

  it('has its addresses erased years after its end', async () => {
    const { id } = await f.plan();
    await f.list(id, 1);
    await f.act(id, 'open');
    await f.act(id, 'close', { explanation: '试' });
    const [target] = await f.targetsOf(id);
    await f.stack.sql('intake', `update round set next_at = now() - interval '1 second' where id = $1`, [id]);
    await eventually(async () => expect((await get(id)).history.at(-1)?.action).toBe('erase-addresses'));
    const looked = await f.clerk.post<{ code: string }>(`${TARGETS}/${target?.id}/reveal`, { purpose: '入户敲门' });
    expect([looked.status, looked.body.code]).toEqual([410, 'intake.round_target.erased']);
  });
});

describe('a household on the list', () => {
  it('is seen by who works in its grid, without where it is; that is revealed for a purpose that is kept', async () => {
    const { id } = await f.plan();
    const address = '学府社区9号楼1单元101';
    await f.act(id, 'targets', { households: [{ areaCode: GRIDS[0], address, householdNumber: '9-1-101' }] });
    await f.list(id, 1, GRIDS[1]);
    const seenBy = async (who: HttpClient) => (await who.get<{ items: { areaCode: string }[] }>(`${ROUNDS}/${id}/targets`)).body.items;
    expect((await seenBy(f.worker)).map(({ areaCode }) => areaCode)).toEqual([GRIDS[0]]);
    expect((await seenBy(f.other)).map(({ areaCode }) => areaCode)).toEqual([GRIDS[1]]);
    expect(await seenBy(stranger)).toEqual([]);
    const [mine] = (await f.worker.get<{ items: { id: string }[] }>(`${ROUNDS}/${id}/targets`)).body.items;
    expect(JSON.stringify(await f.targetsOf(id))).not.toContain('9号楼');
    const reveal = (who: HttpClient) => who.post<{ accessRecordId: string }>(`${TARGETS}/${mine?.id}/reveal`, { purpose: '入户敲门' });
    expect((await reveal(f.other)).status).toBe(404);
    const shown = await reveal(f.worker);
    expect(shown.body).toMatchObject({ address, householdNumber: '9-1-101', residentIds: [] });
    const kept = await f.stack.sql('intake', 'select subject, purpose, actor_id from access_record where id = $1', [
      shown.body.accessRecordId,
    ]);
    expect(kept).toEqual([{ subject: mine?.id, purpose: '入户敲门', actor_id: 'worker-1' }]);
    const stored = await f.stack.sql<{ text: string }>('intake', 'select t::text as text from round_target t where id = $1', [mine?.id]);
    expect(stored[0]?.text).not.toContain('9号楼');
  });

  it('comes from the register, once: who has one address is one household, and consent withdrawn ends the link', async () => {
    const before = await count(f.stack, 'round_target');
    const { id } = await f.plan();
    const register = async (name: string, address?: string) => {
      const said = { name, areaCode: GRIDS[0], consentOn: day(-5), consentWay: 'written', ...(address && { address }) };
      return (await f.clerk.post<{ id: string }>(RESIDENTS, said)).body.id;
    };
    const [one] = [
      await register('张秀英', '7号楼101'),
      await register('李国庆', '7号楼101'),
      await register('王五', '7号楼102'),
      await register('赵六'),
    ];
    const added = await f.act(id, 'targets-of-register', { areaCode: GRIDS[0] });
    expect(added.body).toEqual({ added: 2, targets: 2, withoutAddress: 1, more: false });
    expect((await f.act(id, 'targets-of-register')).body).toMatchObject({ added: 0, targets: 2 });
    expect(await count(f.stack, 'round_target')).toBe(before + 2);
    const linked = () => f.stack.sql('intake', 'select id from round_target where resident_ids @> array[$1::uuid]', [one]);
    expect(await linked()).toHaveLength(1);
    expect((await f.clerk.post(`${RESIDENTS}/${one}/withdraw-consent`, {})).status).toBe(200);
    expect(await linked()).toHaveLength(0);
  });

  it('is not linked to somebody whom the caller may not see', async () => {
    const { id } = await f.plan();
    const elsewhere = { name: '钱七', areaCode: OTHER_AREA, consentOn: day(-5), consentWay: 'written' };
    const hidden = (await stranger.post<{ id: string }>(RESIDENTS, elsewhere)).body.id;
    const put = await f.act(id, 'targets', { households: [{ areaCode: GRIDS[0], address: '7号楼', residentIds: [hidden] }] });
    expect([put.status, put.body.code]).toEqual([404, 'intake.resident.not_found']);
    expect(await f.targetsOf(id)).toEqual([]);
  });

  it('is taken from the list while it is made', async () => {
    const { id } = await f.plan();
    await f.list(id, 2);
    const [first] = await f.targetsOf(id);
    expect(first?.actions).toEqual(['remove', 'reveal']);
    expect((await f.worker.post(`${TARGETS}/${first?.id}/remove`, {})).status).toBe(403);
    expect((await f.clerk.post<object>(`${TARGETS}/${first?.id}/remove`, {})).body).toEqual({ targets: 1 });
    expect(await f.targetsOf(id)).toHaveLength(1);
  });
});
