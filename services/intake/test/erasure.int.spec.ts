import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, SYSTEM } from '@zero-distance/kernel';
import type { ReadTx } from '@zero-distance/persistence';
import { eventually, filesLeft, photo, wordsLeft } from '@zero-distance/testing';
import { requestsPastTime } from '../src/requests/erasure/erasure.store.js';
import { type Fixture, REQUEST, REQUESTS, type Shown, startIntake, WITHDRAWAL } from './fixture.js';

let f: Fixture;

beforeAll(async () => {
  f = await startIntake();
}, 60_000);
afterAll(() => f?.stack.stop());

/** What stands nowhere else, so that it is found wherever it is left. */
const PLANTED = {
  title: '瓮安胡同井盖',
  text: '瓮安胡同七号门前井盖松动，夜里响。',
  place: '瓮安胡同七号',
  requester: { name: '欧阳翡翠', phone: '13912345678', address: '瓮安胡同七号西厢' },
};
const WORDS = ['瓮安', '欧阳', '13912345678', '139****5678', '响得睡不着'];
const reason = { basis: 'lawful-request', evidence: '申请登记号 2026-017，已核验身份' };

/** A request that is finished, its words in every place where there can be some; its id, those of its files and the key it was registered with. */
async function finished(): Promise<{ id: string; files: string[]; key: { headers: Record<string, string> } }> {
  const sent = await f.clerk.post<{ id: string }>('/api/intake/v1/files', photo());
  const files = [sent.body.id];
  const key = { headers: { 'idempotency-key': newId() } };
  const { body } = await f.clerk.post<Shown>(REQUESTS, { ...REQUEST, ...PLANTED, files }, key);
  await f.clerk.post(
    `${REQUESTS}/${body.id}/withdraw`,
    { ...WITHDRAWAL, reason: '诉求人来电：响得睡不着的井盖已有人修' },
    { headers: { 'idempotency-key': newId() } },
  );
  await eventually(async () =>
    expect(await f.stack.sql('intake', 'select from request_words where request_id = $1', [body.id])).toHaveLength(1),
  );
  return { id: body.id, files, key };
}

interface Proof {
  complete: boolean;
  services: { service: string; goneAt: string | null; removed: { place: string; count: number }[] }[];
  remains: { place: string; until: string }[];
}

/** What another service tells of an erasure. */
const told = (matterId: string) => {
  const erasureId = newId();
  const at = new Date().toISOString();
  const data = { erasureId, matterId, removed: [{ place: 'words' as const, count: 1 }], kept: [], erasedAt: at, at };
  return [{ id: erasureId, version: 1 }, data] as const;
};

/** What anybody may see of its photo: where, once it is approved. */
async function published(file: string): Promise<{ path: string; renditionId: string }> {
  const write = { scopes: ['intake:read', 'intake:write'] };
  const as = async (clientId: string) => f.stack.http('intake', await f.stack.token({ ...write, roles: ['reviewer'], clientId }));
  const rendition = `/api/intake/v1/files/${file}/rendition`;
  const masks = [{ left: 0, top: 0, width: 1, height: 1 }];
  const { body } = await (await as('asks')).post<{ renditionId: string }>(rendition, { masks });
  const approved = await (await as('approves')).post<{ publicPath: string }>(`${rendition}/approve`);
  return { path: approved.body.publicPath, renditionId: body.renditionId };
}
const shownTo = async (path: string) => (await fetch(`${f.stack.url('intake')}${path}`)).status;
const tellsOf = async (id: string) =>
  (await f.stack.publishedBy('intake')).filter(({ aggregateId }) => aggregateId === id).map(({ type }) => type);
const OVER = ['intake.rendition.published.v1', 'intake.rendition.withdrawn.v1'];

