import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { OPERATIONS } from '../web/operations.mjs';
import { Browsing, choose, grave, PICTURE } from './browsing.js';
import { inChromium } from './chromium.js';

inChromium('the pages of people, in a browser', () => {
  let browsing: Browsing;
  let url = '';
  beforeAll(async () => {
    browsing = await Browsing.start();
    ({ url } = browsing.product);
  }, 120_000);
  afterAll(() => browsing?.stop());

  let matter = '';
  let number = '';

  it('let a clerk register a request without the mouse: a fault stands at its field, and the matter opens with its story', async () => {
    const page = await browsing.deskOf('clerk');
    expect(await grave(page)).toEqual([]);
    await page.keyboard.press('Alt+n');
    await page.getByRole('textbox', { name: '标题' }).fill('路灯不亮');
    await page.getByRole('textbox', { name: '内容' }).fill('3号楼前路灯三天不亮。');
    await choose(page, '区划', '学府社区');
    await choose(page, '类别', '010204');
    await page.getByRole('textbox', { name: '诉求人姓名' }).fill('张三');
    await page.getByRole('textbox', { name: '诉求人电话' }).fill('12');
    expect(await grave(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByText('必须是电话号码').first().waitFor();
    expect(await page.locator('main').textContent()).not.toContain('reporter.'); // in their words, not the API's
    await page.getByRole('textbox', { name: '诉求人电话' }).fill('13800001234');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/desk\/requests\/[0-9a-f-]{36}$/);
    await page.getByRole('heading', { name: '路灯不亮' }).waitFor();
    await page.getByText('诉求已受理').waitFor();
    await page.getByText('138****1234').waitFor();
    expect(await grave(page)).toEqual([]);
    number = (await page.getByText(/^230903011001-\d{6}-\d{6}$/).textContent()) ?? '';
    matter = page.url().slice(url.length);
    await page.goto(`${url}${matter.replace('requests', 'request')}`); // as a message to staff links to it
    await page.waitForURL(`${url}${matter}`);
    expect(await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])')).toBe('[{},{}]'); // neither tokens nor a draft
    await page.close();
  }, 60_000);

  it('show a handler what waits, due soonest first, and let them accept it, work on it and reply with a photo', async () => {
    const page = await browsing.deskOf('housing');
    await page.getByRole('link', { name: '路灯不亮' }).first().click();
    await page.getByRole('heading', { name: '工单' }).waitFor();
    for (const action of ['签收', '开始办理']) {
      await page.getByRole('button', { name: action }).click();
      await page.locator('form').getByRole('button', { name: action }).click();
      await page.getByText(`已完成：${action}`).waitFor();
    }
    await page.getByRole('button', { name: '反馈办理结果' }).click();
    await page.getByRole('textbox', { name: '办理情况' }).fill('已更换灯头，恢复照明。');
    await page.getByLabel('照片和文件').setInputFiles({ name: 'lamp.png', mimeType: 'image/png', buffer: PICTURE });
    expect(await grave(page)).toEqual([]);
    await page.locator('form').getByRole('button', { name: '反馈办理结果' }).click();
    await page.getByText('已完成：反馈办理结果').waitFor();
    await page.getByText('已更换灯头，恢复照明。').waitFor();
    await page.getByRole('img', { name: '办理结果' }).waitFor(); // it needs the token, and is shown
    await page.close();
  }, 60_000);

  it('tell who asked, without a log-in, how far it is, and nothing to who has the wrong digits', async () => {
    const page = await browsing.openAsNobody('/public/track');
    await page.getByRole('textbox', { name: '编号' }).fill(number);
    await page.getByRole('textbox', { name: '电话后四位' }).fill('12');
    await page.keyboard.press('Enter');
    await page.getByText('必须是四位数字').waitFor();
    await page.getByRole('textbox', { name: '电话后四位' }).fill('9999');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('后四位');
    await page.getByRole('textbox', { name: '电话后四位' }).fill('1234');
    await page.keyboard.press('Enter');
    await page.getByText('承办单位正在办理').waitFor();
    expect(await page.locator('main').textContent()).not.toContain('路灯');
    expect(await grave(page)).toEqual([]);
    await page.close();
  }, 60_000);

  it('let anybody report a photo without a log-in, and track it by the number and the code that they are given', async () => {
    const page = await browsing.openAsNobody('/public/report');
    await page.setViewportSize({ width: 360, height: 740 }); // a telephone's
    expect(await grave(page)).toEqual([]);
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('alert').waitFor(); // neither a photo nor a word
    await page.getByLabel('照片').setInputFiles({ name: 'IMG_0001.png', mimeType: 'image/png', buffer: PICTURE });
    await page.getByRole('textbox', { name: '看到了什么' }).fill('井盖缺失');
    await page.getByRole('textbox', { name: '在哪里' }).fill('学府街口');
    await page.getByRole('textbox', { name: '姓名' }).fill('王小明');
    await page.getByRole('textbox', { name: '电话' }).fill('12');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('必须是电话号码').first().waitFor();
    await page.getByRole('textbox', { name: '电话' }).fill('13900005678');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('请记下编号和查询码').waitFor();
    expect(await grave(page)).toEqual([]);
    const given = await page.locator('strong').allTextContents();
    expect(given).toEqual([expect.stringMatching(/^230903-\d{6}-\d{6}$/), '5678']);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await page.getByRole('link', { name: '查询进展' }).click();
    expect(await page.getByRole('textbox', { name: '编号' }).inputValue()).toBe(given[0]); // it came along
    await page.getByRole('textbox', { name: '查询码' }).fill('5678');
    await page.keyboard.press('Enter');
    await page.getByText('正在核实').waitFor();
    expect(await page.locator('main').textContent()).not.toMatch(/井盖|王/);
    await page.close();
  }, 60_000);

  it('are no wider than a telephone, in either language, whoever looks', async () => {
    for (const username of ['clerk', 'admin', 'window', 'care', 'mediator', 'inspector']) {
      const page = await browsing.deskOf(username);
      await page.setViewportSize({ width: 390, height: 844 });
      for (const language of ['English', '中文']) {
        await page.getByRole('button', { name: language }).click();
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      }
      await page.close();
    }
  }, 120_000);

  it('show a grid worker a matter without a word of what is not theirs to read', async () => {
    const page = await browsing.deskOf('grid');
    const callbacks = page.waitForResponse((answer) => answer.url().includes('/v1/callbacks?'));
    await page.goto(`${url}${matter}`);
    expect((await callbacks).status()).toBe(403);
    await page.getByText('诉求已受理').waitFor();
    expect(await page.getByText('需要以下角色').count()).toBe(0);
    await page.close();
  }, 60_000);

  it('find what is over by its number, and keep a telephone number out of the address', async () => {
    const page = await browsing.deskOf('centre');
    const orders = page.waitForRequest((asked) => asked.url().includes('/v1/work-orders?'));
    await page.goto(`${url}/desk/orders?q=${number}`);
    expect((await orders).url()).not.toContain('sort='); // by due time alone stands what is not over
    await page.locator('main').getByRole('link', { name: '路灯' }).first().waitFor();
    await page.getByRole('searchbox').first().fill('13800001234');
    await page.keyboard.press('Enter');
    await page.getByText('按电话查找').waitFor();
    expect(page.url()).not.toContain('13800001234');
    await page.close();
  }, 60_000);

  it('load again what somebody else has changed meanwhile, and keep what was filled in, even when the network is away for a moment', async () => {
    const page = await browsing.deskOf('clerk');
    await page.goto(`${url}${matter}`); // a new page: the issuer's session lets the person in again
    await page.getByRole('button', { name: '追加' }).click();
    await page.locator('form').getByRole('textbox', { name: '所说的内容' }).fill('请尽快。');
    await page.route('**/follow-up', (route) => route.continue({ headers: { ...route.request().headers(), 'if-match': '"1"' } }), {
      times: 1,
    });
    const isDetail = (asked: URL) => asked.pathname.endsWith(`/v1/requests/${matter.split('/').at(-1)}`);
    await page.route(isDetail, (route) => route.fulfill({ status: 503 }));
    await page.locator('form').getByRole('button', { name: '追加' }).click();
    await page.getByText('他人已先作更改').waitFor();
    await page.locator('main').getByRole('alert').nth(1).waitFor(); // what cannot be loaded again is told above the form
    await page.unroute(isDetail);
    await page.locator('form').getByRole('button', { name: '追加' }).click();
    await page.getByText('已完成：追加').waitFor();
    await page.close();
  }, 60_000);

  it('are in English for whom chooses it, and still after the next log-in', async () => {
    const page = await browsing.deskOf('centre');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'To do' }).waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    await page.locator('main').getByText('replied').first().waitFor();
    await page.reload(); // the token is gone with the page; the session of the issuer is not
    await page.getByRole('heading', { name: 'To do' }).waitFor();
    expect(await grave(page)).toEqual([]);
    await page.getByRole('button', { name: '中文' }).click();
    await page.close();
  }, 60_000);

  it('let a person out, after which the desk asks for the password again', async () => {
    const page = await browsing.deskOf('clerk');
    await page.getByRole('button', { name: '退出' }).click();
    await page.locator('#logout').click();
    await page.locator('input[name=password]').waitFor();
    await page.close();
  }, 60_000);

  it('have made no error, and asked nothing of anybody else', () => {
    expect(browsing.problems).toEqual([]);
  });

  it('have types that are made of the documents as they are now', async () => {
    await promisify(execFile)(process.execPath, ['web/generate.mjs', '--check', url]);
  }, 60_000);

  it('ask for the scopes that what they call needs, and for none besides but those of lists as files and of live news', async () => {
    const { scopes } = (await (await fetch(`${url}/desk/settings.json`)).json()) as { scopes: string[] };
    const needed = await Promise.all(Object.entries(OPERATIONS).map(([service, operations]) => scopesOf(url, service, operations)));
    const services = Object.keys(OPERATIONS).filter((service) => service !== 'gateway'); // whose lists the desk does not show
    expect(scopes.toSorted()).toEqual(
      [...new Set([...needed.flat(), ...services.map((service) => `${service}:export`), 'gateway:listen'])].toSorted(),
    );
    const guide = readFileSync('docs/operators/README.md', 'utf8');
    expect(guide).toContain(`{"id":"desk","name":"工作台","secret":null,"scopes":${JSON.stringify(scopes)},`);
  });
});

/** The scopes of these operations, as the document of their service says. */
async function scopesOf(url: string, service: string, operations: readonly string[]): Promise<string[]> {
  const { paths } = (await (await fetch(`${url}/api/${service}/openapi.json`)).json()) as {
    paths: Record<string, Record<string, { security?: { oauth2?: string[] }[] }>>;
  };
  return operations.flatMap((operation) => {
    const [method = '', path] = operation.split(' ');
    const { security = [] } = paths[`/api/${service}/v1${path}`]?.[method.toLowerCase()] ?? {};
    return security.flatMap(({ oauth2 = [] }) => oauth2);
  });
}
