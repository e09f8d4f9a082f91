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
      `ApplicantInput.idNumber ApplicantInput.name ApplicantInput.phone AssignInput.workerId BookActivityInput.name BookActivityInput.phone ${filed('BringResidentInput')}CallInput.agentAccountId ${filed('CorrectResidentInput')}ErasePersonInput.phone FindByPhoneInput.phone ` +
      'FindResidentInput.idNumber FindResidentInput.phone HandOverInput.fromWorkerId HandOverInput.workerId HouseholdInput.address HouseholdInput.householdNumber MoveHomeVisitInput.workerId PlaceOrderInput.recusedAccounts PlanHomeVisitInput.workerId PublicBookingInput.name PublicBookingInput.phone RecordMissedCallInput.phone RegisterAreaInput.edition ' +
      'RegisterGridInput.workerAccountId RegisterMobileGridWorkerInput.accountId RegisterRequestInput.recusedAccounts ' +
      `${filed('RegisterResidentInput')}RegisterSnapshotInput.recusedAccounts RegisterWechatGroupInput.keeperAccountId ` +
      'ReporterInput.name ReporterInput.phone ' +
      'RequesterInput.address RequesterInput.name RequesterInput.phone TrackBookingInput.number TrackInput.number TrackServiceCaseInput.number TransferInput.workerId',
    dispatch: 'DutyShiftInput.phone',
    'case-mediation': '',
    evaluation: '',
    inspection: '',
    gateway: 'ContactInput.email ContactInput.phone EndSessionsInput.sessionId WebhookInput.url',
  };

  it.each(SERVICES)('of %s says of every free text in a body whether it may hold personal data', async (service) => {
    expect(undecidedTexts(await houseDocumentOf(service)).join(' ')).toBe(NOT_FREE[service]);
  });

  it.each(SERVICES)(
    'of %s has examples that work as they stand, with real ids, but for actions that the state table does not allow now',
    async (service) => {
      const demo = await as(product, 'demo');
      const document = await documentOf(service);
      const known = await knownValues(demo, document);
      const calls = exampleCalls(document, known);
      expect(calls.length).toBeGreaterThan(2);
      const refused = [];
      for (const { method, template, path, body, headers } of calls) {
        const answer = await (method === 'get' ? demo.get(path) : demo[method](path, body, optionsFor(body, headers)));
        if (answer.status > 204 && !isByDesign(template, answer))
          refused.push({ method, path, sent: body, status: answer.status, answer: answer.body });
      }
      expect(refused).toEqual([]);
      const lists = entriesOf(document).filter((entry) => !entry.includes('/dead-letters/') && !OF_PEOPLE.test(entry));
      expect(lists.filter((entry) => !known.has(entry))).toEqual([]);
    },
  );
});

/** A form is the gateway's, which asks for the client's secret; what needs headers says which. */
function optionsFor(body: unknown, headers: ExampleCall['headers']): RequestOptions {
  if (headers) return { headers };
  return typeof body === 'string' ? asClient() : {};
}

/** There is no dead letter, the demo client acts for no organisation that orders are given to, and an action may not be due now. */
const BY_DESIGN = new Set([
  'evaluation.period.none_published',
  'platform.dead_letter_not_found',
  'inspection.file.not_found',
  'platform.role_missing',
  'platform.link_invalid', // nobody was sent the example's
  'platform.duties_not_separate', // who wrote it does not publish it
  'intake.tracking.not_found', // nobody left the example's telephone
  'intake.activity_booking.not_tracked', // nor was there such a booking
  'intake.service_case.not_tracked', // nor such a case
  'intake.area.has_parts', // the example's community has grids
  'intake.key_person.known', // they are looked after already
  'intake.key_person.nobody_with_worker', // the demo worker looks after nobody yet
  'intake.key_person.not_asked', // the demo client is nobody's worker
  'intake.key_person.to_oneself', // the example's worker may be who looks after them
  'intake.service_order.not_for_them', // whoever was registered last may be in another group
  'intake.knowledge_entry.not_found', // what is read by anybody is tried by its page
]);
/** Who acts for no organisation has none: `colleagues.int` tries it. */
const OF_COLLEAGUES = '/api/gateway/v1/colleagues';
/** What a member of staff is told: the demo's client is nobody, and nobody is told anything here. `people.int` and `notifications.int` try these. */
const OF_PEOPLE = /^\/api\/gateway\/v1\/(?:notifications|messages)\//;
const isByDesign = (template: string, { status, body }: HttpAnswer): boolean =>
  BY_DESIGN.has((body as { code: string }).code) ||
  /\.rendition\.(?:not_found|of_nothing)$/.test((body as { code: string }).code) || // the file belongs to nothing
  (status === 409 && /\{id\}\/[a-z-]+$/.test(template)) ||
  (status === 404 && OF_PEOPLE.test(template));