describe('the erasure of a request', () => {
  it('leaves its words in no column of any table, in no file and in no event; keeps the figures, tells the others, and is on record', async () => {
    const { id, files, key } = await finished();
    expect(await wordsLeft(f.stack, 'intake', WORDS)).toEqual(['idempotency', 'request', 'request_history', 'request_words', 'requester']);
    expect(filesLeft(f.stack, 'intake', files)).toHaveLength(2); // with its thumbnail
    const { status, body } = await f.admin.post<object>(`${REQUESTS}/${id}/erase`, reason, { headers: { 'idempotency-key': newId() } });
    expect({ status, body }).toMatchObject({ status: 200, body: { state: 'withdrawn', requester: null, place: null } });

    expect(await wordsLeft(f.stack, 'intake', WORDS)).toEqual([]);
    await eventually(async () => expect(filesLeft(f.stack, 'intake', files)).toEqual([]));
    expect(JSON.stringify([await f.stack.published(), f.stack.logs('intake')])).not.toMatch(/瓮安|欧阳|13912345678/);
    const shown = await f.clerk.get<object>(`${REQUESTS}/${id}`);
    expect(shown.body).toMatchObject({ erasedAt: expect.any(String), files: [], categoryCode: '010203' });
    expect(await f.clerk.post(`${REQUESTS}/${id}/reveal`, { purpose: '电话回访' })).toMatchObject({ status: 404 });
    const records = await f.stack.sql('intake', 'select action, actor_id, purpose, detail from access_record where subject = $1', [id]);
    expect(records).toEqual([{ action: 'erase', actor_id: 'admin', purpose: reason.evidence, detail: { basis: 'lawful-request' } }]);
    await eventually(async () => {
      const told = await f.stack.published('intake.request.erased.v1');
      expect(told.map(({ aggregateId }) => aggregateId)).toContain(id);
    });
    expect(await f.admin.post(`${REQUESTS}/${id}/erase`, reason)).toMatchObject({ status: 409 });
    const again = await f.clerk.post(REQUESTS, { ...REQUEST, ...PLANTED, files }, key);
    expect(again).toMatchObject({ status: 410, body: { code: 'platform.answer_erased' } }); // and is not registered a second time
  });

  it("waits until the request is finished, and is an administrator's", async () => {
    const { id } = await f.register();
    expect(await f.admin.post(`${REQUESTS}/${id}/erase`, reason)).toMatchObject({
      status: 409,
      body: { code: 'intake.request.transition_not_allowed' },
    });
    expect((await f.clerk.post(`${REQUESTS}/${(await finished()).id}/erase`, reason)).status).toBe(403);
    expect((await f.clerk.get<Shown>(`${REQUESTS}/${id}`)).body.requester).toEqual({ name: '张*', phone: '138****1234' });
  });

  it('has a proof: what each service has removed and when, and what remains until when, once all have answered', async () => {
    const { id } = await finished();
    expect(await f.admin.get(`${REQUESTS}/${id}/erasure`)).toMatchObject({ status: 409, body: { code: 'intake.request.not_erased' } });
    await eventually(async () =>
      expect(await f.stack.sql('intake', 'select from request_words where request_id = $1', [id])).toHaveLength(1),
    );
    await f.admin.post(`${REQUESTS}/${id}/erase`, reason);
    const proof = async () => (await f.admin.get<Proof>(`${REQUESTS}/${id}/erasure`)).body;
    expect(await proof()).toMatchObject({ complete: false, basis: 'lawful-request', evidence: reason.evidence, erasedBy: 'admin' });
    for (const service of ['dispatch', 'evaluation'] as const) await f.stack.publish(`${service}.erasure.recorded.v1`, ...told(id));
    const whole = await eventually(async () => {
      const body = await proof();
      expect(body.complete).toBe(true);
      return body;
    });
    expect(whole.services.map(({ service }) => service)).toEqual(['intake', 'dispatch', 'evaluation']);
    expect(Object.fromEntries(whole.services[0]?.removed.map(({ place, count }) => [place, count]) ?? [])).toEqual({
      words: 0,
      'search-words': 1,
      requester: 1,
      messages: 0,
      files: 1,
      answers: 2,
      history: 1,
    });
    expect(whole.services[1]).toMatchObject({ removed: [{ place: 'words', count: 1 }], goneAt: expect.any(String) });
    expect(whole.remains.map(({ place }) => place)).toEqual(['outbox', 'stream', 'backup']);
    expect(JSON.stringify(whole)).not.toMatch(/瓮安|欧阳|13912345678/);
    expect((await f.clerk.get(`${REQUESTS}/${id}/erasure`)).status).toBe(403);
  });

  it('has a proof that counts what remains from when its words were last told: of a request that was corrected, from its correction', async () => {
    const { body } = await f.clerk.post<Shown>(REQUESTS, { ...REQUEST, ...PLANTED });
    await f.stack.sql(
      'intake',
      "update request_history set at = at - interval '8 days' where request_id = $1 and action = 'register' returning 1",
      [body.id],
    );
    await f.clerk.post(`${REQUESTS}/${body.id}/correct`, { title: '瓮安胡同的井盖', reason: '听错了地名' });
    await f.clerk.post(`${REQUESTS}/${body.id}/withdraw`, { ...WITHDRAWAL, reason: '已有人修' });
    await f.admin.post(`${REQUESTS}/${body.id}/erase`, reason);
    const proof = (await f.admin.get<Proof>(`${REQUESTS}/${body.id}/erasure`)).body;
    const until = Object.fromEntries(proof.remains.map(({ place, until }) => [place, Date.parse(until)]));
    expect(until.outbox).toBeGreaterThan(Date.now() + 8 * 86_400_000);
    expect(until.stream).toBeGreaterThan(Date.now() + 6 * 86_400_000);
  });

  it('takes all finished requests of a person by their number, and says which are not finished', async () => {
    const { id } = await finished();
    const open = await f.register({ ...PLANTED, title: '未结', text: '未结', place: null });
    const answer = await f.admin.post<{ items: { requestId: string; outcome: string }[] }>(`${REQUESTS}/erase-by-phone`, {
      ground: reason,
      phone: PLANTED.requester.phone,
    });
    expect(answer).toMatchObject({ status: 200, body: { more: false } });
    expect(answer.body.items).toContainEqual({ requestId: id, outcome: 'erased' });
    expect(answer.body.items.filter(({ outcome }) => outcome === 'unfinished')).toEqual([{ requestId: open.id, outcome: 'unfinished' }]);
    expect((await f.clerk.get<Shown>(`${REQUESTS}/${id}`)).body.requester).toBeNull();
    expect((await f.clerk.get<Shown>(`${REQUESTS}/${open.id}`)).body.requester).toMatchObject({ phone: '139****5678' });
  });

  it('comes by itself when the time of a finished request is over, and of no other', async () => {
    const [old, fresh, open] = [await finished(), await finished(), await f.register()];
    const ages = `alter table request disable trigger note_change;
      update request set updated_at = now() - interval '10 years 1 day' where id in ('${old.id}', '${open.id}');
      alter table request enable trigger note_change`;
    await f.stack.sql('intake', ages);
    await f.stack.restart('intake'); // its timer runs when it begins to lead
    await eventually(async () =>
      expect((await f.clerk.get<{ erasedAt: string | null }>(`${REQUESTS}/${old.id}`)).body.erasedAt).not.toBeNull(),
    );
    const rest = await Promise.all(
      [fresh, open].map(async ({ id }) => (await f.clerk.get<{ erasedAt: string | null }>(`${REQUESTS}/${id}`)).body),
    );
    expect(rest.map(({ erasedAt }) => erasedAt)).toEqual([null, null]);
    const { body } = await f.admin.get<Proof>(`${REQUESTS}/${old.id}/erasure`);
    expect(body).toMatchObject({ basis: 'retention-over', evidence: null, erasedBy: SYSTEM.id });
  });
});

