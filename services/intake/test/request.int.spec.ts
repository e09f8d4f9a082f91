import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KeyRing, openMatterText } from '@zero-distance/personal-data';
import { eventually, photo } from '@zero-distance/testing';
import { count, type Fixture, OTHER_AREA, REQUEST, REQUESTS, type Shown, startIntake, WITHDRAWAL } from './fixture.js';

interface Problem {
  code: string;
  title: string;
  detail: string;
  errors?: { pointer?: string }[];
}

let f: Fixture;

beforeAll(async () => {
  f = await startIntake();
}, 60_000);
afterAll(() => f?.stack.stop());

const at = (...coordinates: number[]) => ({ point: { type: 'Point', coordinates } });

describe('taking a request in', () => {
  it('answers with a number that can be read over the telephone and tells the others', async () => {
    const { status, body, headers } = await f.clerk.post<Shown>(REQUESTS, REQUEST);
    expect(status).toBe(201);
    expect(body.number).toMatch(/^230903011001-\d{6}-\d{6}$/);
    expect(headers.get('location')).toBe(`${REQUESTS}/${body.id}`);
    expect(headers.get('etag')).toBe('"1"');
    await eventually(async () => {
      const events = await f.stack.published('intake.request.registered.v1');
      expect(events.map((event) => event.data)).toContainEqual(expect.objectContaining({ requestId: body.id, callbackPossible: true }));
    });
  });

  it('keeps who asks out of events, logs and plain columns', async () => {
    const request = await f.register();
    const row = await f.stack.sql('intake', 'select * from requester where request_id = $1', [request.id]);
    const stored = JSON.stringify([row, (await f.stack.published()).map((event) => event.data), f.stack.logs('intake')]);
    for (const secret of ['张三', '13800001234', '2单元501']) expect(stored).not.toContain(secret);
  });

  it('tells the words of the matter to nobody but those who have the key of texts', async () => {
    const { id } = await f.register({ place: '学府社区3号楼前' });
    const told = await eventually(async () => {
      const event = (await f.stack.published('intake.request.registered.v1')).find(({ aggregateId }) => aggregateId === id);
      if (!event) throw new Error('not told yet');
      return event.data as { sealedText: string };
    });
    expect(JSON.stringify(told)).not.toMatch(/路灯|学府/);
    const words = openMatterText(new KeyRing(f.stack.secret('MATTER_TEXT_KEYS')), id, told.sealedText);
    expect(words).toEqual({ title: REQUEST.title, text: REQUEST.text, place: '学府社区3号楼前', point: null });
  });

  it('shows the requester masked', async () => {
    expect((await f.register()).requester).toEqual({ name: '张*', phone: '138****1234' });
  });

  it('keeps the photos that came with it, which its event names and nothing calls by the name they were sent under', async () => {
    const sent = await f.clerk.post<{ id: string }>('/api/intake/v1/files', photo());
    const files = [sent.body.id];
    const { id } = await f.register({ files });
    expect((await f.clerk.get(`${REQUESTS}/${id}`)).body).toMatchObject({ files: [{ id: files[0], purpose: 'request' }] });
    await eventually(async () => {
      const told = (await f.stack.published('intake.request.registered.v1')).map(({ data }) => data);
      expect(told).toContainEqual(expect.objectContaining({ requestId: id, fileIds: files }));
    });
    const { headers } = await f.clerk.get(`/api/intake/v1/files/${files[0]}`);
    expect(headers.get('content-disposition')).toBe(`inline; filename="intake-${files[0]}.png"`);
    expect(JSON.stringify(await f.stack.sql('intake', 'select * from file')) + f.stack.logs('intake')).not.toContain('张三的身份证');
    const again = await f.clerk.post<Problem>(REQUESTS, { ...REQUEST, files });
    expect([again.status, again.body.code, again.body.errors?.[0]?.pointer]).toEqual([422, 'intake.file.not_attachable', '/files/0']);
  });

  it('says what a telephone number must be, and takes a blank one for none', async () => {
    const call = (phone: string) => f.clerk.post<Problem>(REQUESTS, { ...REQUEST, requester: { name: '张三', phone } });
    for (const phone of ['-----', '138']) expect((await call(phone)).body.errors).toMatchObject([{ code: 'not_a_phone' }]);
    for (const phone of ['', '\u3000 ']) expect(await call(phone)).toMatchObject({ status: 201, body: { requester: { phone: null } } });
  });

  it.each([
    ['an unknown area', { areaCode: '230903011099' }, 422, 'intake.area.unknown', '/areaCode'],
    ['an unknown category', { categoryCode: '999999' }, 422, 'intake.category.unknown', '/categoryCode'],
    ['an unknown channel', { channel: 'pigeon' }, 422, 'platform.invalid_input', '/channel'],
    ['a telephone number that is none', { requester: { name: '张三', phone: '-----' } }, 422, 'platform.invalid_input', '/requester/phone'],
    ['an unknown field', { colour: 'red' }, 422, 'platform.invalid_input', '/colour'],
    ['a point that is none', { point: { type: 'Point', coordinates: [1] } }, 422, 'platform.invalid_input', '/point/coordinates'],
    ['a point nowhere on earth', at(131.01, 95), 422, 'intake.request.point_not_on_earth', '/point/coordinates'],
    ['a point beyond all degrees', at(1e300, 45.77), 422, 'platform.invalid_input', '/point/coordinates/0'],
    ['a code of a list that is none', { complainedAbout: ['civil-affairs', '_'] }, 422, 'platform.invalid_input', '/complainedAbout/1'],
    ['a point given latitude first', at(45.77, 131.01), 422, 'intake.request.point_swapped', '/point/coordinates'],
    ['a point far from the district', at(116.4, 39.9), 422, 'intake.request.point_far_away', '/point/coordinates'],
    ['a title in which nothing can be read', { title: '\u3000\u200B' }, 422, 'platform.invalid_input', '/title'],
    [
      'an upstream reference of a channel without upstream',
      { channel: 'door-knock', upstreamReference: 'X1' },
      422,
      'intake.request.upstream_channel_required',
      '/upstreamReference',
    ],
    ["an area outside the caller's", { areaCode: OTHER_AREA }, 403, 'platform.area_not_allowed', undefined],
  ])('refuses %s, names the field, and keeps nothing', async (_, change, status, code, pointer) => {
    const before = await count(f.stack, 'request');
    const answer = await f.clerk.post<Problem>(REQUESTS, { ...REQUEST, ...change });
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    if (pointer) expect(answer.body.errors?.map((error) => error.pointer)).toContain(pointer);
    expect(await count(f.stack, 'request')).toBe(before);
  });

  it('takes one upstream reference of a system once, also when it is pushed twice at the same moment', async () => {
    const push = { ...REQUEST, upstreamReference: 'HL-2026-0001' };
    const answers = await Promise.all([f.clerk.post<Problem>(REQUESTS, push), f.clerk.post<Problem>(REQUESTS, push)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
    expect(answers.find((answer) => answer.status === 409)?.body.code).toBe('intake.request.upstream_reference_taken');
    const found = await f.clerk.get<{ items: Shown[] }>(`${REQUESTS}?upstreamReference=HL-2026-0001`);
    expect(found.body.items).toHaveLength(1);
    expect((await f.clerk.post(REQUESTS, { ...push, channel: 'wechat-matrix' })).status).toBe(201);
  });

  it('takes the same reference of another system of the channel, and tells neither of the other', async () => {
    const push = { ...REQUEST, channel: 'department-api', upstreamReference: '2026-000123' };
    const as = async (client: string, org?: string) => {
      const claims = { clientId: client, scopes: ['intake:read', 'intake:write'], roles: ['intake-clerk'], ...(org && { org }) };
      return f.stack.http('intake', await f.stack.token(claims));
    };
    const [water, heat, heatToo] = [await as('water'), await as('heat-1', 'heat-works'), await as('heat-2', 'heat-works')];
    const statuses = [];
    for (const system of [water, heat, water, heatToo]) statuses.push((await system.post(REQUESTS, push)).status);
    expect(statuses).toEqual([201, 201, 409, 409]);
    const hotline = { ...push, channel: 'hotline-12345' };
    expect([(await water.post(REQUESTS, hotline)).status, (await heat.post(REQUESTS, hotline)).status]).toEqual([201, 409]);
  });

  it('takes what is null for what was left out', async () => {
    const nothing = { place: null, point: null, urgency: null, upstreamReference: null, publishable: null };
    const { status, body } = await f.clerk.post<Shown>(REQUESTS, {
      ...REQUEST,
      ...nothing,
      requester: { name: '张三', phone: null, address: null },
    });
    expect({ status, requester: body.requester }).toEqual({ status: 201, requester: { name: '张*', phone: null } });
  });

  it('takes one upstream reference for one in every spelling', async () => {
    const push = (upstreamReference: string) => f.clerk.post<Problem>(REQUESTS, { ...REQUEST, upstreamReference });
    expect((await push('R-77')).status).toBe(201);
    for (const spelling of ['R-77 ', 'Ｒ－77', '\u200BR—77']) expect((await push(spelling)).status).toBe(409);
  });

  it('finds a telephone number in any spelling, and masks the number', async () => {
    const phones = ['\u202D0464-8265678 转 801\u202C', '（0464）8265678', '+86 464 826 5678'];
    for (const phone of phones) {
      const answer = await f.clerk.post<Shown>(REQUESTS, { ...REQUEST, requester: { name: '张三', phone } });
      expect(answer.body.requester?.phone).toMatch(/^0464-\*{4}678/);
    }
    const found = await f.clerk.post<{ items: Shown[] }>(`${REQUESTS}/find-by-phone`, { phone: '０４６４－８２６５６７８' });
    expect(found.body.items).toHaveLength(phones.length);
  });

  it('judges a point by the district that the policy says', async () => {
    const box = { west: 116, south: 39, east: 117, north: 41 };
    const token = await f.stack.token({ scopes: ['intake:operate'], roles: ['administrator'], area: '' });
    const set = (value: object) => f.stack.http('intake', token).put('/api/intake/v1/policies/district-box', { value });
    expect((await set(box)).status).toBe(200);
    expect((await f.clerk.post(REQUESTS, { ...REQUEST, ...at(116.4, 39.9) })).status).toBe(201);
    expect((await set({ west: 130.55, south: 45.45, east: 131.5, north: 46.1 })).status).toBe(200);
  });

  it('gives the same answer for the same Idempotency-Key, and refuses it for another body', async () => {
    const headers = { 'idempotency-key': 'key-1' };
    const before = await count(f.stack, 'request');
    const first = await f.clerk.post<Shown>(REQUESTS, REQUEST, { headers });
    const again = await f.clerk.post<Shown>(REQUESTS, REQUEST, { headers });
    expect(again).toMatchObject({ status: 201, body: first.body });
    const other = await f.clerk.post<Problem>(REQUESTS, { ...REQUEST, title: '另一件事' }, { headers });
    expect(other).toMatchObject({ status: 422, body: { code: 'platform.idempotency_key_reused' } });
    expect(await count(f.stack, 'request')).toBe(before + 1);
  });

  it('gives one answer to one Idempotency-Key used twice at the same moment', async () => {
    const headers = { 'idempotency-key': 'key-2' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => f.clerk.post<Shown>(REQUESTS, REQUEST, { headers })));
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect(answers.every((answer) => answer.status === 201)).toBe(true);
  });
});

describe('what a clerk does with a request', () => {
  it('answers it on the spot', async () => {
    const { id } = await f.register();
    const { body } = await f.clerk.post<Shown>(`${REQUESTS}/${id}/answer-on-the-spot`, { publicAnswer: '已当场指导办理。' });
    expect(body).toMatchObject({ state: 'answered', publicAnswer: '已当场指导办理。', version: 2, actions: ['reopen'] });
  });

  it('declines it with the proper way told', async () => {
    const { id } = await f.register();
    const input = { reasonCode: 'court-matter', publicAnswer: '请向区人民法院立案庭咨询。' };
    expect((await f.clerk.post<Shown>(`${REQUESTS}/${id}/decline`, input)).body.state).toBe('declined');
  });

  it('refuses an answer for the public that shows a telephone number, and changes nothing', async () => {
    const { id } = await f.register();
    const answer = await f.clerk.post<Problem>(`${REQUESTS}/${id}/answer-on-the-spot`, { publicAnswer: '请联系13912345678' });
    expect(answer).toMatchObject({ status: 422, body: { code: 'platform.personal_data_in_public_text' } });
    expect(await f.stateOf(id)).toBe('received');
  });

  it('declines what is in petition already only with its number, which its story tells', async () => {
    const { id } = await f.register();
    const decline = (input: object) =>
      f.clerk.post<Shown & { code: string }>(`${REQUESTS}/${id}/decline`, { publicAnswer: '请向信访部门查询。', ...input });
    const wanted = { status: 422, body: { code: 'intake.request.petition_reference', errors: [{ pointer: '/petitionReference' }] } };
    expect(await decline({ reasonCode: 'petition-matter' })).toMatchObject(wanted);
    expect(await decline({ reasonCode: 'other', petitionReference: 'XF-1234' })).toMatchObject(wanted);
    expect((await decline({ reasonCode: 'petition-matter', petitionReference: 'XF-2026-001234' })).body.state).toBe('declined');
    const { body } = await f.clerk.get<{ entries: { zh: string }[] }>(`${REQUESTS}/${id}/timeline`);
    expect(body.entries.at(-1)?.zh).toBe('不予受理：信访事项 XF-2026-001234');
  });

  it.each(['answer-on-the-spot', 'decline', 'withdraw'])('refuses to %s what is already withdrawn', async (action) => {
    const { id } = await f.register();
    await f.clerk.post(`${REQUESTS}/${id}/withdraw`, WITHDRAWAL);
    const bodies: Record<string, object> = {
      'answer-on-the-spot': { publicAnswer: '好' },
      decline: { reasonCode: 'other', publicAnswer: '好' },
      withdraw: WITHDRAWAL,
    };
    const answer = await f.clerk.post<Problem>(`${REQUESTS}/${id}/${action}`, bodies[action]);
    expect(answer).toMatchObject({ status: 409, body: { code: 'intake.request.transition_not_allowed' } });
    expect((await f.clerk.get<Shown>(`${REQUESTS}/${id}`)).body.version).toBe(2);
  });

  it('refuses a change made for an older version', async () => {
    const { id } = await f.register();
    const answer = await f.clerk.post<Problem>(`${REQUESTS}/${id}/withdraw`, WITHDRAWAL, { headers: { 'if-match': '"7"' } });
    expect(answer).toMatchObject({ status: 412, body: { code: 'platform.stale_version' } });
    expect(await f.stateOf(id)).toBe('received');
  });

  it('lets a department handle nothing here, and only a clerk act', async () => {
    const { id } = await f.register();
    const token = await f.stack.token({
      scopes: ['intake:read', 'intake:write'],
      roles: ['handler'],
      area: '230903',
      org: 'housing-bureau',
    });
    const answer = await f.stack.http('intake', token).post<Problem>(`${REQUESTS}/${id}/withdraw`, WITHDRAWAL);
    expect(answer).toMatchObject({ status: 403, body: { code: 'platform.role_missing' } });
  });

  it('does not show what lies outside the caller’s area', async () => {
    const { body } = await f.admin.post<Shown>(REQUESTS, { ...REQUEST, areaCode: OTHER_AREA });
    expect((await f.clerk.get(`${REQUESTS}/${body.id}`)).status).toBe(404);
    expect((await f.clerk.post(`${REQUESTS}/${body.id}/withdraw`, WITHDRAWAL)).status).toBe(404);
    const listed = await f.clerk.get<{ items: { areaCode: string }[] }>(`${REQUESTS}?limit=200`);
    expect(listed.body.items.every((item) => item.areaCode.startsWith('230903011'))).toBe(true);
    expect((await f.clerk.get(`${REQUESTS}?areaCode=${OTHER_AREA}`)).body).toEqual({ items: [], next: null, until: null });
    const nowhere = await f.clerk.get<Problem>(`${REQUESTS}?areaCode=${OTHER_AREA}&cursor=nowhere`);
    expect(nowhere).toMatchObject({ status: 422, body: { code: 'platform.invalid_cursor' } });
  });

  it('lists page by page, newest first, without a gap or a double', async () => {
    await Promise.all(Array.from({ length: 7 }, () => f.register({ kind: 'suggestion' })));
    const seen: string[] = [];
    for (let cursor = ''; ; ) {
      const { body, headers } = await f.clerk.get<{ items: Shown[]; next?: string }>(`${REQUESTS}?kind=suggestion&limit=3${cursor}`);
      seen.push(...body.items.map((item) => item.id));
      if (!body.next) break;
      expect(headers.get('link')).toContain('rel="next"');
      cursor = `&cursor=${body.next}`;
    }
    expect(seen).toHaveLength(7);
    expect(seen).toEqual([...new Set(seen)].sort().reverse());
  });
});
