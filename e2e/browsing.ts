import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from '@jest/globals';
import { type DemoPerson, demoPeople, registerPeople } from '@zero-distance/local-stack';
import { eventually } from '@zero-distance/testing';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { startChromium } from './chromium.js';
import { type Product, startProduct } from './product.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** A PNG of one pixel. */
export const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVQImWP4//8/AAX+Av5Y8msOAAAAAElFTkSuQmCC',
  'base64',
);
const PEOPLE = demoPeople('end-to-end tests');

interface Finding {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** The whole product, the people of the demo, and a browser that one of them sits at. */
export class Browsing {
  /** Errors of pages, and whatever they asked for elsewhere. */
  readonly problems: string[] = [];

  private constructor(
    readonly product: Product,
    private readonly browser: { readonly context: BrowserContext; readonly end: () => Promise<void> },
  ) {}

  static async start(): Promise<Browsing> {
    const product = await startProduct();
    await registerPeople((service) => product.stack.environment(service), product.url, PEOPLE);
    return new Browsing(product, await startChromium());
  }

  async stop(): Promise<void> {
    await this.browser.end();
    await this.product.stack.stop();
  }

  /** A page of whoever nobody knows. */
  async openAsNobody(path: string): Promise<Page> {
    await this.browser.context.clearCookies();
    return this.open(path);
  }

  async open(path: string): Promise<Page> {
    const { url } = this.product;
    const page = await this.browser.context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => this.problems.push(`error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of (?:4|5)/.test(message.text())) this.problems.push(`console: ${message.text()}`);
    });
    page.on('request', (request) => {
      if (!/^(?:blob|data):/.test(request.url()) && new URL(request.url()).origin !== url) this.problems.push(`asked: ${request.url()}`);
    });
    await page.goto(`${url}${path}`);
    return page;
  }

  /** A log-in in a browser in which nobody is. */
  async deskOf(username: string, path = '/desk'): Promise<Page> {
    const { password } = PEOPLE.find((person) => person.username === username) as DemoPerson;
    const page = await this.openAsNobody(path);
    await page.locator('input[name=username]').fill(username);
    await page.locator('input[name=password]').fill(password);
    await page.locator('button[type=submit]').first().click();
    await page.getByRole('navigation', { name: '主导航' }).waitFor();
    return page;
  }
}

/** What a screen reader or a keyboard would trip over, as far as a program can tell. */
export async function grave(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const findings = (await page.evaluate('axe.run().then(({ violations }) => violations)')) as readonly Finding[];
  return findings
    .filter(({ impact }) => ['serious', 'critical'].includes(impact))
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
}

/** Chooses in a list by typing, as a clerk does. */
export async function choose(page: Page, label: string, typed: string, nth = 0): Promise<void> {
  await page.getByRole('combobox', { name: label }).nth(nth).fill(typed);
  await page.keyboard.press('Enter');
}

/** Opens the form of an action, fills in what it asks, and sends it. */
export async function act(page: Page, action: string, fill: (form: Locator) => Promise<unknown> = async () => undefined): Promise<void> {
  await page.getByRole('button', { name: action, exact: true }).first().click();
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: action, exact: true }) });
  await fill(form);
  expect(await grave(page)).toEqual([]);
  await eventually(() => send(page, action, form));
}

/** What another service did to it while the form was filled in is loaded again, and the form is sent once more: as a person does. */
async function send(page: Page, action: string, form: Locator): Promise<void> {
  const done = page.getByText(`已完成：${action}`);
  const refused = form.getByRole('alert');
  await form.getByRole('button', { name: action, exact: true }).click();
  await done.or(refused).first().waitFor();
  expect(await refused.allInnerTexts()).toEqual([]);
}

/** Fills in one field of a form. */
export const text = (label: string, words: string) => (form: Locator) => form.getByRole('textbox', { name: label }).fill(words);