describe('records of access', () => {
  it('go when their time is over, but for those of erasures, which are the proof of them', async () => {
    const [old, erasure, young] = [newId(), newId(), newId()];
    const insert = `insert into access_record (id, action, subject, actor_id, purpose, at) values
      ($1, 'reveal', 'x', 'clerk', '电话回访', now() - interval '36 months 1 day'), ($2, 'erase', 'x', 'admin', '申请', now() - interval '10 years'),
      ($3, 'reveal', 'x', 'clerk', '电话回访', now() - interval '35 months')`;
    await f.stack.sql('intake', insert, [old, erasure, young]);
    await f.stack.restart('intake'); // its timer runs when it begins to lead
    const left = () => f.stack.sql<{ id: string }>('intake', 'select id from access_record where id = any($1)', [[old, erasure, young]]);
    await eventually(async () => expect((await left()).map(({ id }) => id).sort()).toEqual([erasure, young].sort()));
    const sooner = f.stack.sql('intake', `select cut_access_records(now() - interval '5 months', 1)`);
    await expect(sooner).rejects.toThrow('six months at least');
  });
});

describe('requests whose time is over', () => {
  /** So many requests like one that is there, by their ids; their last change so long ago. */
  const like = async (id: string, count: number, ago: string): Promise<string[]> => {
    const ids = Array.from({ length: count }, () => newId());
    await f.stack.sql(
      'intake',
      `insert into request select (jsonb_populate_record(r, jsonb_build_object('id', n.id, 'number', n.id, 'updated_at', now() - $3::interval))).*
       from request r, unnest($2::uuid[]) as n(id) where r.id = $1`,
      [id, ids, ago],
    );
    return ids;
  };

  /** How Postgres finds what is asked for. */
  const planOf = async (ask: (tx: ReadTx) => Promise<unknown>): Promise<string> => {
    let plan = '';
    const page = async (sql: string, params: unknown[]) => {
      plan = JSON.stringify(await f.stack.sql('intake', `explain ${sql}`, params));
      return [];
    };
    await ask({ page } as unknown as ReadTx);
    return plan;
  };

  it('are all erased, and each told of once, though the process is killed among them; an index finds them', async () => {
    const { id } = await finished();
    await like(id, 5_000, '1 day');
    const ids = await like(id, 130, '11 years');
    await f.stack.sql('intake', 'analyze request');
    expect(await planOf((tx) => requestsPastTime(tx, new Date(0), 50))).toMatch(/Index.* using request_retention/);

    await f.stack.restart('intake');
    await f.stack.kill('intake');
    await f.stack.start('intake');
    await eventually(async () => {
      const [left] = await f.stack.sql(
        'intake',
        'select count(*)::int as n from request where id = any($1::uuid[]) and erased_at is null',
        [ids],
      );
      expect(left).toEqual({ n: 0 });
    });
    await eventually(async () => {
      const told = (await f.stack.published('intake.request.erased.v1'))
        .map(({ aggregateId }) => aggregateId)
        .filter((one) => ids.includes(one));
      expect(told.sort()).toEqual([...ids].sort());
    });
  }, 20_000);
});