/** The newest entry of each list, this month's round, and the checklist in use. */
async function knownValues(demo: HttpClient, document: OpenApi): Promise<Map<string, string>> {
  const checklist = await demo.get<{ version: number }>('/api/inspection/v1/checklists/current');
  const month = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7); // in Shanghai
  const known = new Map([
    ['/api/inspection/v1/checklists/{version}', String(checklist.body.version)],
    ['/api/inspection/v1/rounds/{month}', month],
  ]);
  const requests = await demo.get<{ items: { id: string }[] }>('/api/intake/v1/requests?limit=2');
  known.set('mainRequestId', requests.body.items[1]?.id ?? ''); // the newest is the one that is merged
  known.set('requestId', requests.body.items[1]?.id ?? '');
  const residents = await demo.get<{ items: { id: string }[] }>('/api/intake/v1/residents?limit=2');
  known.set('mainResidentId', residents.body.items[1]?.id ?? '');
  known.set('residentId', residents.body.items[1]?.id ?? ''); // the newest is the one whose file ends here
  if (document.paths['/api/intake/v1/rounds']) for (const [entry, id] of await knownDoor(demo)) known.set(entry, id);
  const led = await demo.get<{ items: { id: string }[] }>('/api/dispatch/v1/work-orders?organisation=heating-company&limit=1');
  known.set('workOrderIds', led.body.items[0]?.id ?? '');
  for (const entry of entriesOf(document)) {
    const [, list = '', parameter = ''] = /^(.*)\/\{(\w+)\}$/.exec(entry) ?? [];
    const value = (await newestOf(demo, document, list))?.[parameter];
    if (value) known.set(entry, value);
  }
  return known;
}

/** A door of the newest round, and a knock there: neither is in a list of its own. */
async function knownDoor(demo: HttpClient): Promise<[string, string][]> {
  const newest = async (list: string) =>
    (await demo.get<{ items: { id: string }[] }>(`/api/intake/v1/${list}?limit=1`)).body.items[0]?.id ?? '';
  const door = await newest(`rounds/${await newest('rounds')}/targets`);
  return [
    ['/api/intake/v1/round-targets/{id}', door],
    ['/api/intake/v1/knocks/{id}', await newest(`round-targets/${door}/knocks`)],
  ];
}

/** The newest entry of a list; a file is in none, so one is sent, whole or not. */
async function newestOf(demo: HttpClient, document: OpenApi, list: string): Promise<Record<string, string> | undefined> {
  if (list.endsWith('/public/renditions')) return { id: crypto.randomUUID() }; // nothing is published here
  if (list.endsWith('/uploads')) return madeByExample(demo, document, list);
  if (!document.paths[list]?.get) return (await demo.post<Record<string, string>>(list, photo())).body;
  const { items } = (await demo.get<{ items: Record<string, string>[] }>(`${list}?limit=1`)).body;
  return items[0] ?? (list.endsWith('/imports') ? madeByExample(demo, document, list) : undefined);
}

/** No demo begins with a file: the document's own example is sent. */
async function madeByExample(demo: HttpClient, document: OpenApi, list: string): Promise<Record<string, string> | undefined> {
  const call = exampleCalls({ ...document, paths: { [list]: document.paths[list] ?? {} } }, new Map()).find(
    ({ method }) => method === 'post',
  );
  return call && (await demo.post<Record<string, string>>(call.path, call.body, optionsFor(call.body, call.headers))).body;
}

