import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually, photo } from '@zero-distance/testing';
import type { Page } from 'playwright-core';
import { Browsing, grave } from './browsing.js';
import { inChromium } from './chromium.js';
import { as } from './product.js';

interface Code {
  addData(text: string): void;
  make(): void;
  getModuleCount(): number;
  isDark(row: number, column: number): boolean;
}
/** What draws the codes, as the pages have it. */
const qrcode = createRequire(`${process.cwd()}/web/package.json`)('qrcode-generator') as (version: 0, level: 'Q') => Code;

const HERE = { longitude: 131.0159, latitude: 45.7712 };
const LAMP = {
  kind: 'complaint',
  channel: 'hotline-12345',
  categoryCode: '010204',
  areaCode: '230903011001',
  title: '路灯',
  text: '不亮。',
};
const COVERED = { masks: [{ left: 0, top: 0, width: 1, height: 1 }] };

/** A picture without any compression, of more megabytes than a service takes. */
function largePicture(): Buffer {
  const [width, height] = [3200, 3000];
  const picture = Buffer.alloc(54 + width * height * 3, 0x7f);
  picture.fill(0, 0, 54);
  picture.write('BM');
  picture.writeUInt32LE(picture.length, 2);
  for (const [value, at] of [
    [54, 10],
    [40, 14],
    [width, 18],
    [height, 22],
  ] as const)
    picture.writeUInt32LE(value, at);
  picture.writeUInt16LE(1, 26);
  picture.writeUInt16LE(24, 28);
  return picture;
}