describe('a photo that the public sees', () => {
  it('is gone when its request is erased: shown to nobody from that moment, no row and no byte of it left, and told to be withdrawn', async () => {
    const { id, files } = await finished();
    const { path, renditionId } = await published(files[0] as string);
    expect([await shownTo(path), filesLeft(f.stack, 'intake', [renditionId]).length]).toEqual([200, 1]);
    expect((await f.admin.post(`${REQUESTS}/${id}/erase`, reason)).status).toBe(200);
    expect(await shownTo(path)).toBe(404);
    expect(await f.stack.sql('intake', 'select 1 from file_rendition where id = $1', [renditionId])).toEqual([]);
    await eventually(async () => expect(filesLeft(f.stack, 'intake', [renditionId])).toEqual([]));
    await eventually(async () => expect(await tellsOf(renditionId)).toEqual(OVER));
  });

  it('is shown to nobody from the moment its request is confidential; what waits for a decision is approved no more; both are taken back with their bytes', async () => {
    const [shown, asked] = [await finished(), await finished()];
    const { path, renditionId } = await published(shown.files[0] as string);
    const waits = `/api/intake/v1/files/${asked.files[0]}/rendition`;
    const reviewer = await f.stack.http(
      'intake',
      await f.stack.token({ scopes: ['intake:read', 'intake:write'], roles: ['reviewer'], clientId: 'r' }),
    );
    await f.clerk.post(waits, { masks: [] });
    await f.stack.sql('intake', 'update request set confidential = true where id = any($1)', [[shown.id, asked.id]]);
    expect(await shownTo(path)).toBe(404);
    const refused = await reviewer.post<{ code: string }>(`${waits}/approve`);
    expect(refused.body.code).toMatch(/^intake\.rendition\.(?:of_nothing|other_state)$/); // taken back meanwhile, or not yet
    const states = () =>
      f.stack.sql('intake', 'select state from file_rendition where file_id = any($1)', [[shown.files[0], asked.files[0]]]);
    await eventually(async () => expect(await states()).toEqual([{ state: 'revoked' }, { state: 'revoked' }]), { timeout: 25_000 });
    await eventually(async () => expect(filesLeft(f.stack, 'intake', [renditionId])).toEqual([]), { timeout: 10_000 });
    await eventually(async () => expect(await tellsOf(renditionId)).toEqual(OVER));
  }, 60_000);
});
