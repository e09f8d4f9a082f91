import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '@zero-distance/testing';
import type { Locator, Page } from 'playwright-core';
import { act, Browsing, grave, PICTURE, text } from './browsing.js';
import { inChromium } from './chromium.js';

/** So many hours from now, as it is typed in: in the district's time. */
const hourOf = (from: number): string => new Date(Date.now() + (8 + from) * 3_600_000).toISOString().slice(0, 16);

inChromium('the desk of those who hold activities', () => {
  let browsing: Browsing;
  let fair = '';
  beforeAll(async () => {
    browsing = await Browsing.start();
  }, 120_000);
  afterAll(() => browsing?.stop());

  const path = (page: Page) => new URL(page.url()).pathname;
  const main = async (page: Page) => (await page.locator('main').textContent()) ?? '';
  const formOf = (page: Page, action: string) =>
    page.locator('form').filter({ has: page.getByRole('button', { name: action, exact: true }) });
  const bookings = (page: Page) => page.getByRole('region', { name: '活动报名' });
  const bookingOf = (page: Page, name: string): Locator =>
    bookings(page)
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name, exact: true }) });
  /** Does something to a booking in the list of its activity, as who stands at the door. */
  const onBooking = async (page: Page, name: string, action: string) => {
    const one = bookingOf(page, name);
    await one.getByRole('button', { name: action, exact: true }).click();
    await one.locator('form').getByRole('button', { name: action, exact: true }).click();
    await one.locator('form').waitFor({ state: 'detached' });
  };
  const book = async (page: Page, name: string, phone: string) => {
    await page.getByText('报名、现场登记').first().click();
    const form = formOf(page, '报名、现场登记');
    await text('姓名', name)(form);
    await text('电话', phone)(form);
    await form.getByRole('button', { name: '报名、现场登记' }).click();
    await page.waitForURL(/\/desk\/activity-booking\/[0-9a-f-]{36}$/);
  };

  it('a clerk plans a job fair with its employers, and announces it', async () => {
    const page = await browsing.deskOf('clerk', '/desk/activities');
    await page.getByText('计划活动').first().click();
    const form = formOf(page, '计划活动');
    expect(await form.getByRole('textbox', { name: '单位名称' }).count()).toBe(0); // of a job fair alone
    await form.getByRole('combobox', { name: '类型' }).fill('招聘会');
    await page.keyboard.press('Enter');
    await form.getByRole('combobox', { name: '面向的区划' }).fill('学府社区');
    await page.keyboard.press('Enter');
    await text('名称', '冬季专场招聘会')(form);
    await text('地点', '学府社区文化广场')(form);
    await form.getByLabel('开始时间').fill(hourOf(1));
    await form.getByLabel('结束时间').fill(hourOf(4));
    await form.getByRole('spinbutton', { name: '名额' }).fill('2');
    await form.getByRole('button', { name: '再加一个招聘单位' }).click();
    await text('单位名称', '鑫源物业公司')(form);
    await form.getByRole('spinbutton', { name: '岗位数' }).fill('12');
    expect(await grave(page)).toEqual([]);
    await form.getByRole('button', { name: '计划活动' }).click();
    await page.waitForURL(/\/desk\/activity\/[0-9a-f-]{36}$/);
    fair = path(page);
    await page.getByText('鑫源物业公司 12').waitFor();
    await act(page, '预告');
    await page.getByText('已预告').first().waitFor();
    await page.goto(`${browsing.product.url}/desk/activities?kind=job-fair&state=announced`);
    await page.getByRole('link', { name: '冬季专场招聘会' }).first().waitFor();
    await page.goto(`${browsing.product.url}/desk/activities?kind=culture`);
    await page.getByText('没有待办事项').waitFor();
    await page.close();
  }, 60_000);

  it('a window clerk books people, who are shown masked; who comes too late waits, and has the place that another gives up', async () => {
    const page = await browsing.deskOf('window', fair);
    for (const [name, phone] of [
      ['张秀英', '13800001111'],
      ['李国强', '13800002222'],
      ['王淑芬', '13800003333'],
    ] as const) {
      await book(page, name, phone);
      await page.getByText(`138****${phone.slice(-4)}`).waitFor();
      expect(await main(page)).not.toMatch(new RegExp(`${name}|${phone}`));
      await page.goto(`${browsing.product.url}${fair}`);
    }
    await bookingOf(page, '王*').getByText('候补第 1 位').waitFor();
    expect(await grave(page)).toEqual([]);
    await onBooking(page, '张*', '取消报名');
    await bookingOf(page, '王*').getByText('候补待接受').waitFor();
    await onBooking(page, '王*', '代为接受名额');
    await onBooking(page, '李*', '确认参加');
    await bookingOf(page, '李*').getByText('已确认').waitFor();
    // Who was booked from home and has no number is led to that booking by name and telephone.
    await book(page, '李国强', '13800002222');
    await page.getByText('已确认').first().waitFor();
    await page.getByText('查看真实信息').first().click();
    await page.getByRole('textbox', { name: '用途' }).fill('电话提醒参加');
    await page.locator('form').getByRole('button', { name: '查看真实信息' }).click();
    await page.getByText('李国强').waitFor();
    await page.close();
  }, 90_000);

  it('holds it: who comes is recorded at the door, booked or not, and by mistake is taken back', async () => {
    const page = await browsing.deskOf('clerk', fair);
    await act(page, '登记举行');
    await onBooking(page, '李*', '签到');
    await onBooking(page, '王*', '签到');
    await onBooking(page, '王*', '撤回签到');
    await bookingOf(page, '王*').getByText('已报名').waitFor();
    await bookings(page).getByRole('combobox', { name: '状态' }).fill('已到场');
    await page.keyboard.press('Enter');
    await bookingOf(page, '王*').waitFor({ state: 'detached' });
    await bookingOf(page, '李*').waitFor();
    await page.close();
  }, 60_000);

  it('what came of it is recorded with evidence and a day on which it is asked about again', async () => {
    const page = await browsing.deskOf('window', fair);
    await bookingOf(page, '李*').getByRole('link').first().click();
    await page.waitForURL(/\/desk\/activity-booking\//);
    await page.getByText('登记成效').first().click();
    const form = formOf(page, '登记成效');
    await form.getByRole('combobox', { name: '成效' }).fill('录用');
    await page.keyboard.press('Enter');
    await text('招聘单位', '鑫源物业公司')(form);
    await form.getByRole('button', { name: '登记成效' }).click();
    await form.getByRole('alert').getByText('标出之处').waitFor(); // no evidence
    await form.locator('input[type=file]').setInputFiles({ name: 'letter.png', mimeType: 'image/png', buffer: PICTURE });
    expect(await grave(page)).toEqual([]);
    await form.getByRole('button', { name: '登记成效' }).click();
    await page.waitForURL(/\/desk\/activity-outcome\/[0-9a-f-]{36}$/);
    await page.getByRole('heading', { name: /录用 · 鑫源物业公司/ }).waitFor();
    const outcome = path(page);
    expect(await page.getByRole('button', { name: '回访：成效仍在' }).count()).toBe(0); // its day is to come
    await browsing.product.stack.sql('intake', `update activity_outcome set follow_up_on = now() - interval '1 day' where id = $1`, [
      outcome.split('/').at(-1),
    ]);
    await page.goto(`${browsing.product.url}/desk/work`);
    await page
      .locator('main')
      .getByRole('link', { name: /录用 · 鑫源物业公司/ })
      .click();
    await page.getByRole('button', { name: '回访：成效仍在' }).waitFor();
    await page.goto(`${browsing.product.url}${outcome}`);
    await act(page, '回访：成效仍在');
    await page.getByText('回访确认').first().waitFor();
    await page.close();
  }, 60_000);

  it('ends it: who confirmed and did not come is told apart from who never confirmed', async () => {
    const page = await browsing.deskOf('clerk', fair);
    await act(page, '结束');
    await eventually(async () => {
      await bookings(page).getByRole('button', { name: '刷新' }).click();
      expect(await bookingOf(page, '王*').getByText('未确认').count()).toBe(1);
    });
    expect(await page.getByRole('button', { name: '更正' }).count()).toBe(0);
    await page.close();
  }, 60_000);

  it('a leader reads how it went, and is shown no list of people that they may not read', async () => {
    const page = await browsing.deskOf('leader', fair);
    const asked: string[] = [];
    page.on('request', (one) => asked.push(one.url()));
    await page.reload();
    await page.getByRole('heading', { name: '冬季专场招聘会' }).waitFor();
    await page.getByRole('heading', { name: '经过' }).waitFor();
    expect(await bookings(page).count()).toBe(0);
    expect(asked.filter((url) => url.includes('/v1/activity-'))).toEqual([]);
    await page.close();
  }, 60_000);

  it('have made no error, and asked nothing of anybody else', () => {
    expect(browsing.problems).toEqual([]);
  });
});
