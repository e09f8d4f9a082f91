import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@zero-distance/testing';
import { AREA, type Fixture, OTHER_AREA, REQUESTS, type Shown, startIntake, WITHDRAWAL } from './fixture.js';

interface Page {
  items: Shown[];
  next: string | null;
}
interface Problem {
  code: string;
  errors?: { pointer?: string; parameter?: string; code?: string }[];
}

let f: Fixture;
let everybody: ReturnType<Fixture['stack']['http']>;

beforeAll(async () => {
  f = await startIntake();
  everybody = f.stack.http('intake', await f.stack.token({ scopes: ['intake:read', 'intake:write'], roles: ['intake-clerk'], area: '' }));
}, 60_000);
afterAll(() => f?.stack.stop());

const search = async (query: Record<string, string>, api = f.clerk): Promise<Page> =>
  (await api.get<Page>(`${REQUESTS}?${new URLSearchParams(query)}`)).body;
const numbersFound = async (q: string, query: Record<string, string> = {}, api = f.clerk) =>
  (await search({ q, ...query }, api)).items.map(({ number }) => number);
/** What was found once the words of everything were taken in. */
const found = async (q: string, query: Record<string, string> = {}, api = f.clerk): Promise<string[]> => {
  await eventually(async () => expect(await f.stack.sql('intake', 'select from request_words_due')).toEqual([]));
  return numbersFound(q, query, api);
};

describe('a search of requests', () => {
  it('finds what has all the words, in title, place or text, whatever stands between them', async () => {
    const { number } = await f.register({ title: '井盖丢失', place: '幸福小区东门', text: '井盖被人拿走，夜里看不见，危险。' });
    await f.register({ title: '井盖松动', text: '车辆经过有响声。' });
    expect(await found('井盖 东门')).toEqual([number]);
    expect(await found('危险 井盖')).toEqual([number]);
    expect(await found('井盖 西门')).toEqual([]);
  });

  it('finds a word of which the title has the characters, whatever reads as a word there', async () => {
    const { number } = await f.register({ title: '3号楼前路灯三天不亮', text: '请派人来看。' });
    expect(await found('楼前 灯不亮')).toEqual([number]);
  });

  it('finds by any part of a number, with full-width digits and without leading zeros', async () => {
    const { number } = await f.register();
    const [area = '', day = '', sequence = ''] = number.split('-');
    const short = String(Number(sequence));
    for (const typed of [number, sequence, short, `${day}-${sequence}`, `${day}-${short}`, `${area}-${day}-${short}`]) {
      expect(await numbersFound(typed)).toEqual([number]);
    }
    const wide = [...`${day}-${short}`].map((char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)).join('');
    expect(await numbersFound(wide)).toEqual([number]);
    expect(await numbersFound(day)).toContain(number);
  });

  it('finds by the code of a community and of a category, and of no area beyond that of the token', async () => {
    await f.admin.put('/api/intake/v1/categories/010204', { name: '路面破损' });
    const { number } = await f.register({ categoryCode: '010204' });
    expect(await numbersFound('010204')).toEqual([number]);
    expect(await numbersFound(AREA)).toContain(number);
    expect(await numbersFound(OTHER_AREA)).toEqual([]);
  });

  it('finds by the number of another platform', async () => {
    const { number } = await f.register({ upstreamReference: 'DH20261128000009' });
    expect(await numbersFound('DH20261128000009')).toEqual([number]);
  });

  it('finds nobody’s request beyond the area of the token, not by its number either', async () => {
    const { body } = await everybody.post<Shown>(REQUESTS, { ...THEIRS, title: '凉亭漏雨' });
    expect(await found('凉亭', {}, everybody)).toEqual([body.number]);
    expect(await found('凉亭')).toEqual([]);
    expect(await numbersFound(body.number)).toEqual([]);
  });

  it('goes by the area that is asked for, and by the other filters of the list', async () => {
    const { number } = await f.register({ title: '喷泉噪音' });
    expect(await found('喷泉', { areaCode: AREA })).toEqual([number]);
    expect(await found('喷泉', { areaCode: '230903012' }, everybody)).toEqual([]);
    expect(await found('喷泉', { state: 'closed' })).toEqual([]);
  });

  it('puts what fits best first when it is asked to, a title before a text, page by page', async () => {
    const inTitle = await f.register({ title: '秋千断裂', text: '请尽快修理。' });
    const inText = await f.register({ title: '设施损坏', text: '公园里的秋千坏了，长椅和路面也坏了，请尽快修理，谢谢。' });
    expect(await found('秋千')).toEqual([inText.number, inTitle.number]);
    expect(await found('秋千', { sort: 'relevance' })).toEqual([inTitle.number, inText.number]);
    const first = await search({ q: '秋千', sort: 'relevance', limit: '1' });
    expect(first.items.map(({ number }) => number)).toEqual([inTitle.number]);
    const second = await search({ q: '秋千', sort: 'relevance', limit: '1', cursor: first.next ?? '' });
    expect([second.items.map(({ number }) => number), second.next]).toEqual([[inText.number], null]);
  });

  it('finds what was corrected by what it says now', async () => {
    const { id, number } = await f.register({ title: '栏杆生锈' });
    expect(await found('栏杆')).toEqual([number]);
    await f.clerk.post(`${REQUESTS}/${id}/correct`, { title: '扶手生锈', reason: '来电人说的是扶手。' });
    expect([await found('栏杆'), await found('扶手')]).toEqual([[], [number]]);
  });

  it('finds nothing of an erased request by its words', async () => {
    const { id } = await f.register({ title: '假山倒塌', text: '假山倒了。' });
    expect(await found('假山')).toHaveLength(1);
    const { body } = await f.admin.post<Shown>(`${REQUESTS}/${id}/withdraw`, { ...WITHDRAWAL, reason: '来电人撤回。' });
    expect(body.state).toBe('withdrawn');
    await f.admin.post(`${REQUESTS}/${id}/erase`, { basis: 'lawful-request', evidence: '申请登记号 2026-017' });
    expect(await found('假山')).toEqual([]);
    expect(await f.stack.sql('intake', `select from request_words where words::text like '%假山%'`)).toEqual([]);
  });

  it('finds nothing by what says nothing', async () => {
    expect(await numbersFound('，。')).toEqual([]);
    expect(await numbersFound(`' & | ! :* \\`)).toEqual([]);
  });

  it('takes no telephone number, and no order by relevance where nothing is looked for', async () => {
    const refused = async (query: string) => {
      const { status, body } = await f.clerk.get<Problem>(`${REQUESTS}?${query}`);
      const [{ pointer, parameter, code = body.code } = {}] = body.errors ?? [];
      return [status, code, pointer ?? parameter];
    };
    expect(await refused('q=138%200000%201234')).toEqual([422, 'personal_data', 'q']);
    expect(await refused(`q=${encodeURIComponent('13800001234 张三')}`)).toEqual([422, 'personal_data', 'q']);
    for (const blank of ['', '%20', '%E2%80%8B']) expect([blank, await refused(`q=${blank}`)]).toEqual([blank, [422, 'blank_search', 'q']]);
    expect(await refused('sort=relevance')).toEqual([422, 'intake.request.relevance_of_nothing', '/sort']);
  });
});

/** A request of the other street. */
const THEIRS = {
  kind: 'complaint',
  channel: 'hotline-12345',
  categoryCode: '010203',
  areaCode: OTHER_AREA,
  text: '下雨时漏水。',
};