/** How a client asks for a token: by a form, with its own name and secret. */
function asClient(): RequestOptions {
  const { id, secret } = product.clients[0];
  return { headers: { 'content-type': FORM, authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` } };
}

describe('a clerk', () => {
  it.each([
    ['complaint', 'dispatched', '/api/dispatch/v1/work-orders'],
    ['dispute', 'mediating', '/api/case-mediation/v1/cases'],
  ])('answers a %s on the spot though it is %s already, and the work on it ends', async (kind, routed, path) => {
    const demo = await as(product, 'demo');
    const input = { kind, channel: 'service-window', categoryCode: '010204', areaCode: '230903011001', title: '咨询', text: '如何办理' };
    const { body } = await demo.post<{ id: string }>('/api/intake/v1/requests', input);
    const request = `/api/intake/v1/requests/${body.id}`;
    await eventually(async () => expect((await demo.get(request)).body).toMatchObject({ state: routed }));
    const answer = await demo.post(`${request}/answer-on-the-spot`, { publicAnswer: '已当场指导办理。' });
    expect(answer).toMatchObject({ status: 200, body: { state: 'answered' } });
    await eventually(async () =>
      expect((await demo.get(`${path}?requestId=${body.id}`)).body).toMatchObject({ items: [{ state: 'terminated' }] }),
    );
    await eventually(async () => {
      const { body: timeline } = await demo.get(`${request}/timeline`);
      const ended = expect.objectContaining({ action: expect.stringMatching(/\.terminated$/) });
      expect(timeline).toMatchObject({ state: 'answered', entries: expect.arrayContaining([ended]) });
    });
  });
});

describe('nobody', () => {
  it('finds personal data in events, logs or the public ledger after all that', async () => {
    const { stack } = product;
    const events = await stack.published();
    expect(events.length).toBeGreaterThan(20);
    const ledger = await stack.http('gateway').get('/api/evaluation/v1/public/ledger');
    const seen = JSON.stringify([events, ledger.body, SERVICES.map((service) => stack.logs(service))]);
    for (const secret of ['张三', '李四', '13800001234', '13900004321', '2单元501']) expect(seen).not.toContain(secret);
  });

  it('is left with an event that waits or a dead letter', async () => {
    await eventually(async () => {
      for (const service of SERVICES) {
        const [row] = await product.stack.sql<{ n: number }>(
          service,
          'select (select count(*) from outbox_pending) + (select count(*) from dead_letter) as n',
        );
        expect({ service, n: Number(row?.n) }).toEqual({ service, n: 0 });
      }
    });
  });

  it('shares its calls a minute with others who come through the same gateway: a service counts by the address that it tells', async () => {
    const leftAfterCallFrom = async (localAddress: string) => {
      const [answer] = await once(request(`${product.url}/api/evaluation/v1/public/ledger`, { localAddress }).end(), 'response');
      answer.resume();
      return Number(/r=(\d+)/.exec(answer.headers.ratelimit)?.[1]);
    };
    const first = await leftAfterCallFrom('127.0.0.2');
    expect(await leftAfterCallFrom('127.0.0.2')).toBe(first - 1);
    expect(await leftAfterCallFrom('127.0.0.3')).toBe(first);
  });

  it('gets past the gateway without a token, and is told so in both languages', async () => {
    const zh = await product.stack.http('gateway').get<{ detail: string }>('/api/intake/v1/requests');
    const en = await product.stack
      .http('gateway')
      .get<{ detail: string }>('/api/intake/v1/requests', { headers: { 'accept-language': 'en' } });
    expect([zh.status, en.status]).toEqual([401, 401]);
    expect(zh.headers.get('www-authenticate')).toContain('Bearer');
    expect(zh.body.detail).toMatch(/\p{Script=Han}/u);
    expect(en.body.detail).not.toMatch(/\p{Script=Han}/u);
  });
});

describe('a trace', () => {
  it('is followed from the call through every event it causes, across the services', async () => {
    const traceId = crypto.randomUUID().replaceAll('-', '');
    const hotline = await as(product, 'demo-hotline');
    const input = {
      kind: 'complaint',
      channel: 'online',
      categoryCode: '010204',
      areaCode: '230903011001',
      title: '井盖松动',
      text: '有响声',
    };
    const headers = { traceparent: `00-${traceId}-00f067aa0ba902b7-01` };
    expect((await hotline.post('/api/intake/v1/requests', input, { headers })).status).toBe(201);
    await eventually(async () => {
      const traced = (await product.stack.published()).filter((event) => event.headers.get('traceparent').includes(traceId));
      const caused = [
        'intake.request.registered.v1',
        'dispatch.work-order.opened.v1',
        'dispatch.work-order.dispatched.v1',
        'intake.request.dispatched.v1',
      ];
      expect(traced.map((event) => event.type)).toEqual(expect.arrayContaining(caused));
    });
  });
});

describe('a service that is down', () => {
  it('is answered for by the gateway with 503, and is back when it is back', async () => {
    const clerk = await as(product, 'demo-hotline');
    await product.stack.kill('intake');
    const answer = await clerk.get<{ code: string }>('/api/intake/v1/requests');
    expect(answer).toMatchObject({ status: 503, body: { code: 'gateway.service_unavailable' } });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    await product.stack.start('intake');
    await eventually(async () => expect((await clerk.get('/api/intake/v1/requests')).status).toBe(200));
  }, 60_000);
});
