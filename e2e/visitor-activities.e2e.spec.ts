import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '@zero-distance/testing';
import type { Page } from 'playwright-core';
import { Browsing, grave } from './browsing.js';
import { inChromium } from './chromium.js';
import { as } from './product.js';

const COMMUNITY = '230903011001';
const ELSEWHERE = '230903011002';
const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
/** The day on which that is in the district. */
const dayOf = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);

inChromium('the pages of activities, without a log-in and on a telephone', () => {
  let browsing: Browsing;
  let clerk: Awaited<ReturnType<typeof as>>;
  let fair = { id: '', startsAt: '' };
  beforeAll(async () => {
    browsing = await Browsing.start();
    clerk = await as(browsing.product, 'demo-hotline');
    const demo = await as(browsing.product, 'demo');
    for (const edge of ['from', 'until']) await demo.put(`/api/intake/v1/policies/quiet-${edge}`, { value: 0 }); // at any hour
    fair = await announce({ title: '春季招聘会', kind: 'job-fair', employers: [{ name: '鑫源物业公司', posts: 12 }], capacity: 1 });
    await announce({ title: '邻里联欢', kind: 'culture', areaCode: ELSEWHERE, ...hours(90) });
  }, 120_000);
  afterAll(() => browsing?.stop());

  const hours = (from: number) => ({ startsAt: inHours(from), endsAt: inHours(from + 2) });
  async function announce(changes: object): Promise<{ id: string; startsAt: string }> {
    const plan = { areaCode: COMMUNITY, place: '学府社区文化广场', capacity: 9, ...hours(60), ...changes };
    const { body } = await clerk.post<{ id: string; startsAt: string }>('/api/intake/v1/activities', plan);
    expect((await clerk.post(`/api/intake/v1/activities/${body.id}/announce`, {})).status).toBe(200);
    return body;
  }
  /** The number that was sent to a telephone. */
  const numberSentTo = (phone: string): Promise<string> =>
    eventually(() => {
      const file = `${browsing.product.outbox}/messages.jsonl`;
      const line = existsSync(file)
        ? readFileSync(file, 'utf8')
            .split('\n')
            .filter((one) => one.includes(phone))
            .at(-1)
        : undefined;
      const number = /编号([\d-]+)/.exec(line ?? '')?.[1];
      expect(number).toBeDefined();
      return Promise.resolve(number as string);
    });
  const onTelephone = async (path: string): Promise<Page> => {
    const page = await browsing.openAsNobody(path);
    await page.setViewportSize({ width: 360, height: 740 });
    return page;
  };
  const fits = async (page: Page) => {
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    expect(await grave(page)).toEqual([]);
  };
  const book = async (page: Page, name: string, phone: string) => {
    await page.getByRole('textbox', { name: '姓名' }).fill(name);
    await page.getByRole('textbox', { name: '手机号' }).fill(phone);
    await page.locator('form').getByRole('button').click();
    await page.getByText('已收到您的报名').waitFor();
  };
  const look = async (page: Page, number: string, lastFour: string) => {
    await page.getByRole('textbox', { name: '报名编号' }).fill(number);
    await page.getByRole('textbox', { name: '电话后四位' }).fill(lastFour);
    await page.getByRole('button', { name: '查询' }).click();
    await page.getByRole('heading', { name: number }).waitFor();
  };

  it('list what is coming for people of a community, of a kind and on a day, as the address says', async () => {
    const page = await onTelephone('/public/activities');
    await page.getByRole('link', { name: '春季招聘会' }).waitFor();
    await page.getByRole('link', { name: '邻里联欢' }).waitFor();
    await page.getByRole('combobox', { name: '我的社区' }).selectOption(COMMUNITY);
    await page.getByRole('link', { name: '邻里联欢' }).waitFor({ state: 'detached' });
    await page.getByRole('combobox', { name: '类型' }).selectOption('job-fair');
    await page.getByLabel('哪一天').fill(dayOf(fair.startsAt));
    await page.getByRole('link', { name: '春季招聘会' }).waitFor();
    expect(new URL(page.url()).search).toBe(`?area=${COMMUNITY}&kind=job-fair&day=${dayOf(fair.startsAt)}`);
    await fits(page);
    await page.reload();
    await page.getByRole('link', { name: '春季招聘会' }).waitFor();
    await page.getByRole('combobox', { name: '类型' }).selectOption('culture');
    await page.getByText('暂无可报名的活动').waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('Nothing is coming that can be booked').waitFor();
    await page.getByRole('button', { name: '中文' }).click();
    await page.close();
  }, 60_000);

  it('show one with its employers, book it, and say the same to who books it again', async () => {
    const page = await onTelephone('/public/activities');
    await page.getByRole('link', { name: '春季招聘会' }).click();
    await page.getByText('招聘单位 1 家，岗位 12 个').waitFor();
    await page.getByText('学府社区文化广场').waitFor();
    await fits(page);
    await page.locator('form').getByRole('button').click();
    await page.getByText('必填').first().waitFor();
    await book(page, '张秀英', '13800004321');
    const said = await page.getByRole('status').textContent();
    expect(said).not.toMatch(/\d{6}-\d{6}/);
    await fits(page);
    await page.reload();
    await page.getByText('已满，可候补').waitFor();
    await book(page, '张秀英', '13800004321');
    expect(await page.getByRole('status').textContent()).toBe(said);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('Its number is sent to your telephone').waitFor();
    await page.getByRole('button', { name: '中文' }).click();
    await page.close();
  }, 60_000);

  it('let who waits accept the place that another gives up, and confirm it, by the number that was sent', async () => {
    const waiting = await onTelephone(`/public/activities/${fair.id}`);
    await book(waiting, '李国强', '13800008765');
    await waiting.getByRole('link', { name: '我的报名' }).first().click();
    await look(waiting, await numberSentTo('13800008765'), '8765');
    await waiting.getByText('您在候补名单上').waitFor();
    await fits(waiting);
    const first = await onTelephone('/public/activities/booking');
    await look(first, await numberSentTo('13800004321'), '4321');
    await first.getByText('您有一个名额').or(first.getByText('已报名')).first().waitFor();
    await first.getByRole('button', { name: '取消报名' }).click();
    await first.getByRole('button', { name: '不取消' }).click();
    await first.getByRole('button', { name: '取消报名' }).click();
    await first.getByRole('button', { name: '确定取消' }).click();
    await first.getByText('报名已取消').waitFor();
    expect(await first.getByRole('button', { name: '取消报名' }).count()).toBe(0);
    await first.close();
    await waiting.getByRole('button', { name: '查询' }).click();
    await waiting.getByText('名额为您保留到').waitFor();
    await fits(waiting);
    await waiting.getByRole('button', { name: '接受名额' }).click();
    await waiting.getByRole('button', { name: '确认参加' }).click();
    await waiting.getByText('已确认参加').waitFor();
    await waiting.getByRole('button', { name: 'English' }).click();
    await waiting.getByText('You have confirmed that you will come').waitFor();
    await waiting.getByRole('button', { name: '中文' }).click();
    expect(waiting.url()).not.toMatch(/8765|\d{6}-\d{6}/);
    await waiting.close();
  }, 60_000);

  it('are led to from the card of a grid, with its community chosen', async () => {
    const page = await onTelephone(`/public/grids/${COMMUNITY}001`);
    await page.getByRole('link', { name: '社区活动' }).click();
    await page.getByRole('combobox', { name: '我的社区' }).waitFor();
    await eventually(async () => expect(await page.getByRole('combobox', { name: '我的社区' }).inputValue()).toBe(COMMUNITY));
    await page.getByRole('link', { name: '春季招聘会' }).waitFor();
    await page.close();
  }, 60_000);

  it('say that an activity is cancelled to who comes by its address, and open no booking by wrong digits', async () => {
    await clerk.post(`/api/intake/v1/activities/${fair.id}/cancel`, { reason: '大雪' });
    const page = await onTelephone(`/public/activities/${fair.id}`);
    await page.getByRole('alert').getByText('活动已取消').waitFor();
    expect(await page.getByRole('textbox').count()).toBe(0);
    await page.goto(`${browsing.product.url}/public/activities/booking`);
    await page.getByRole('textbox', { name: '报名编号' }).fill(await numberSentTo('13800008765'));
    await page.getByRole('textbox', { name: '电话后四位' }).fill('0000');
    await page.getByRole('button', { name: '查询' }).click();
    await page.getByRole('alert').getByText('没有此编号的报名').waitFor();
    await page.close();
    const nowhere = await onTelephone('/public/activities/8f14e45f-ceea-467a-9a36-dedd4bea2543');
    await nowhere.getByRole('alert').getByText('没有编号为').waitFor();
    await nowhere.close();
  }, 60_000);

  it('have made no error, and asked nothing of anybody else', () => {
    expect(browsing.problems).toEqual([]);
  });
});
