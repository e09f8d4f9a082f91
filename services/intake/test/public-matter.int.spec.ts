import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AREA, type Fixture, REQUESTS, startIntake, WITHDRAWAL } from './fixture.js';

const NEARBY = '/api/intake/v1/public/nearby-matters';
const ASKED_A_DAY = 12;
let f: Fixture;
beforeAll(async () => {
  f = await startIntake({ PUBLIC_WRITE_LIMIT_PER_DAY: String(ASKED_A_DAY) });
});
afterAll(() => f?.stack.stop());

const at = (longitude: number, latitude: number) => ({ point: { type: 'Point', coordinates: [longitude, latitude] } });
const HERE = at(131.0159, 45.7712);
const ask = (point: object) => f.stack.http('intake').post<{ items: { number: string }[]; code?: string }>(NEARBY, point);
const numbers = async (point: object) => (await ask(point)).body.items.map(({ number }) => number);

describe('matters nearby', () => {
  it('are shown without a log-in by category, community, day and step, and by nothing that was said', async () => {
    const request = await f.register(HERE);
    const { status, body } = await ask(HERE);
    expect(status).toBe(200);
    expect(body.items).toEqual([
      {
        number: request.number,
        categoryCode: '010203',
        categoryName: '路灯照明',
        areaCode: AREA,
        areaName: '学府社区',
        receivedOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
        step: 'being-routed',
      },
    ]);
  });

  it('are none that is confidential, a dispute or a call for help, not to be published, over, far away, or without a place', async () => {
    const there = at(131.2, 45.6);
    const shown = await f.register(there);
    const over = await f.register(there);
    await f.clerk.post(`${REQUESTS}/${over.id}/withdraw`, WITHDRAWAL);
    await f.register({ ...there, requester: { name: '李四', phone: '13900004321', confidential: true } });
    for (const kind of ['dispute', 'help']) await f.register({ ...there, kind });
    await f.register({ ...there, publishable: false });
    await f.register(at(131.24, 45.6));
    await f.register();
    expect(await numbers(there)).toEqual([shown.number]);
  });

  it('are the same ones from every point of a cell, so that nobody finds a place by asking around it', async () => {
    const request = await f.register(at(131.3001, 45.5001));
    const seen = [];
    for (const metres of [0, 400, 1600]) seen.push((await numbers(at(131.3001 + metres / 77_800, 45.5001))).includes(request.number));
    expect(seen).toEqual([true, true, false]);
  });

  it('are refused of a point that cannot be meant', async () => {
    const { status, body } = await ask(at(45.7712, 131.0159));
    expect([status, body.code]).toEqual([422, 'intake.request.point_swapped']);
  });

  it('are asked for by one address only so often in a day: nobody maps the district', async () => {
    let refused = 0;
    for (let asked = 0; asked < ASKED_A_DAY; asked++) if ((await ask(HERE)).status === 429) refused++;
    expect(refused).toBeGreaterThan(0);
    expect((await ask(HERE)).status).toBe(429);
  });
});
