import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { act, Browsing, choose, grave } from './browsing.js';
import { inChromium } from './chromium.js';
import { as } from './product.js';

const day = (ahead: number): string => new Date(Date.now() + (8 + 24 * ahead) * 3_600_000).toISOString().slice(0, 10);

inChromium('the desk of a door-knocking round', () => {
  let browsing: Browsing;
  beforeAll(async () => {
    browsing = await Browsing.start();
  }, 120_000);
  afterAll(() => browsing?.stop());

  it('a clerk plans a round and opens it, and a knock is recorded on a page as narrow as a telephone', async () => {
    const page = await browsing.deskOf('clerk', '/desk/rounds');
    await page.getByText('计划敲门行动').first().click();
    const form = page.locator('form').filter({ has: page.getByRole('button', { name: '计划敲门行动' }) });
    await form.getByRole('textbox', { name: '名称' }).fill('冬季敲门行动');
    await form.getByLabel('开始日').fill(day(0));
    await form.getByLabel('截止日').fill(day(10));
    await choose(page, '社区（村）', '学府社区');
    await form.getByRole('button', { name: '计划敲门行动' }).click();
    await page.waitForURL(/\/desk\/round\/[0-9a-f-]{36}$/);
    const id = new URL(page.url()).pathname.split('/').at(-1) as string;
    const clerk = await as(browsing.product, 'demo-hotline');
    const households = [1, 2].map((n) => ({ areaCode: '230903011001', address: `学府社区9号楼${n}室` }));
    const put = await clerk.post(`/api/intake/v1/rounds/${id}/targets`, { households });
    expect(put.status).toBe(200);
    await act(page, '开始：名单自此冻结', async () => undefined);
    await page.getByText('第1户 · 未敲门').waitFor();
    await page.setViewportSize({ width: 390, height: 800 });
    await page.getByText('登记敲门').first().click();
    await choose(page, '结果', '见到');
    await page.getByRole('button', { name: '登记敲门' }).click();
    await page.getByText('50%').first().waitFor();
    await page.getByRole('button', { name: '看全部住户' }).click();
    await page.getByText(/第1户 · .*(?:见到|已见)/).waitFor();
    expect(await page.locator('main').textContent()).not.toMatch(/9号楼/);
    expect(await grave(page)).toEqual([]);
    await page.close();
  }, 60_000);
});
