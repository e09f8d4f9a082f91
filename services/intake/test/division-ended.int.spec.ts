import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, wordsLeft } from '@zero-distance/testing';
import { dividing, LAMP, WASTE } from './divided.js';
import { count, type Fixture, REQUESTS, type Shown, startIntake, WITHDRAWAL } from './fixture.js';

let f: Fixture;
beforeAll(async () => {
  f = await startIntake();
  await f.admin.put('/api/intake/v1/categories/010204', { name: '环境卫生' });
  await f.admin.put('/api/intake/v1/categories/010299', { name: '火情', emergencyNumber: '119' });
}, 60_000);
afterAll(() => f?.stack.stop());

const { detail, becomes, act, answer, decline, told, callback, divided, answered } = dividing(() => f);

describe('a divided request that is finished', () => {
  const closed = async () => {
    const all = await answered();
    await callback(all.whole.id, 'closed');
    await becomes(all.whole.id, 'closed');
    return all;
  };
  const reopen = <T = Shown>(id: string) => act<T>(id, 'reopen', { channel: 'hotline-12345', reason: '又坏了。' });

  it('begins again in all its parts when its requester asks for it', async () => {
    const { whole, parts } = await closed();
    expect((await reopen(whole.id)).body).toMatchObject({ state: 'divided', round: 2 });
    expect([await f.stateOf(parts[0].id), await f.stateOf(parts[1].id)]).toEqual(['reopened', 'reopened']);
    expect(await told('reopened', parts[0].id)).toMatchObject({ cause: 'requester', parentId: whole.id, round: 2 });
    expect(await told('followed-up', parts[0].id)).toMatchObject({ followUp: 'supplement', parentId: whole.id });
  });

  it('begins again in one part when that is asked about', async () => {
    const { whole, parts } = await closed();
    expect((await reopen(parts[0].id)).body).toMatchObject({ id: parts[0].id, state: 'reopened' });
    expect([await f.stateOf(whole.id), await f.stateOf(parts[1].id)]).toEqual(['divided', 'answered']);
  });

  it('that was withdrawn begins again in what was withdrawn with it', async () => {
    const { whole, parts } = await divided();
    await decline(parts[1].id);
    await act(whole.id, 'withdraw', WITHDRAWAL);
    expect((await reopen(whole.id)).body).toMatchObject({ id: whole.id, state: 'divided' });
    expect(await Promise.all(parts.map(({ id }) => f.stateOf(id)))).toEqual(['reopened', 'declined', 'reopened']);
    expect(await told('reopened', parts[0].id)).toMatchObject({ cause: 'requester', parentId: whole.id, round: 2 });
  });

  it('waits again for a part that was withdrawn by a slip', async () => {
    const { whole, parts } = await divided([LAMP, WASTE]);
    await act(parts[0].id, 'withdraw', WITHDRAWAL);
    expect((await reopen(parts[0].id)).body).toMatchObject({ id: parts[0].id, state: 'reopened' });
    await answer(parts[1].id);
    expect(await detail(whole.id)).toMatchObject({ state: 'divided', round: 1 });
  });

  it('is erased with its parts', async () => {
    const { whole, parts } = await divided([{ ...LAMP, text: '溆浦巷路灯不亮。' }, WASTE]);
    await act(whole.id, 'withdraw', WITHDRAWAL);
    const erased = await f.admin.post(`${REQUESTS}/${whole.id}/erase`, { basis: 'lawful-request', evidence: '来信 2026-18' });
    expect(erased.status).toBe(200);
    expect((await detail(parts[0].id)) as unknown).toMatchObject({ erasedAt: expect.any(String), requester: null });
    await eventually(async () => expect(await wordsLeft(f.stack, 'intake', ['溆浦'])).toEqual([]));
  });
});

describe('when intake starts again', () => {
  it('a divided request is answered, once, though it was killed in the moment that its last part was', async () => {
    const { whole, parts } = await divided([LAMP, WASTE]);
    await answer(parts[0].id);
    await answer(parts[1].id);
    await f.stack.kill('intake');
    await f.stack.start('intake');
    await becomes(whole.id, 'replied');
    await told('replied-in-parts', whole.id);
    const all = await f.stack.published('intake.request.replied-in-parts.v1');
    expect(all.filter(({ aggregateId }) => aggregateId === whole.id)).toHaveLength(1);
  });

  it('one whose time is over is erased with its parts', async () => {
    const { whole, parts } = await divided([LAMP, WASTE]);
    await act(whole.id, 'withdraw', WITHDRAWAL);
    const ids = [whole.id, ...parts.map(({ id }) => id)];
    const ages = `alter table request disable trigger note_change;
      update request set updated_at = now() - interval '10 years 1 day' where id in ('${ids.join("','")}');
      alter table request enable trigger note_change`;
    await f.stack.sql('intake', ages);
    await f.stack.restart('intake');
    const left = () => count(f.stack, `request where erased_at is null and id in ('${ids.join("','")}')`);
    await eventually(async () => expect(await left()).toBe(0));
  });
});
