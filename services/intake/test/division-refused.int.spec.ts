import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Detail, LAMP, LEAK, type Part, type Problem, WASTE } from './divided.js';
import { AREA, type Fixture, OTHER_AREA, REQUESTS, type Shown, startIntake } from './fixture.js';

let f: Fixture;
beforeAll(async () => {
  f = await startIntake();
  await f.admin.put('/api/intake/v1/categories/010204', { name: '环境卫生' });
  await f.admin.put('/api/intake/v1/categories/010299', { name: '火情', emergencyNumber: '119' });
}, 60_000);
afterAll(() => f?.stack.stop());

const divide = <T = Shown>(id: string, parts: object[] = [LAMP, WASTE, LEAK], headers = {}) =>
  f.clerk.post<T>(`${REQUESTS}/${id}/divide`, { parts, reason: '三件事。' }, { headers });
const partsOf = async (id: string) => {
  const { items } = (await f.clerk.get<{ items: Part[] }>(`${REQUESTS}/${id}/parts`)).body;
  return items.toSorted((a, b) => a.number.localeCompare(b.number)) as [Part, Part, Part];
};
const detail = async (id: string) => (await f.clerk.get<Detail>(`${REQUESTS}/${id}`)).body;
const act = <T = Shown>(id: string, action: string, input: object = {}) => f.clerk.post<T>(`${REQUESTS}/${id}/${action}`, input);
const answer = (id: string, publicAnswer = '已当场说明。') => act(id, 'answer-on-the-spot', { publicAnswer });

/** A divided request, with its parts. */
async function divided(parts: object[] = [LAMP, WASTE, LEAK], changes: object = {}) {
  const whole = await f.register(changes);
  expect((await divide(whole.id, parts)).status).toBe(200);
  return { whole, parts: await partsOf(whole.id) };
}

describe('dividing is refused', () => {
  it('into a part in an area that the caller may not see, and nothing is left behind', async () => {
    const whole = await f.register();
    const { status, body } = await divide<Problem>(whole.id, [LAMP, { ...WASTE, areaCode: OTHER_AREA }]);
    expect([status, body.errors?.[0]?.pointer]).toEqual([403, '/parts/1/areaCode']);
    expect(await detail(whole.id)).toMatchObject({ state: 'received', partCount: 0, version: 1 });
  });

  it('into one part of the same kind, into none, and into more than the policy says', async () => {
    const { id } = await f.register();
    expect((await divide<Problem>(id, [LAMP])).body.code).toBe('intake.request.one_part_is_no_division');
    expect((await divide<Problem>(id, [])).status).toBe(422);
    expect(
      (
        await divide<Problem>(
          id,
          Array.from({ length: 11 }, () => LAMP),
        )
      ).body.code,
    ).toBe('intake.request.too_many_parts');
    expect((await divide<Problem>(id, [LEAK])).status).toBe(200); // a complaint that is a dispute
  });

  it('of a part, which is not merged either, nor the main request of another', async () => {
    const { parts } = await divided();
    const other = await f.register();
    expect((await divide<Problem>(parts[0].id)).body.code).toBe('intake.request.is_a_part');
    expect((await act<Problem>(parts[0].id, 'merge', { mainRequestId: other.id })).body.code).toBe('intake.request.is_a_part');
    expect((await act<Problem>(other.id, 'merge', { mainRequestId: parts[0].id })).body.code).toBe('intake.request.main_is_a_part');
  });

  it('of what is answered, to who may not, and at another version', async () => {
    const one = await f.register();
    await answer(one.id);
    expect((await divide<Problem>(one.id)).status).toBe(409);
    const other = await f.register();
    expect((await divide(other.id, undefined, { 'if-match': '"7"' })).status).toBe(412);
    const claims = { scopes: ['intake:read', 'intake:write'], roles: ['dispatcher'], area: AREA };
    const dispatcher = f.stack.http('intake', await f.stack.token(claims));
    expect((await dispatcher.post(`${REQUESTS}/${other.id}/divide`, { parts: [LAMP, WASTE] })).status).toBe(403);
  });

  it('and so is reopening a part while the whole is open', async () => {
    const { whole, parts } = await divided();
    await answer(parts[0].id);
    const again = await act<Problem>(parts[0].id, 'reopen', { channel: 'hotline-12345', reason: '又坏了。' });
    expect([again.status, again.body.code]).toEqual([409, 'intake.request.whole_is_not_finished']);
    expect(await f.stateOf(whole.id)).toBe('divided');
  });
});
