import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type DemoPerson, demoPeople, registerPeople } from '@zero-distance/local-stack';
import type { BrowserContext, Page } from 'playwright-core';
import { inChromium, startChromium } from './chromium.js';
import { type Product, startProduct } from './product.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** A PNG of one pixel. */
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVQImWP4//8/AAX+Av5Y8msOAAAAAElFTkSuQmCC', 'base64');
const PEOPLE = demoPeople('end-to-end tests');

interface Finding {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

inChromium('the pages of people, in a browser', () => {
  let product: Product;
  let browser: { readonly context: BrowserContext; readonly end: () => Promise<void> };
  /** Errors of pages, and whatever they asked for elsewhere. */
  const problems: string[] = [];

  beforeAll(async () => {
    product = await startProduct();
    await registerPeople((service) => product.stack.environment(service), product.url, PEOPLE);
    browser = await startChromium();
  }, 120_000);
  afterAll(async () => {
    await browser?.end();
    await product?.stack.stop();
  });

  async function open(path: string): Promise<Page> {
    const page = await browser.context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of (?:4|5)/.test(message.text())) problems.push(`console: ${message.text()}`);
    });
    page.on('request', (request) => {
      if (!/^(?:blob|data):/.test(request.url()) && new URL(request.url()).origin !== product.url) problems.push(`asked: ${request.url()}`);
    });
    await page.goto(`${product.url}${path}`);
    return page;
  }

  /** A log-in in a browser in which nobody is. */
  async function deskOf(username: string): Promise<Page> {
    await browser.context.clearCookies();
    const { password } = PEOPLE.find((person) => person.username === username) as DemoPerson;
    const page = await open('/desk');
    await page.locator('input[name=username]').fill(username);
    await page.locator('input[name=password]').fill(password);
    await page.locator('button[type=submit]').first().click();
    await page.getByRole('navigation', { name: '主导航' }).waitFor();
    return page;
  }

  /** What a screen reader or a keyboard would trip over, as far as a program can tell. */
  async function grave(page: Page): Promise<string[]> {
    await page.evaluate(AXE);
    const findings = (await page.evaluate('axe.run().then(({ violations }) => violations)')) as readonly Finding[];
    return findings
      .filter(({ impact }) => ['serious', 'critical'].includes(impact))
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
  }

  /** Chooses in a list by typing, as a clerk does. */
  async function choose(page: Page, label: string, typed: string): Promise<void> {
    await page.getByRole('combobox', { name: label }).fill(typed);
    await page.keyboard.press('Enter');
  }

  let matter = '';
  let number = '';

  it('let a clerk register a request without the mouse: a fault stands at its field, and the matter opens with its story', async () => {
    const page = await deskOf('clerk');
    expect(await grave(page)).toEqual([]);
    await page.keyboard.press('Alt+n');
    await page.getByRole('textbox', { name: '标题' }).fill('路灯不亮');
    await page.getByRole('textbox', { name: '内容' }).fill('3号楼前路灯三天不亮。');
    await choose(page, '区划', '学府社区');
    await choose(page, '类别', '010204');
    await page.getByRole('textbox', { name: '姓名' }).fill('张三');
    await page.getByRole('textbox', { name: '电话' }).fill('12');
    expect(await grave(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByText('必须是电话号码').first().waitFor();
    await page.getByRole('textbox', { name: '电话' }).fill('13800001234');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/desk\/requests\/[0-9a-f-]{36}$/);
    await page.getByRole('heading', { name: '路灯不亮' }).waitFor();
    await page.getByText('诉求已受理').waitFor();
    await page.getByText('138****1234').waitFor();
    expect(await grave(page)).toEqual([]);
    number = (await page.getByText(/^230903011001-\d{6}-\d{6}$/).textContent()) ?? '';
    matter = page.url().slice(product.url.length);
    await page.goto(`${product.url}${matter.replace('requests', 'request')}`); // as a message to staff links to it
    await page.waitForURL(`${product.url}${matter}`);
    expect(await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])')).toBe('[{},{}]'); // neither tokens nor a draft
    await page.close();
  }, 60_000);

  it('show a handler what waits, due soonest first, and let them accept it, work on it and reply with a photo', async () => {
    const page = await deskOf('housing');
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
    await browser.context.clearCookies();
    const page = await open('/public/track');
    await page.getByRole('textbox', { name: '诉求编号' }).fill(number);
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

  it('tell who acts on what somebody else has changed meanwhile, and go on after a reload', async () => {
    const page = await deskOf('clerk');
    await page.goto(`${product.url}${matter}`); // a new page: the issuer's session lets the person in again
    await page.getByRole('button', { name: '追加' }).click();
    await page.locator('form').getByRole('textbox', { name: '所说的内容' }).fill('请尽快。');
    await page.route('**/follow-up', (route) => route.continue({ headers: { ...route.request().headers(), 'if-match': '"1"' } }), {
      times: 1,
    });
    await page.locator('form').getByRole('button', { name: '追加' }).click();
    await page.getByText('他人已先作更改').waitFor();
    await page.getByRole('button', { name: '重新载入' }).click();
    await page.locator('form').getByRole('button', { name: '追加' }).click();
    await page.getByText('已完成：追加').waitFor();
    await page.close();
  }, 60_000);

  it('are in English for whom chooses it, and still after the next log-in', async () => {
    const page = await deskOf('centre');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Work orders' }).waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    expect(await page.locator('main').textContent()).toContain('replied');
    await page.reload(); // the token is gone with the page; the session of the issuer is not
    await page.getByRole('heading', { name: 'Work orders' }).waitFor();
    expect(await grave(page)).toEqual([]);
    await page.getByRole('button', { name: '中文' }).click();
    await page.close();
  }, 60_000);

  it('let a person out, after which the desk asks for the password again', async () => {
    const page = await deskOf('clerk');
    await page.getByRole('button', { name: '退出' }).click();
    await page.locator('#logout').click();
    await page.locator('input[name=password]').waitFor();
    await page.close();
  }, 60_000);

  it('have made no error, and asked nothing of anybody else', () => {
    expect(problems).toEqual([]);
  });

  it('have types that are made of the documents as they are now', async () => {
    await promisify(execFile)(process.execPath, ['web/generate.mjs', '--check', product.url]);
  }, 60_000);
});
