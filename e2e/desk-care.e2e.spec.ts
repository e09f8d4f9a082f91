import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { act, Browsing, choose, grave, text } from './browsing.js';
import { inChromium } from './chromium.js';

const PERSON = '独居 · 重点';
/** So many hours from now, as it is typed in: in the district's time. */
const hourOf = (from: number): string => new Date(Date.now() + (8 + from) * 3_600_000).toISOString().slice(0, 16);

inChromium('the desk of those who look after people', () => {
  let browsing: Browsing;
  let resident = '';
  let person = '';
  let served = '';
  beforeAll(async () => {
    browsing = await Browsing.start();
  }, 120_000);
  afterAll(() => browsing?.stop());

  const path = (page: Page) => new URL(page.url()).pathname;
  const main = async (page: Page) => (await page.locator('main').textContent()) ?? '';

  it('a clerk registers a resident who has agreed to it, and finds the file by the whole number alone, masked', async () => {
    const page = await browsing.deskOf('clerk', '/desk/residents');
    await page.getByText('登记居民').first().click();
    const form = page.locator('form').filter({ has: page.getByRole('button', { name: '登记居民' }) });
    await form.getByRole('textbox', { name: '姓名' }).fill('孙玉兰');
    await form.getByRole('textbox', { name: '电话' }).fill('13800007788');
    await form.getByRole('textbox', { name: '现住址' }).fill('学府社区7号楼3单元601');
    await form.getByLabel('本人同意日期').fill('2026-11-01');
    await form.getByLabel('出生日期').fill('1941-05-02');
    await form.getByRole('combobox', { name: '现住区划' }).fill('学府社区');
    await page.keyboard.press('Enter');
    await form.getByRole('combobox', { name: '同意方式' }).fill('书面');
    await page.keyboard.press('Enter');
    await form.getByRole('combobox', { name: '所属群体' }).fill('独居老年人');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    expect(await grave(page)).toEqual([]);
    await form.getByRole('button', { name: '登记居民' }).click();
    await page.getByRole('link', { name: '孙*' }).waitFor();
    await page.goto(`${browsing.product.url}/desk/residents`);
    await page.getByText('查找居民').first().click();
    const find = page.locator('form').filter({ has: page.getByRole('button', { name: '查找居民' }) });
    await find.getByRole('textbox', { name: '电话' }).fill('138 0000 7788');
    await find.getByRole('button', { name: '查找居民' }).click();
    await page.getByText('找到 1 份').waitFor();
    expect(page.url()).not.toMatch(/7788/);
    await page.locator('details').getByRole('link', { name: '孙*' }).click();
    await page.waitForURL(/\/desk\/resident\/[0-9a-f-]{36}$/);
    resident = path(page);
    await page.getByText('138****7788').waitFor();
    expect(await main(page)).not.toMatch(/玉兰|13800007788|7号楼/);
    await page.close();
  }, 60_000);

  it('groups stand with their days, and who it is, is shown for a purpose that is kept', async () => {
    const page = await browsing.deskOf('clerk', resident);
    await act(page, '纳入群体', async (form) => {
      await choose(page, '群体', 'disabled');
      await choose(page, '依据', '证件');
      await form.getByLabel('自何日起').fill('2026-11-02');
    });
    await page.getByRole('listitem').filter({ hasText: '残障人士 · 证件' }).getByText('2026年11月2日').waitFor();
    await act(page, '退出群体', async (form) => {
      await choose(page, '群体', '残障');
      await text('原因', '登记有误。')(form);
    });
    await page
      .getByRole('listitem')
      .filter({ hasText: '残障人士' })
      .getByText(/至 \d{4}-\d\d-\d\d/)
      .waitFor();
    await page.getByText('查看真实信息').first().click();
    await page.getByRole('textbox', { name: '用途' }).fill('核对档案');
    await page.locator('form').getByRole('button', { name: '查看真实信息' }).click();
    await page.getByText('孙玉兰').waitFor();
    await page.getByText('学府社区7号楼3单元601').waitFor();
    expect(await grave(page)).toEqual([]);
    await page.close();
  }, 60_000);

  it('a clerk has somebody looked after, and gives them to a worker by name; no list of key persons leaves as a file', async () => {
    const page = await browsing.deskOf('clerk', resident);
    await page.getByText('纳入重点服务对象').first().click();
    await choose(page, '类别', '独居');
    await choose(page, '风险等级', '重点');
    await page.getByRole('button', { name: '纳入重点服务对象' }).click();
    await page.waitForURL(/\/desk\/key-person\/[0-9a-f-]{36}$/);
    person = path(page);
    await page.getByRole('heading', { name: PERSON }).waitFor();
    await act(page, '指派责任人', () => choose(page, '责任人', 'care'));
    await page.getByText('已指派待接收').first().waitFor();
    await page.getByRole('link', { name: '居民', exact: true }).click();
    await page.getByRole('button', { name: '导出 CSV' }).waitFor();
    await page.getByRole('link', { name: '重点服务对象' }).click();
    await page.getByRole('link', { name: PERSON }).waitFor();
    expect(await page.getByRole('button', { name: '导出 CSV' }).count()).toBe(0);
    await page.close();
  }, 60_000);

  it('who is asked learns nothing of who it is before they accept; then they record a visit, which stands with the person', async () => {
    const page = await browsing.deskOf('care');
    await page.locator('main').getByRole('link', { name: PERSON }).click();
    await page.getByRole('button', { name: '接收', exact: true }).waitFor();
    expect(await page.getByText('查看真实信息').count()).toBe(0);
    await act(page, '接收');
    await page.getByText('查看真实信息').first().waitFor();
    await act(page, '登记走访', async (form) => {
      await choose(page, '方式', '入户');
      await form.getByRole('radio', { name: '是' }).check();
      await text('走访情况', '精神状态好。')(form);
    });
    await page.getByRole('listitem').filter({ hasText: '入户 · 见到或联系到' }).waitFor();
    expect(await main(page)).not.toMatch(/精神状态好|孙/);
    await page.getByText('查看真实信息').first().click();
    await page.getByRole('textbox', { name: '用途' }).fill('首次走访前');
    await page.locator('form').getByRole('button', { name: '查看真实信息' }).click();
    await page.getByText('孙玉兰').waitFor();
    await page.getByText('精神状态好。').waitFor();
    await page.close();
  }, 60_000);

  it('a visit that is missing is on the list of what waits, marked as overdue, until somebody was there', async () => {
    const id = person.split('/').at(-1);
    const overdue = "update key_person set overdue_since = now(), due_at = now() + interval '30 days' where id = $1";
    await browsing.product.stack.sql('intake', overdue, [id]);
    const page = await browsing.deskOf('care');
    const row = page.getByRole('row').filter({ hasText: PERSON });
    await row.getByText('逾期').waitFor();
    await row.getByRole('link', { name: PERSON }).click();
    await act(page, '登记走访', async (form) => {
      await choose(page, '方式', '入户');
      await form.getByRole('radio', { name: '是' }).check();
    });
    await page.getByRole('link', { name: '待办' }).click();
    await page.getByText('0 件，逾期 0 件').waitFor();
    await page.goto(`${browsing.product.url}/desk/key-persons?overdue=true`);
    await page.getByText('没有待办事项').waitFor();
    await page.close();
  }, 60_000);

  it('another worker takes over; who had them sees them no more; until then what was asked may be taken back', async () => {
    const page = await browsing.deskOf('care', person);
    const transfer = () =>
      act(page, '移交另一责任人', async (form) => {
        await choose(page, '责任人', 'grid');
        await text('原因', '责任人调岗。')(form);
      });
    await transfer();
    await act(page, '收回');
    await transfer();
    await page.close();
    const grid = await browsing.deskOf('grid');
    await grid.locator('main').getByRole('link', { name: PERSON }).click();
    await act(grid, '接收');
    await act(grid, '调整风险等级', async (form) => {
      await choose(grid, '风险等级', '高风险');
      await text('原因', '出院回家。')(form);
    });
    await grid.getByRole('heading', { name: '独居 · 高风险' }).waitFor();
    await grid.close();
    const care = await browsing.deskOf('care', person);
    await care.getByRole('alert').waitFor();
    expect(await main(care)).not.toContain('独居');
    await care.close();
  }, 60_000);

  it('have made no error, and asked nothing of anybody else', () => {
    expect(browsing.problems).toEqual([]);
  });

  it('a window clerk takes a case in, sees what is missing, hands it in and delivers it; who applies is shown masked', async () => {
    const page = await browsing.deskOf('window', '/desk/service-cases');
    await page.getByText('收件（申请人不在册）').first().click();
    const form = page.locator('form').filter({ has: page.getByRole('button', { name: '收件（申请人不在册）' }) });
    await choose(page, '事项', 'HF-04');
    await form.getByRole('combobox', { name: '办理所在区划' }).fill('学府社区');
    await page.keyboard.press('Enter');
    await form.getByRole('textbox', { name: '申请人姓名' }).fill('郑国华');
    await form.getByRole('textbox', { name: '电话' }).fill('13800001357');
    expect(await grave(page)).toEqual([]);
    await form.getByRole('button', { name: '收件（申请人不在册）' }).click();
    await page.waitForURL(/\/desk\/service-case\/[0-9a-f-]{36}$/);
    await page.getByRole('heading', { name: '高龄津贴申请 · 窗口' }).waitFor();
    await page.getByText('138****1357').first().waitFor();
    await page.getByText('银行卡 · 缺少').waitFor();
    expect(await main(page)).not.toMatch(/国华|13800001357/);
    const [notice] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '一次告知单' }).click()]);
    expect(notice.suggestedFilename()).toMatch(/^230903011001-\d{6}-\d{6}\.docx$/);
    await act(page, '补齐材料');
    await page.getByText('银行卡 · 已收').waitFor();
    await act(page, '提交办理');
    await act(page, '登记办理结果', async (asked) => asked.getByRole('textbox', { name: '办理结果' }).fill('已核准，自下月起发放。'));
    await act(page, '送达结果', async () => choose(page, '送达方式', '窗口领取'));
    await page.getByText('已送达').first().waitFor();
    served = path(page);
    await page.close();
  }, 60_000);

  it('the hotline is led to what is to be rated, sees whom to call, and takes the rating down; a slip is taken back', async () => {
    const page = await browsing.deskOf('callback');
    const waiting = page.locator('main').locator(`a[href="${served}"]`);
    await waiting.first().waitFor();
    await page.goto(`${browsing.product.url}/desk/service-cases?toRate=true`);
    await waiting.first().click();
    await act(page, '登记申请人的评价', async () => choose(page, '评价', '不满意'));
    await act(page, '评价登记有误，撤回', async (form) => form.getByRole('textbox', { name: '原因' }).fill('听错了。'));
    await act(page, '登记申请人的评价', async () => choose(page, '评价', '基本满意'));
    await page.close();
  }, 60_000);

  it('a visit at home is agreed from the file of a resident, and is found by who goes', async () => {
    const page = await browsing.deskOf('window', resident);
    await page.getByText('约定上门').first().click();
    const form = page.locator('form').filter({ has: page.getByRole('button', { name: '约定上门' }) });
    await choose(page, '不能到窗口的原因', '残疾');
    await form.getByLabel('约定的最早时间').fill(hourOf(24));
    await form.getByLabel('约定的最晚时间').fill(hourOf(26));
    await form.getByRole('button', { name: '约定上门' }).click();
    await page.waitForURL(/\/desk\/home-visit\/[0-9a-f-]{36}$/);
    await page.getByRole('heading', { name: '上门服务 · 残疾' }).waitFor();
    await act(page, '取消上门', async (form) => form.getByRole('textbox', { name: '原因' }).fill('居民改为自行到窗口。'));
    await page.close();
  }, 60_000);
});
