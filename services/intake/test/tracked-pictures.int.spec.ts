import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVENTS } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { eventually, photo } from '@zero-distance/testing';
import { AREA, type Fixture, REQUESTS, type Shown, startIntake } from './fixture.js';

const BASE = '/api/intake/v1';
let f: Fixture;
beforeAll(async () => {
  f = await startIntake();
}, 60_000);
afterAll(() => f?.stack.stop());

interface Pair {
  readonly before: string[];
  readonly after: string[];
}
const NONE: Pair = { before: [], after: [] };
const tracked = async ({ number }: Shown): Promise<Pair> => {
  const { body } = await f.stack.http('intake').post<Pair>(`${BASE}/public/tracking`, { number, lastFour: '1234' });
  return { before: body.before, after: body.after };
};
/** Dispatch tells of a picture of an order. */
const told = (what: 'published' | 'withdrawn', renditionId: string, matterId: string, purpose?: string) => {
  const { purpose: _, ...facts } = { purpose, ...EVENTS[`dispatch.rendition.${what}.v1`].example };
  const data = { ...facts, renditionId, matterId, ...(what === 'published' && purpose && { purpose }) };
  return f.stack.publish(`dispatch.rendition.${what}.v1`, { id: renditionId, version: what === 'published' ? 1 : 2 }, data);
};
const heard = async (id: string, version: number) =>
  eventually(async () =>
    expect(await f.stack.sql('intake', 'select version from inbox where aggregate_id = $1', [id])).toEqual([{ version }]),
  );
const at = (id: string) => `/api/dispatch/v1/public/renditions/${id}`;

describe('who tracks a request', () => {
  it('sees its photo as anybody may see it from its approval on, and no more once it is revoked or the request confidential', async () => {
    const sent = await f.clerk.post<{ id: string }>(`${BASE}/files`, photo());
    const request = await f.register({ files: [sent.body.id] });
    expect(await tracked(request)).toEqual(NONE);
    const as = async (clientId: string) =>
      f.stack.http('intake', await f.stack.token({ scopes: ['intake:read', 'intake:write'], roles: ['reviewer'], clientId }));
    const rendition = `${BASE}/files/${sent.body.id}/rendition`;
    await (await as('asks')).post(rendition, { masks: [] });
    expect(await tracked(request)).toEqual(NONE);
    const { body } = await (await as('approves')).post<{ publicPath: string }>(`${rendition}/approve`);
    expect(await tracked(request)).toEqual({ before: [body.publicPath], after: [] });
    await f.stack.sql('intake', 'update request set confidential = true where id = $1', [request.id]);
    expect(await tracked(request)).toEqual(NONE);
    await f.stack.sql('intake', 'update request set confidential = false where id = $1', [request.id]);
    await (await as('approves')).post(`${rendition}/revoke`);
    expect(await tracked(request)).toEqual(NONE);
  });

  it('sees what was done, as dispatch tells of it, until it is withdrawn', async () => {
    const request = await f.register();
    const picture = newId();
    await told('published', picture, request.id, 'result');
    await eventually(async () => expect(await tracked(request)).toEqual({ before: [], after: [at(picture)] }));
    await told('withdrawn', picture, request.id);
    await eventually(async () => expect(await tracked(request)).toEqual(NONE));
  });

  it('sees nothing of a picture whose withdrawal arrives before its publication', async () => {
    const request = await f.register();
    const [withdrawn, later] = [newId(), newId()];
    await told('withdrawn', withdrawn, request.id);
    await told('published', withdrawn, request.id, 'result');
    await told('published', later, request.id, 'result');
    await heard(withdrawn, 2);
    await eventually(async () => expect(await tracked(request)).toEqual({ before: [], after: [at(later)] }));
  });

  it('is shown nothing of an order but what was done, and nothing of a word or a matter that intake does not know', async () => {
    const request = await f.register();
    const [asSent, ofLater, unnamed, ofHazard] = [newId(), newId(), newId(), newId()];
    await told('published', asSent, request.id, 'before');
    await told('published', ofLater, request.id, 'word-of-a-later-version');
    await told('published', unnamed, request.id);
    await told('published', ofHazard, newId(), 'result');
    for (const id of [asSent, ofLater, unnamed, ofHazard]) await heard(id, 1);
    expect(await tracked(request)).toEqual(NONE);
    expect(
      await f.stack.sql('intake', 'select 1 from order_picture where rendition_id = any($1)', [[asSent, ofLater, unnamed, ofHazard]]),
    ).toEqual([]);
  });

  it('and has merged it sees what was done about the main request', async () => {
    const [main, merged] = await Promise.all([f.register(), f.register({ title: '同一路灯' })]);
    expect((await f.clerk.post(`${REQUESTS}/${merged.id}/merge`, { mainRequestId: main.id })).status).toBe(200);
    const picture = newId();
    await told('published', picture, main.id, 'result');
    await eventually(async () => expect(await tracked(merged)).toEqual({ before: [], after: [at(picture)] }));
  });
});

describe('a mobile grid worker', () => {
  it('sees what was done with their own report, once that is a request', async () => {
    const token = await f.stack.token({
      scopes: ['intake:read', 'intake:write'],
      roles: ['mobile-grid-worker'],
      area: '230903011',
      clientId: 'rider',
    });
    const rider = f.stack.http('intake', token);
    const { body: report } = await rider.post<{ id: string }>(`${BASE}/snapshot-reports`, { text: '井盖缺失。', areaCode: AREA });
    const pictures = async () => (await rider.get<{ pictures: Pair }>(`${BASE}/snapshot-reports/${report.id}`)).body.pictures;
    expect(await pictures()).toEqual(NONE);
    const valid = { categoryCode: '010203', areaCode: AREA, title: '井盖缺失' };
    const { body } = await f.clerk.post<{ requestId: string }>(`${BASE}/snapshot-reports/${report.id}/register`, valid);
    const picture = newId();
    await told('published', picture, body.requestId, 'result');
    await eventually(async () => expect(await pictures()).toEqual({ before: [], after: [at(picture)] }));
  });
});
