import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SERVICES } from '@zero-distance/contracts';
import { loadExamples } from '@zero-distance/local-stack';
import { eventually, type HttpAnswer, type HttpClient, photo, type RequestOptions } from '@zero-distance/testing';
import {
  answersWithoutHeaders,
  type CodeTable,
  membersLeftOut,
  oddNames,
  oddTags,
  undecidedTexts,
  unfilledExamples,
  unlimitedInputs,
  untypedMembers,
  wordsWithoutNames,
} from './document-laws.js';
import { type ExampleCall, entriesOf, exampleCalls, FORM, type OpenApi } from './examples.js';
import { followPage, withShell } from './pages.js';
import { as, type Product, startProduct, writeDemoShell } from './product.js';

let product: Product;
let directory: string;
let demoEnv: string;

beforeAll(async () => {
  product = await startProduct();
  await loadExamples(product.url, product.clients); // as `npm start` does, after which people follow the pages
  directory = mkdtempSync(`${tmpdir()}/zd-chains-`);
  demoEnv = `${directory}/demo.env`;
  writeDemoShell(product, demoEnv);
}, 120_000);
afterAll(async () => {
  await product?.stack.stop();
  rmSync(directory, { recursive: true, force: true });
  if (product) rmSync(product.outbox, { recursive: true, force: true });
});

describe('the commands of the README', () => {
  withShell.each([
    'request',
    'correction',
    'application',
    'supervision',
    'merging',
    'dividing',
    'follow-up',
    'reception-day',
    'knowledge',
    'snapshot',
    'recheck',
    'key-person',
    'service-order',
    'assisted-handling',
    'service-point',
    'door-knocking',
    'job-fair',
    'dispute',
    'hazard',
    'export',
    'changes',
    'erasure',
    'accounts',
    'configuration',
    'files',
    'webhooks',
    'notifications',
    'dissolved-organisation',
    'past',
  ])('in docs/chains/%s.md do what the page says', (name) => followPage(name, demoEnv), 100_000);
});

describe('the OpenAPI document', () => {
  const documentOf = async (service: string) => (await product.stack.http('gateway').get<OpenApi>(`/api/${service}/openapi.json`)).body;
  /** What OAuth and OpenID Connect name and form in their own way. */
  const STANDARD = ['TokenRequest', 'Token', 'RevocationRequest', 'OAuthError', 'Discovery', 'Keys'];
  /** Without what those standards prescribe: the gateway's is the only document that has it. */
  const houseDocumentOf = async (service: string): Promise<OpenApi> => {
    const { components, paths, ...document } = await documentOf(service);
    const schemas = Object.fromEntries(Object.entries(components?.schemas ?? {}).filter(([name]) => !STANDARD.includes(name)));
    const own = Object.fromEntries(Object.entries(paths).filter(([path]) => path.startsWith('/api/')));
    return { ...document, components: { ...components, schemas }, paths: own };
  };

  it.each(SERVICES)('of %s is served to everybody, and kept for the linter', async (service) => {
    const document = await documentOf(service);
    expect(document.openapi).toMatch(/^3\.1/);
    mkdirSync('.local/openapi', { recursive: true });
    writeFileSync(`.local/openapi/${service}.json`, JSON.stringify(document, null, 2));
  });

  it.each(SERVICES)('of %s says of every member what it is, and of every answer which headers it has', async (service) => {
    const document = await documentOf(service);
    expect(untypedMembers(document)).toEqual([]);
    expect(answersWithoutHeaders(document)).toEqual([]);
  });

  it.each(SERVICES)('of %s has one form for absent values, tags, and the names of what is sent and answered', async (service) => {
    const document = await houseDocumentOf(service);
    expect([membersLeftOut(document), oddTags(document), oddNames(document)]).toEqual([[], [], []]);
  });

  it.each(SERVICES)('of %s has no word in an answer that its code tables do not name in both languages', async (service) => {
    const demo = await as(product, 'demo');
    const { body } = await demo.get<{ items: CodeTable[] }>(`/api/${service}/v1/code-tables`);
    expect(body.items.length).toBeGreaterThan(1);
    expect(wordsWithoutNames(await documentOf(service), body.items)).toEqual([]);
  });

  it.each(SERVICES)('of %s names files of lists, and each of them is given', async (service) => {
    const demo = await as(product, 'demo');
    const lists = Object.entries((await documentOf(service)).paths).filter(
      ([path, { get }]) => !path.includes('{') && get?.responses['200']?.content?.['text/csv'],
    );
    expect(lists.length).toBeGreaterThan(0);
    for (const [path] of lists.filter(([path]) => path !== OF_COLLEAGUES)) {
      const { status, body } = await demo.get<string>(path, { headers: { accept: 'text/csv' } });
      expect([path, status, body.split('\r\n')[0]]).toEqual([path, 200, expect.stringMatching(/\p{Script=Han}.* \/ .+,/u)]);
    }
  });

  it.each(SERVICES)('of %s names the limit of every text, number and list that is sent', async (service) => {
    expect(unlimitedInputs(await houseDocumentOf(service))).toEqual([]);
  });

  it.each(SERVICES)('of %s shows every refusal as it is answered, with no placeholder left', async (service) => {
    expect(unfilledExamples(await documentOf(service))).toEqual([]);
  });

  /** 居民档案: sealed as one. */
  const filed = (input: string) =>
    [
      ...['address', 'allowanceNumber', 'childrenWhereabouts', 'difficulties', 'disabilityCard', 'disabilityClass', 'disabilityGrade'],
      ...['employer', 'formerName', 'householdNumber', 'idNumber', 'name', 'nativePlace', 'occupation', 'phone', 'politicalStatus'],
      'registeredAddress',
    ]
      .map((field) => `${input}.${field} `)
      .join('');

  // Accounts, sessions and editions, which their own rules check; and what people say of themselves, which belongs there and is sealed.
  const NOT_FREE: Record<string, string> = {
    intake:
      `ApplicantInput.idNumber ApplicantInput.name ApplicantInput.phone AssignInput.workerId CallInput.agentAccountId ${filed('CorrectResidentInput')}ErasePersonInput.phone FindByPhoneInput.phone FindResidentInput.idNumber FindResidentInput.phone HandOverInput.fromWorkerId HandOverInput.workerId ` +
      'HouseholdInput.address HouseholdInput.householdNumber MoveHomeVisitInput.workerId PlaceOrderInput.recusedAccounts PlanHomeVisitInput.workerId RecordMissedCallInput.phone RegisterAreaInput.edition ' +