inChromium('the pages without a log-in', () => {
  let browsing: Browsing;
  let url = '';
  beforeAll(async () => {
    browsing = await Browsing.start();
    ({ url } = browsing.product);
  }, 120_000);
  afterAll(() => browsing?.stop());

  it('make a photo smaller that is larger than a service takes, and send that', async () => {
    const page = await browsing.openAsNobody('/public/report');
    await page.getByLabel('照片').setInputFiles({ name: 'wall.bmp', mimeType: 'image/bmp', buffer: largePicture() });
    await page.getByRole('textbox', { name: '看到了什么' }).fill('围墙倾斜');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('请记下编号和查询码').waitFor();
    const telephone = await as(browsing.product, 'demo-hotline');
    const { body } = await telephone.get<{ items: { id: string; text: string }[] }>('/api/intake/v1/snapshot-reports?state=reported');
    const { id } = body.items.find(({ text }) => text === '围墙倾斜') as { id: string };
    const report = await telephone.get<{ files: { mediaType: string; width: number }[] }>(`/api/intake/v1/snapshot-reports/${id}`);
    expect(report.body.files).toMatchObject([{ mediaType: 'image/jpeg' }]);
    await page.close();
  }, 60_000);

  it('say how large a photo may be before anything is sent of one that cannot be made smaller', async () => {
    const page = await browsing.openAsNobody('/public/report');
    let sent = 0;
    page.on('request', (request) => {
      if (request.method() === 'POST') sent++;
    });
    const unreadable = { name: 'IMG_0001.heic', mimeType: 'image/heic', buffer: Buffer.alloc(26 * 1024 * 1024, 1) };
    await page.getByLabel('照片').setInputFiles(unreadable);
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('alert').getByText('超过 25 MB').waitFor();
    expect(sent).toBe(0);
    await page.close();
  }, 60_000);

  it('show who is about to report what others have reported there already, and lead to it by its number', async () => {
    const telephone = await as(browsing.product, 'demo-hotline');
    const point = { type: 'Point', coordinates: [HERE.longitude, HERE.latitude] };
    const { body } = await telephone.post<{ number: string }>('/api/intake/v1/requests', { ...LAMP, point });
    const page = await browsing.openAsNobody('/public/report');
    await page.context().grantPermissions(['geolocation'], { origin: url });
    await page.context().setGeolocation(HERE);
    await page.getByRole('button', { name: '附上我的位置' }).click();
    const nearby = page.getByRole('region', { name: '附近已有人反映' });
    await nearby.getByRole('listitem').filter({ hasText: '学府社区' }).first().waitFor();
    expect(await grave(page)).toEqual([]);
    await nearby.getByRole('button', { name: '就是这件' }).first().click();
    await nearby.getByText(body.number).waitFor();
    expect(await nearby.textContent()).not.toContain('不亮');
    await nearby.getByRole('link', { name: '办结后在公示台账查看' }).click();
    await page.getByText(`${body.number} 尚未办结`).waitFor();
    await page.close();
  }, 60_000);

  it('show the card of a grid, and a sign to print whose code leads to it', async () => {
    const address = `${url}/public/grids/230903011001001`;
    const page = await browsing.openAsNobody('/public/grids/230903011001001');
    const telephone = await as(browsing.product, 'demo-hotline');
    const { body } = await telephone.get<{ name: string; workerName: string; supervisionPhone: string }>(
      '/api/intake/v1/public/grids/230903011001001',
    );
    await page.getByRole('heading', { name: body.name }).waitFor();
    for (const said of [body.workerName, body.supervisionPhone]) await page.getByText(said).first().waitFor();
    expect(await grave(page)).toEqual([]);
    await page.getByRole('link', { name: '打印网格牌' }).click();
    const code = page.getByRole('img', { name: '扫码查看网格卡' });
    await code.waitFor();
    expect(await code.locator('path').getAttribute('d')).toBe(codeOf(address));
    expect(await grave(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('Complaints about the grid').waitFor();
    await page.getByRole('button', { name: '中文' }).click();
    await page.close();
  }, 60_000);

  it.each([
    ['230903011001999', '没有登记网格 230903011001999'],
    ['0464', 'code 须为 15 位网格代码'],
  ])('say what is wrong with the code of a grid that there is not, %s', async (code, said) => {
    const nowhere = await browsing.openAsNobody(`/public/grids/${code}`);
    await nowhere.getByRole('alert').getByText(said).waitFor();
    await nowhere.close();
  });

  it('show what a group of residents can have, in both languages and on a telephone, and lead from one group to the other', async () => {
    const page = await browsing.openAsNobody('/public/service-menu?group=living-alone-elderly');
    const check = page.getByRole('heading', { name: '健康体检' });
    await check.waitFor();
    await page.getByText('3 个工作日').first().waitFor();
    expect(await grave(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('Papers to bring').first().waitFor();
    await page.getByRole('link', { name: 'Everyone' }).click();
    await page.getByRole('heading', { name: 'Service menu' }).waitFor();
    await page.getByText('working days').first().waitFor();
    expect(await check.count()).toBe(0);
    await page.getByRole('button', { name: '中文' }).click();
    await page.close();
  }, 60_000);

  it('show who asked the pictures before and after, once they are approved, and no more when one is withdrawn', async () => {
    const { clerk, housing, centre, demo, order, before, number } = await mended();
    const page = await browsing.openAsNobody(`/public/track#${number}`);
    expect(await track(page)).toEqual([]); // nobody has approved them
    await clerk.post(`/api/intake/v1/files/${before}/rendition`, COVERED);
    await demo.post(`/api/intake/v1/files/${before}/rendition/approve`, {});
    const { body } = await centre.get<{ files: { id: string }[] }>(`/api/dispatch/v1/work-orders/${order}`);
    const after = `/api/dispatch/v1/files/${body.files[0]?.id}/rendition`;
    await housing.post(after, COVERED);
    await demo.post(`${after}/approve`, {});
    await eventually(async () => expect(await track(page)).toEqual(['上报时', '办理后']));
    const areDrawn = '[...document.images].every(({ complete, naturalWidth }) => complete && naturalWidth > 0)';
    await eventually(async () => expect(await page.evaluate(areDrawn)).toBe(true));
    expect(await grave(page)).toEqual([]);
    await housing.post(`${after}/revoke`, {});
    await eventually(async () => expect(await track(page)).toEqual(['上报时']));
    await page.close();
  }, 90_000);

  it('tell who applied at a window what is missing of it, by its number and the telephone they left', async () => {
    const community = await as(browsing.product, 'demo-community');
    const applied = { itemCode: 'HF-04', mode: 'window', areaCode: LAMP.areaCode, applicant: { name: '诸葛甲', phone: '13611111234' } };
    const materials = [{ name: '身份证', state: 'present' }];
    const { body } = await community.post<{ number: string }>('/api/intake/v1/service-cases', { ...applied, materials });
    const page = await browsing.openAsNobody(`/public/track#${body.number}`);
    await page.getByRole('combobox', { name: '查什么' }).selectOption('service-case');
    await track(page);
    await page.getByText('还缺：银行卡').waitFor();
    expect(await page.getByText('诸葛').count()).toBe(0);
    expect(await grave(page)).toEqual([]);
    await page.close();
  }, 60_000);

  it('tell who waits by when an answer is promised, and of what is put off until which day, in both languages', async () => {
    const { housing, centre, order, number } = await given();
    const page = await browsing.openAsNobody(`/public/track#${number}`);
    await track(page);
    await page.getByText(/^承诺 .+ 前答复$/).waitFor();
    await housing.post(`/api/dispatch/v1/work-orders/${order}/accept`, {});
    const reviewOn = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
    const parking = { kind: 'parking', reviewOn, reason: '待开春化冻。' };
    const asked = await housing.post<{ id: string }>(`/api/dispatch/v1/work-orders/${order}/applications`, parking);
    expect((await centre.post(`/api/dispatch/v1/applications/${asked.body.id}/grant`, { reason: '同意。' })).status).toBe(200);
    await eventually(async () => {
      await track(page);
      expect(await page.getByText('经批准暂缓办理').count()).toBe(1);
    });
    await page.getByText(/^最迟于 \d{4}年\d+月\d+日 恢复办理$/).waitFor();
    expect(await page.getByText('承诺').count()).toBe(0);
    expect(await grave(page)).toEqual([]);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('It is put off, with approval').waitFor();
    await page.getByText(/^To be taken up again on .+ at the latest$/).waitFor();
    await page.getByRole('button', { name: '中文' }).click();
    await page.close();
  }, 60_000);

  it('have made no error, and asked nothing of anybody else', () => {
    expect(browsing.problems).toEqual([]);
  });

  /** A request with a photo, which its lead has. */
  async function given() {
    const [clerk, housing, centre, demo] = await Promise.all(
      ['demo-hotline', 'demo-housing', 'demo-centre', 'demo'].map((id) => as(browsing.product, id)),
    );
    if (!clerk || !housing || !centre || !demo) throw new Error('no clients');
    const before = (await clerk.post<{ id: string }>('/api/intake/v1/files', photo())).body.id;
    const requester = { name: '张三', phone: '13800001234' };
    const request = (await clerk.post<{ id: string; number: string }>('/api/intake/v1/requests', { ...LAMP, requester, files: [before] }))
      .body;
    const order = await eventually(async () => {
      const { body } = await housing.get<{ items: { id: string }[] }>(
        `/api/dispatch/v1/work-orders?requestId=${request.id}&state=dispatched`,
      );
      expect(body.items).toHaveLength(1);
      return body.items[0]?.id;
    });
    return { clerk, housing, centre, demo, order, before, number: request.number };
  }

  /** The same, answered with another photo. */
  async function mended() {
    const { housing, centre, order, ...also } = await given();
    const sent = (await housing.post<{ id: string }>('/api/dispatch/v1/files', photo())).body.id;
    for (const [action, said] of [
      ['accept', {}],
      ['start', {}],
      ['reply', { result: 'solved', text: '已更换灯头。', files: [sent] }],
    ] as const)
      expect((await housing.post(`/api/dispatch/v1/work-orders/${order}/${action}`, said)).status).toBe(200);
    await centre.post(`/api/dispatch/v1/work-orders/${order}/approve`, { publicAnswer: '路灯已修复。' });
    return { ...also, housing, centre, order };
  }
});

/** Looks the number up that stands there; gives what the pictures are called. */
async function track(page: Page): Promise<string[]> {
  await page.getByRole('textbox', { name: '电话后四位' }).fill('1234');
  await page.getByRole('button', { name: '查询' }).click();
  await page.getByRole('heading', { name: /^230903011001-/ }).waitFor();
  await page.waitForLoadState('networkidle');
  return page.locator('figcaption').allTextContents();
}

/** The dark squares of the code of an address, in the order of its rows. */
function codeOf(address: string): string {
  const made = qrcode(0, 'Q');
  made.addData(address);
  made.make();
  const all = Array.from({ length: made.getModuleCount() }, (_, at) => at);
  return all.flatMap((row) => all.filter((column) => made.isDark(row, column)).map((column) => `M${column} ${row}h1v1h-1z`)).join('');
}
