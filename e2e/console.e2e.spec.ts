import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { inChromium, startChromium } from './chromium.js';
import { type Product, startProduct } from './product.js';

inChromium('the console in a browser', () => {
  let product: Product;
  let browser: Awaited<ReturnType<typeof startChromium>>;
  let page: Page;
  /** What the console's page complained of, from its first request on. */
  const problems: string[] = [];

  beforeAll(async () => {
    product = await startProduct(); // first: a browser left open by a product that does not start would keep jest waiting
    browser = await startChromium();
    page = await browser.context.newPage();
    page.setDefaultTimeout(30_000);
    page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(`console: ${message.text()} ${message.location().url}`);
    });
    await page.goto(`${product.url}/console`);
    await page.locator('.topbar select option').first().waitFor({ state: 'attached' }); // the console draws itself after the page has loaded
  }, 120_000);
  afterAll(async () => {
    await browser?.end();
    await product?.stack.stop();
  });

  it('offers the six documents in one drop-down', async () => {
    const options = await page.locator('.topbar select option').allTextContents();
    expect(options).toHaveLength(6);
  }, 60_000);

  it('shows each document with its operations, without an error from the first request to the last', async () => {
    const values = await page
      .locator('.topbar select option')
      .evaluateAll((all) => all.map((option) => option.getAttribute('value') ?? ''));
    for (const value of values) {
      await page.selectOption('.topbar select', value);
      const path = new URL(value, product.url).pathname.split('/')[2];
      await page.locator(`.opblock-summary-path[data-path*="/${path}/"], .opblock-summary-path[data-path*="/oidc/"]`).first().waitFor();
    }
    expect(values).toHaveLength(6);
    expect(problems).toEqual([]);
  }, 90_000);

  it('authorizes with the demo client, by the first of its two ways in, and the example of taking a request in works as it stands', async () => {
    const intake = await page
      .locator('.topbar select option')
      .evaluateAll((all) => all.map((option) => option.getAttribute('value') ?? '').find((value) => value.includes('/intake/')) ?? '');
    await page.selectOption('.topbar select', intake);
    await page.locator('.btn.authorize').first().click();
    const [demo] = product.clients;
    await page.locator('#client_id_clientCredentials').fill(demo?.id ?? '');
    await page.locator('#client_secret_clientCredentials').fill(demo?.secret ?? '');
    await page.getByText('select all', { exact: true }).first().click();
    await page.locator('.auth-btn-wrapper .authorize').first().click();
    await page.getByText('Logout').first().waitFor();
    await page.locator('.btn-done').first().click();

    // A long document is drawn only where it is looked at: people find the operation by its group, as the box at the top offers.
    await page.locator('.operation-filter-input').fill('诉求 / Requests');
    const operation = page.locator('.opblock-post', { has: page.locator('[data-path="/api/intake/v1/requests"]') }).first();
    await operation.locator('.opblock-summary-control').click();
    await operation.locator('.execute').click();
    const status = operation.locator('.live-responses-table tbody .response-col_status').first();
    await status.waitFor();
    expect((await status.textContent())?.trim()).toMatch(/^201/);
    expect(problems).toEqual([]);
  }, 90_000);

  it('stands beside a public ledger that has no error to tell of either, but that no month has been published in a new district', async () => {
    await page.goto(`${product.url}/public`);
    await page.locator('#figures-note').getByText('There are no figures to show').waitFor();
    expect(problems.filter((problem) => !/404.*\/public\/figures/.test(problem))).toEqual([]);
  }, 60_000);
});
