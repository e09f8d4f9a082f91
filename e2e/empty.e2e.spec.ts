import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clientOf, program } from '@zero-distance/local-stack';
import { EXAMPLE_TEMPLATE } from '../libs/documents/src/template/example-template.js';
import { followPage, withShell } from './pages.js';
import { type Product, startProduct, writeDemoShell } from './product.js';

interface Configuration {
  readonly retired: readonly object[];
  readonly policies: readonly { readonly name: string; readonly value: unknown }[];
  readonly templates: readonly { readonly service: string; readonly document: string; readonly docx: string }[];
  readonly registers: readonly { readonly register: string; readonly csv?: string; readonly geojson?: string }[];
}

const directory = mkdtempSync(`${tmpdir()}/zd-empty-`);
afterAll(() => rmSync(directory, { recursive: true, force: true }));

async function using<T>(beginning: 'district' | 'empty', work: (product: Product) => Promise<T>): Promise<T> {
  const product = await startProduct(beginning);
  try {
    return await work(product);
  } finally {
    await product.stack.stop();
    rmSync(product.outbox, { recursive: true, force: true });
  }
}

/** Runs the program as it ships, with the rights of the demo client; gives what it printed. */
async function configuration({ url, clients }: Product, ...args: string[]): Promise<string> {
  const { id, secret } = clientOf(clients, 'demo');
  const env = { ...process.env, ZD_URL: url, ZD_CLIENT_ID: id, ZD_CLIENT_SECRET: secret };
  const { stdout } = await promisify(execFile)(process.execPath, [...program('services/gateway', 'configuration'), ...args], {
    env,
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}

/** What a register has, whatever its order: ids, versions and when something was retired are each system's own. */
const comparable = ({ policies, registers, templates, retired }: Configuration) => ({
  policies,
  retired,
  templates,
  registers: registers.map(({ register, csv, geojson }) => ({ register, rows: csv === undefined ? drawn(geojson) : withoutOwn(csv) })),
});

const drawn = (geojson = ''): unknown[] =>
  (JSON.parse(geojson) as { features: { properties: object; geometry: object }[] }).features.map(({ properties, geometry }) => ({
    ...properties,
    geometry,
  }));

function withoutOwn(csv: string): string[] {
  const [head = [], ...rows] = csv.trimEnd().split('\r\n').map(cellsOf);
  const isOwn = head.map((title) => /\/ (?:its )?(?:id|version|since when it is no more)\b/.test(title));
  return [head, ...rows].map((row) => row.filter((_, i) => !isOwn[i]).join(',')).sort();
}

const cellsOf = (row: string): string[] => [...row.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^,]*)/g)].map(([, cell = '']) => cell);

const RING = [
  [131.012, 45.768],
  [131.022, 45.768],
  [131.022, 45.776],
  [131.012, 45.768],
];
const FEATURE = { type: 'Feature', properties: { code: '230903011001' }, geometry: { type: 'Polygon', coordinates: [RING] } };
const WORDS = {
  'request-registered': { zh: '【桃山区】诉求{number}已收到。', en: 'Taoshan: {number} has been taken in.' },
  'request-answered': { zh: '【桃山区】诉求{number}已答复，请评价：{link}', en: 'Taoshan: {number} has been answered: {link}' },
};
const RETIRED = { service: 'intake', register: 'areas', code: '230903011097', successor: '230903011098' };
const AREAS = ['97', '98'].reduce(
  (csv, n) => `${csv}2309030110${n},第${n}社区居民委员会,residents_committee,NBS-2023\r\n`,
  'code,name,kind,edition\r\n',
);
/** What the demo has none of. */
const MORE = {
  retired: [RETIRED],
  format: 'zero-distance-configuration/1',
  version: '0.0.0',
  madeAt: '2026-01-01T00:00:00Z',
  policies: [{ service: 'intake', name: 'message-texts', value: WORDS }],
  templates: [{ service: 'dispatch', document: 'order-sheet', docx: EXAMPLE_TEMPLATE }],
  registers: [
    { service: 'intake', register: 'areas', csv: AREAS },
    { service: 'intake', register: 'area-boundaries', geojson: JSON.stringify({ type: 'FeatureCollection', features: [FEATURE] }) },
  ],
};

describe('an empty system', () => {
  it('becomes, by the configuration of another, one whose configuration is the same', async () => {
    const more = `${directory}/more.json`;
    writeFileSync(more, `\uFEFF${JSON.stringify(MORE)}`); // as editors on Windows write it
    const exported = await using('district', async (product) => {
      await configuration(product, 'import', more);
      const unknown = { ...MORE, registers: [], templates: [{ service: 'dispatch', document: 'order-shet', docx: '' }] };
      writeFileSync(more, JSON.stringify(unknown));
      const refused = await configuration(product, 'import', more).catch(({ stderr }: { stderr: string }) => stderr);
      expect(refused).toMatch(
        /^dispatch template order-shet: \/templates\/0: there are .*order-sheet.*: correct the name, or take it out of the file$/m,
      );
      return configuration(product, 'export');
    });
    const district = JSON.parse(exported) as Configuration;
    expect(exported).toContain('131.022');
    expect(district.retired).toEqual([RETIRED]);
    expect(district.policies.find(({ name }) => name === 'message-texts')?.value).toEqual(WORDS);
    expect(district.templates).toEqual([{ service: 'dispatch', document: 'order-sheet', docx: EXAMPLE_TEMPLATE }]);
    const file = `${directory}/district.json`;
    writeFileSync(file, exported);
    const got = await using('empty', async (product) => {
      expect(comparable(JSON.parse(await configuration(product, 'export')) as Configuration)).not.toEqual(comparable(district));
      await configuration(product, 'import', file); // fails when a row or a policy is refused
      return configuration(product, 'export');
    });
    expect(comparable(JSON.parse(got) as Configuration)).toEqual(comparable(district));
  }, 120_000);

  describe('and its operator', () => {
    let product: Product;
    beforeAll(async () => {
      product = await startProduct('empty');
    }, 60_000);
    afterAll(() => product?.stack.stop());

    withShell(
      'who follows docs/chains/load-your-district.md have a district, and its first request finds its organisation',
      () => {
        writeDemoShell(product, `${directory}/demo.env`);
        return followPage('load-your-district', `${directory}/demo.env`);
      },
      100_000,
    );
  });
});
