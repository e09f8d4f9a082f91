import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SERVICES } from '@zero-distance/contracts';
import { ROLES } from '@zero-distance/kernel';
import { ACCESS_TABLE, type AccessName, type AccessRow, SCOPES } from '@zero-distance/platform';
import { eventually, type HttpAnswer, photo, startTestStack, type TestStack } from '@zero-distance/testing';
import { type ExampleCall, entriesOf, exampleCalls, type OpenApi } from './examples.js';
import { unknownCodes, withArea } from './unknown-codes.js';

const DAY_MS = 86_400_000;
// The walk: every operation of every document, about rows that are there, with tokens that fall short in one thing each. Whoever falls short
// is refused, or finds nothing; and the same call with a token that is right is let through, so that no refusal is by chance.

const DISTRICT = '230903';
const COMMUNITY = '230903011001';
const LEAD = 'housing-bureau';
const STRANGER = 'civil-affairs'; // takes part in nothing
const RECUSED = 'recused-account';
/** The street of the matter: but for the complaint it would see whatever lies there. */
const COMPLAINED_ABOUT = 'street-011';

interface Walked extends ExampleCall {
  readonly name: AccessName;
  readonly row: AccessRow;
}
type Claims = Parameters<TestStack['token']>[0];
interface List {
  readonly items: readonly Readonly<Record<string, string>>[];
}

let stack: TestStack;
let walked: Walked[];
const documents: OpenApi[] = [];

const everyRoleBut = (role: string) => ROLES.filter((one) => one !== role);
const send = async ({ method, path, body, headers }: ExampleCall, claims?: Claims): Promise<HttpAnswer> => {
  const client = stack.http('gateway', claims && (await stack.token(claims)));
  return method === 'get' ? client.get(path) : client[method](path, body, { headers });
};
const must = async (call: ExampleCall, claims: Claims): Promise<Readonly<Record<string, string>>> => {
  const answer = await send(call, claims);
  if (answer.status > 204) throw new Error(`${call.method} ${call.path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body as Readonly<Record<string, string>>;
};
const get = (path: string): ExampleCall => ({ method: 'get', template: path, path });
const put = (path: string, body: unknown): ExampleCall => ({ method: 'put', template: path, path, body });
const post = (path: string, body?: unknown): ExampleCall => ({ method: 'post', template: path, path, body });

const EVERYBODY: Claims = { scopes: SCOPES, roles: everyRoleBut('handler'), area: DISTRICT, clientId: 'everybody' };
const BUREAU: Claims = { scopes: SCOPES, roles: ['handler'], area: DISTRICT, org: LEAD, clientId: 'bureau' };

/** 历史诉求 and its 回访, 历史活动 of a 成效, as the examples of the operations have them: the second of each needs the first. */
async function seedPast(): Promise<void> {
  const past = {
    ...{ kind: 'complaint', channel: 'hotline-12345', categoryCode: '010203', areaCode: COMMUNITY, urgency: 'normal', publishable: false },
    ...{ title: '路灯不亮', text: '3号楼前路灯三天不亮。', place: '学府社区3号楼前', publicAnswer: '路灯已修复。' },
    ...{ receivedAt: '2025-03-03T10:00:00+08:00', dueAt: '2025-03-10T17:00:00+08:00' },
    ...{ repliedAt: '2025-03-05T12:00:00+08:00', closedAt: '2025-03-06T12:00:00+08:00' },
  };
  await must(put('/api/intake/v1/past-requests/HOTLINE-2025-000417', past), EVERYBODY);
  const activity = { areaCode: COMMUNITY, kind: 'five-delivery', delivery: 'skills', startsAt: '2025-03-05T09:00:00+08:00', attended: 48 };
  await must(put('/api/intake/v1/past-activities/HD-2025-017', activity), EVERYBODY);
  const said = { contacted: true, solved: true, satisfaction: 'satisfied', recordedAt: '2025-03-08T10:00:00+08:00' };
  await eventually(() => must(put('/api/evaluation/v1/past-callbacks/HOTLINE-2025-000417', said), EVERYBODY));
}

/**
 * A request that an order answers, a dispute with its case, and a hazard with its order; the first two closed to one account and one organisation.
 * @returns the order that answers the request
 */
async function seed(): Promise<{
  orderId: string;
  requestId: string;
  disputeId: string;
  residentId: string;
  doorId: string;
  files: ReadonlyMap<string, string>;
}> {
  await seedPast(); // before all others: the newest of each list is what the walks look at
  const matter = {
    channel: 'service-window',
    categoryCode: '010204',
    areaCode: COMMUNITY,
    title: '路灯',
    text: '不亮',
    recusedAccounts: [RECUSED],
    complainedAbout: [COMPLAINED_ABOUT],
  };
  const requester = { name: '张三', phone: '13800001234' };
  const sent = async (service: string, claims: Claims) => String((await must(post(`/api/${service}/v1/files`, photo()), claims)).id);
  const files = new Map([
    ['intake', await sent('intake', EVERYBODY)],
    ['dispatch', await sent('dispatch', BUREAU)],
    ['inspection', await sent('inspection', EVERYBODY)],
    ['case-mediation', await sent('case-mediation', EVERYBODY)], // it belongs to nothing
  ]);
  const request = await must(
    post('/api/intake/v1/requests', { ...matter, kind: 'complaint', requester, files: [files.get('intake')] }),
    EVERYBODY,
  );
  const same = await must(post('/api/intake/v1/requests', { ...matter, kind: 'dispute' }), EVERYBODY);
  const dispute = await must(post('/api/intake/v1/requests', { ...matter, kind: 'dispute' }), EVERYBODY);
  await must(post(`/api/intake/v1/requests/${same.id}/merge`, { mainRequestId: dispute.id }), EVERYBODY);
  await must(post(`/api/intake/v1/requests/${dispute.id}/correct`, { urgency: 'complex', reason: '涉及多户。' }), EVERYBODY);
  const first = (path: string) =>
    eventually(async () => {
      const [item] = ((await must(get(path), EVERYBODY)) as unknown as List).items;
      if (!item) throw new Error(`nothing at ${path} yet`);
      return item as { id: string; code: string };
    });
  const order = await first(`/api/dispatch/v1/work-orders?requestId=${request.id}&state=dispatched`);
  await must(post(`/api/intake/v1/requests/${dispute.id}/follow-up`, { kind: 'urge', channel: 'service-window' }), EVERYBODY);
  const part = { kind: 'dispute', categoryCode: matter.categoryCode, title: '漏水赔偿', text: '楼上漏水' };
  await must(post(`/api/intake/v1/requests/${dispute.id}/divide`, { parts: [part, part] }), EVERYBODY);
  const act = (action: string, claims: Claims, body?: object) =>
    must(post(`/api/dispatch/v1/work-orders/${order.id}/${action}`, body), claims);
  const helpers = ['urban-management', 'street-012'];
  await act('reassign', EVERYBODY, { leadOrganisation: 'urban-management', reason: '会商。' });
  await act('reassign', EVERYBODY, { leadOrganisation: LEAD, coOrganisations: helpers, reason: '会商。' });
  for (const org of helpers) {
    const helper: Claims = { ...BUREAU, org, clientId: org };
    const { items } = (await must(get(`/api/dispatch/v1/parts?workOrderId=${order.id}&state=open`), helper)) as unknown as List;
    await must(post(`/api/dispatch/v1/parts/${items[0]?.id}/accept`), helper);
    await must(post(`/api/dispatch/v1/parts/${items[0]?.id}/report`, { text: '已清理。' }), helper);
  }
  const call = {
    departments: ['urban-management'],
    place: '学府社区2号楼前',
    meetAt: new Date(Date.now() + DAY_MS).toISOString(),
    reason: '联合处置。',
  };
  await act('whistles', { ...BUREAU, org: 'street-012', clientId: 'street-012' }, call);
  await must(post('/api/dispatch/v1/supervision-orders', { cause: 'repeated', workOrderIds: [order.id], reason: '请说明。' }), EVERYBODY);
  await act('accept', BUREAU);
  await act('start', BUREAU);
  await act('applications', BUREAU, { kind: 'exclusion', reasonCode: 'unreasonable', reason: '诉求不合理。' });
  await act('reply', BUREAU, { result: 'solved', text: '已修复。', files: [files.get('dispatch')] });
  await act('approve', EVERYBODY, { publicAnswer: '路灯已修复。' });
  await first('/api/evaluation/v1/callbacks?state=open');
  await first('/api/case-mediation/v1/cases');
  const premises = await first(`/api/inspection/v1/premises?areaCode=${COMMUNITY}&status=active`);
  const finding = { item: 'exit-blocked', result: 'fail', note: '后门堆放货物', settled: 'transfer', files: [files.get('inspection')] };
  const visit = { premises: premises.code, team: { police: 'FJ-0117', gridWorker: 'WG-011001-03' }, results: [finding], others: 'pass' };
  await must(post('/api/inspection/v1/visits', visit), EVERYBODY);
  for (const service of ['intake', 'dispatch', 'inspection']) {
    const path = `/api/${service}/v1/files/${files.get(service)}/rendition`;
    await must(post(path, { masks: [] }), { ...EVERYBODY, clientId: 'who-asks' }); // somebody else decides
  }
  const [west, south, east, north] = [131.012, 45.768, 131.022, 45.776];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, south],
  ];
  await must(put(`/api/intake/v1/area-boundaries/${COMMUNITY}`, { geometry: { type: 'Polygon', coordinates: [ring] } }), EVERYBODY);
  await must(
    put('/api/case-mediation/v1/mediators/tj-011001-01', {
      name: '李调解员',
      qualification: 'experienced',
      specialities: ['neighbours'],
      areaCode: COMMUNITY,
      committee: '学府社区人民调解委员会',
    }),
    EVERYBODY,
  );
  const known = { areaCode: COMMUNITY, categoryCode: '010204', question: '路灯不亮找谁修？', answer: '由区城管执法局负责。' };
  const entry = await must(post('/api/intake/v1/knowledge-entries', { ...known, organisationCode: LEAD }), EVERYBODY);
  await must(post(`/api/intake/v1/knowledge-entries/${entry.id}/publish`, {}), { ...EVERYBODY, clientId: 'who-publishes' }); // nobody their own
  const rider = { accountId: 'demo-rider', platform: '某外卖平台桃山站', areaCode: COMMUNITY };
  await must(put('/api/intake/v1/mobile-grid-workers/qs-0117', rider), EVERYBODY);
  const group = { kind: 'group', name: '学府社区居民一群', areaCode: COMMUNITY, keeperAccountId: 'demo-hotline', responseMinutes: 120 };
  await must(put('/api/intake/v1/wechat-groups/xuefu-1', group), EVERYBODY);
  const point = {
    ...{
      kind: 'warm-bee-station',
      name: '学府街暖蜂驿站',
      areaCode: COMMUNITY,
      address: '学府街12号',
      longitude: 131.0159,
      latitude: 45.7712,
    },
    ...{ facilities: ['water', 'microwave'], standards: [], hours: ['1-7 00:00-24:00'], closedOnHolidays: false, bays: 6, ofUnion: false },
    ...{ operatorOrganisation: LEAD, faultCategoryCode: '010204' },
  };
  await must(put('/api/intake/v1/service-points/nuanfeng-01', point), EVERYBODY);
  await must(post('/api/intake/v1/facility-faults', { servicePointCode: 'nuanfeng-01', facility: 'microwave' }), EVERYBODY);
  await must(
    put('/api/intake/v1/point-uses', { servicePointCode: 'nuanfeng-01', day: '2025-11-22', uses: 46, method: 'tally' }),
    EVERYBODY,
  );
  const shift = {
    organisation: LEAD,
    name: '值班',
    phone: '13800001234',
    startsAt: new Date(Date.now() - DAY_MS).toISOString(),
    endsAt: new Date(Date.now() + DAY_MS).toISOString(),
  };
  await must(put('/api/dispatch/v1/duty-shifts/housing-bureau-1129', shift), EVERYBODY);
  const seen = post('/api/intake/v1/snapshot-reports', { text: '井盖缺失。', areaCode: COMMUNITY });
  await must(seen, { ...EVERYBODY, clientId: 'who-reports' }); // nobody verifies their own
  await must(post('/api/intake/v1/missed-calls', { areaCode: COMMUNITY, line: '12345', phone: '13800001234' }), EVERYBODY);
  const announced = {
    areaCode: COMMUNITY,
    host: '社区书记',
    place: '社区一楼',
    startsAt: new Date(Date.now() + 3_600_000).toISOString(),
    endsAt: new Date(Date.now() + 7_200_000).toISOString(),
  };
  const day = await must(post('/api/intake/v1/reception-days', announced), EVERYBODY);
  const brought = {
    kind: 'help',
    channel: 'reception-day',
    receptionDayId: day.id,
    recusedAccounts: [RECUSED],
    complainedAbout: [COMPLAINED_ABOUT],
    categoryCode: '010204',
    areaCode: COMMUNITY,
    title: '求助',
    text: '求助。',
  };
  await must(post('/api/intake/v1/requests', brought), EVERYBODY);
  await must(put('/api/intake/v1/resident-groups/elderly', { name: '老年人' }), EVERYBODY);
  const agreed = { name: '张秀英', areaCode: COMMUNITY, consentOn: '2026-11-01', consentWay: 'written' };
  const resident = await must(post('/api/intake/v1/residents', { ...agreed, groups: ['elderly'] }), EVERYBODY);
  const cared = { residentId: resident.id, kind: 'living-alone', risk: 'key' };
  const person = await must(post('/api/intake/v1/key-persons', cared), EVERYBODY);
  await must(post(`/api/intake/v1/key-persons/${person.id}/visit`, { way: 'home', met: true }), EVERYBODY);
  const lastDay = new Date(Date.now() + 20 * DAY_MS).toISOString().slice(0, 10);
  const calls = { areaCode: COMMUNITY, title: '冬季敲门行动', fromOn: lastDay, untilOn: lastDay };
  const round = await must(post('/api/intake/v1/rounds', calls), EVERYBODY);
  const door = { areaCode: COMMUNITY, address: '学府社区3号楼2单元501' };
  await must(post(`/api/intake/v1/rounds/${round.id}/targets`, { households: [door] }), EVERYBODY);
  await must(post(`/api/intake/v1/rounds/${round.id}/open`, {}), EVERYBODY);
  const { items: doors } = (await must(get(`/api/intake/v1/rounds/${round.id}/targets`), EVERYBODY)) as unknown as List;
  const found = { outcome: 'met', needs: [{ need: 'topic' }] };
  const doorId = String(doors[0]?.id);
  await must(post(`/api/intake/v1/round-targets/${doorId}/knock`, found), EVERYBODY);
  await seedActivities();
  const item = { name: '健康体检', group: 'elderly', field: 'elder-care', eligibleGroups: ['elderly'], materials: [], steps: ['上门'] };
  const offered = { timeLimitWorkingDays: 3, handlingOrganisation: STRANGER, places: ['at-home'], oneStop: true, assisted: true };
  await must(put('/api/intake/v1/service-items/EL-01', { ...item, ...offered, categoryCode: '010204' }), EVERYBODY);
  await must(post('/api/intake/v1/service-orders', { residentId: resident.id, itemCode: 'EL-01', channel: 'service-window' }), EVERYBODY);
  const frequent = { ...item, ...offered, name: '高龄津贴申请', materials: ['身份证', '银行卡'] };
  await must(put('/api/intake/v1/service-items/HF-04', frequent), EVERYBODY);
  const qualified = { organisation: LEAD, areaCode: COMMUNITY, since: '2026-11-01' };
  await must(put('/api/intake/v1/clerk-qualifications/demo-window/HF-04', qualified), EVERYBODY);
  const applied = { itemCode: 'HF-04', mode: 'window', areaCode: COMMUNITY, applicant: { name: '张三', phone: '13800001234' } };
  await must(post('/api/intake/v1/service-cases', applied), EVERYBODY);
  const slot = { from: new Date(Date.now() - 60_000).toISOString(), until: new Date(Date.now() + 3_600_000).toISOString() };
  await must(post('/api/intake/v1/home-visits', { residentId: resident.id, cause: 'disabled', ...slot }), EVERYBODY);
  const system = { id: 'housing', name: '住建局业务系统', scopes: ['dispatch:read'], roles: ['handler'], areaCode: DISTRICT };
  await must(post('/api/gateway/v1/clients', system), EVERYBODY);
  return {
    orderId: order.id,
    requestId: String(request.id),
    disputeId: String(dispute.id),
    residentId: String(resident.id),
    doorId,
    files,
  };
}

/** One that somebody came to, with what came of it, and one that anybody can book. */
async function seedActivities(): Promise<void> {
  const [startsAt, endsAt] = [1, 2].map((hours) => new Date(Date.now() + hours * 3_600_000).toISOString());
  const plan = { areaCode: COMMUNITY, kind: 'health-check', title: '健康体检', place: '社区一楼', startsAt, endsAt, capacity: 9 };
  const announce = async (): Promise<string> => {
    const { id } = await must(post('/api/intake/v1/activities', plan), EVERYBODY);
    await must(post(`/api/intake/v1/activities/${id}/announce`, {}), EVERYBODY);
    return String(id);
  };
  const held = await announce();
  const booking = await must(post(`/api/intake/v1/activities/${held}/bookings`, { name: '张秀英' }), EVERYBODY);
  await must(post(`/api/intake/v1/activities/${held}/hold`, {}), EVERYBODY);
  await must(post(`/api/intake/v1/activity-bookings/${booking.id}/attend`, {}), EVERYBODY);
  await must(post(`/api/intake/v1/activity-bookings/${booking.id}/outcomes`, { outcome: 'checked' }), EVERYBODY);
  await announce();
}

/** The newest row of each list, as the walk's rows; of a list that the seed left empty, the one that its own example makes. */
async function rowsOf(document: OpenApi): Promise<[string, string][]> {
  const found: [string, string][] = [];
  const newest = async (list: string) => ((await must(get(`${list}?limit=1`), EVERYBODY)) as unknown as List).items[0];
  for (const entry of entriesOf(document)) {
    const [, list = '', parameter = ''] = /^(.*)\/\{(\w+)\}$/.exec(entry) ?? [];
    if (!document.paths[list]?.get) continue; // files are shown with what they belong to
    const row = (await newest(list)) ?? (await madeByExample(document, list));
    if (row?.[parameter]) found.push([entry, row[parameter]]);
  }
  return found;
}

async function madeByExample(document: OpenApi, list: string): Promise<Readonly<Record<string, string>> | undefined> {
  const ofTheList = { ...document, paths: { [list]: document.paths[list] ?? {} } };
  const call = exampleCalls(ofTheList, new Map()).find(({ method }) => method === 'post');
  return call && must(call, EVERYBODY);
}

beforeAll(async () => {
  stack = await startTestStack({
    services: SERVICES,
    beginning: 'district',
    env: { RATE_LIMIT_PER_MINUTE: '1000000', PUBLIC_WRITE_LIMIT_PER_DAY: '1000000', PUBLIC_GUESS_LIMIT_PER_DAY: '1000000' },
  });
  const { orderId, requestId, disputeId, residentId, doorId, files } = await seed();
  for (const service of SERVICES) documents.push((await stack.http('gateway').get<OpenApi>(`/api/${service}/openapi.json`)).body);
  const month = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7); // in Shanghai
  const known = new Map([
    ['/api/intake/v1/round-targets/{id}', doorId],
    ['/api/inspection/v1/rounds/{month}', month],
    ['/api/inspection/v1/checklists/{version}', '1'],
    ['mainRequestId', requestId],
    ['requestId', requestId],
    ['residentId', residentId],
    ['workOrderIds', orderId],
  ]);
  for (const [service, id] of files) {
    known.set(`/api/${service}/v1/files/{id}`, id);
    const begun = await must({ ...post(`/api/${service}/v1/uploads`), headers: { 'Upload-Length': '10' } }, EVERYBODY);
    known.set(`/api/${service}/v1/uploads/{id}`, String(begun.id));
  }
  for (const document of documents) for (const [entry, value] of await rowsOf(document)) known.set(entry, value);
  known.set('/api/intake/v1/requests/{id}', disputeId); // not its parts, which are newer
  known.set('/api/dispatch/v1/work-orders/{id}', orderId); // not the hazard's, which is newer and closed to nobody
  walked = documents.flatMap((document) => exampleCalls(document, known).map((call) => withRow(document, call)));
}, 180_000);
afterAll(() => stack?.stop());

function withRow(document: OpenApi, call: ExampleCall): Walked {
  const operation = document.paths[call.template]?.[call.method];
  const name = operation?.['x-access'] as AccessName;
  const inArea = operation?.parameters?.some((parameter) => parameter.name === 'areaCode') && !call.path.includes('areaCode=');
  const path = inArea ? `${call.path}${call.path.includes('?') ? '&' : '?'}areaCode=${COMMUNITY}` : call.path;
  return { ...call, path, name, row: ACCESS_TABLE[name] };
}

/** Who hears of events hears of what they may list; who manages others gives what they have themselves. */
const scopesFor = (scope: string): readonly string[] => {
  if (scope === 'gateway:listen') return [scope, 'dispatch:read'];
  return scope === 'gateway:administer' ? [scope, 'intake:read', 'intake:write', 'dispatch:read'] : [scope];
};
const rolesFor = ({ roles }: AccessRow) => (roles.length > 0 ? roles : everyRoleBut('handler')).filter((role) => role !== 'handler');

/** Every role the row takes; the handler's comes with an organisation. */
const entitled = (row: AccessRow): Claims =>
  row.roles.length === 1 && row.roles[0] === 'handler'
    ? { ...BUREAU, scopes: [row.scope] }
    : { ...EVERYBODY, scopes: scopesFor(row.scope), roles: rolesFor(row) };

/** Walks the operations that `concerns`, with a token that falls short; tells those that were let through. */
async function letThrough(
  concerns: (row: AccessRow, name: AccessName) => boolean,
  fallShort: (row: AccessRow) => Claims | undefined,
  isSecret: (item: Readonly<Record<string, string>>) => boolean = () => true,
): Promise<string[]> {
  const calls = walked.filter(({ row, name }) => concerns(row, name));
  expect(calls.length).toBeGreaterThan(10);
  const open: string[] = [];
  for (const call of calls) {
    const { status, body } = await send(call, fallShort(call.row));
    const { items } = body as Partial<List>;
    const hearsNothing = typeof body === 'string' && !body.includes('data:'); // who listens
    const findsNothing = status === 200 && (hearsNothing || (Array.isArray(items) && !items.some(isSecret)));
    if (![401, 403, 404].includes(status) && !findsNothing) open.push(`${call.name}: ${status} ${JSON.stringify(body)?.slice(0, 200)}`);
  }
  return open;
}

const needsToken = ({ reach }: AccessRow): boolean => reach !== 'public';
/** What is bound row by row takes a file of anybody, and refuses its rows: each service's own tests show that. */
const isBound = ({ reach }: AccessRow): boolean => !['public', 'everybody', 'own', 'rows', 'self'].includes(reach);
const isMatter = ({ reach }: AccessRow): boolean => reach === 'matter';

describe('the access table', () => {
  it('has a row for every operation of every document, each its own, and no row besides', () => {
    const operations = documents.flatMap(({ paths }) => Object.values(paths).flatMap((path) => Object.values(path)));
    const named = operations.map((operation) => operation['x-access']);
    expect([...named].sort()).toEqual(Object.keys(ACCESS_TABLE).sort());
    expect(walked.map(({ name }) => name).sort()).toEqual(Object.keys(ACCESS_TABLE).sort());
  });

  it('names the row of the service that serves it', () => {
    for (const { name, template } of walked) expect(template).toMatch(new RegExp(`^/api/${name.split('.')[0]}/v1/`));
  });

  it('says in the document of each operation that holds for the district that the token has to cover it', () => {
    const texts = documents.flatMap(({ paths }) => Object.values(paths).flatMap((path) => Object.values(path)));
    for (const operation of texts.filter((one) => ACCESS_TABLE[one['x-access'] as AccessName].reach === 'district'))
      expect(operation.description).toMatch(/覆盖全区[\s\S]*covers the district/);
  });
});

describe('the walk through every operation lets nobody through', () => {
  it('without a token', async () => {
    expect(await letThrough(needsToken, () => undefined)).toEqual([]);
  });

  it('with every scope but the one it takes', async () => {
    expect(await letThrough(needsToken, (row) => ({ ...entitled(row), scopes: SCOPES.filter((scope) => scope !== row.scope) }))).toEqual(
      [],
    );
  });

  it('with every role but those it takes', async () => {
    const others = ({ roles }: AccessRow) => ROLES.filter((role) => !roles.includes(role));
    const claims = (row: AccessRow): Claims => ({ ...entitled(row), roles: others(row), org: LEAD, clientId: 'with-other-roles' });
    expect(await letThrough((row) => row.roles.length > 0, claims)).toEqual([]);
  });

  it('as a handler that acts for no organisation, though it has every role', async () => {
    expect(await letThrough(isBound, (row) => ({ ...entitled(row), roles: ROLES, org: undefined }))).toEqual([]);
  });

  it.each(['230903012', '230902', '440305'])('with a token of the area %s', async (area) => {
    expect(await letThrough(isBound, (row) => ({ ...entitled(row), area }))).toEqual([]);
  });

  it.each([STRANGER, 'nobody-knows'])('with every role, acting for %s', async (org) => {
    expect(await letThrough(isMatter, (row) => ({ ...entitled(row), roles: ROLES, org }))).toEqual([]);
  });

  /** What the seeded request became: nothing else names anybody to be kept from it. */
  const ofRequests = (row: AccessRow, name: AccessName) => isMatter(row) && /\.(requests|workOrders|cases|callbacks)\./.test(name);
  const isOfRequest = ({ type, kind, requestKind, number, requestNumber = number }: Readonly<Record<string, string>>) =>
    !['hazard-rectification', 'facility-fault'].includes(String(type)) &&
    ![kind, requestKind].includes('service-order') && // nobody is named by those,
    !String(requestNumber).includes('-250303-'); // nor by what was brought along

  it('whom the matter names as recused, nor shows it in a list', async () => {
    expect(await letThrough(ofRequests, (row) => ({ ...entitled(row), clientId: RECUSED }), isOfRequest)).toEqual([]);
  });

  it('who acts for the organisation that the matter complains about, with every role, nor shows it in a list', async () => {
    const claims = (row: AccessRow): Claims => ({ ...entitled(row), roles: ROLES, org: COMPLAINED_ABOUT });
    expect(await letThrough(ofRequests, claims, isOfRequest)).toEqual([]);
  });
});

describe('the walk with codes that no register has', () => {
  const OWNERS: Readonly<Record<string, string>> = { area: 'intake', category: 'intake', organisation: 'dispatch' };

  it('is refused everywhere one is taken, with its place, and with when to try again only where it may not be heard of yet', async () => {
    const missed: string[] = [];
    const calls = walked.flatMap((call) => unknownCodes(documents, call).map((one) => ({ call, ...one })));
    expect(new Set(calls.map(({ register }) => register))).toEqual(new Set(['area', 'category', 'organisation']));
    expect(calls.length).toBeGreaterThan(30);
    for (const { call, place, register, path, body } of calls) {
      const answer = await send({ ...call, path, body }, call.row.reach === 'public' ? undefined : entitled(call.row));
      const { code, errors } = answer.body as { code?: string; errors?: Record<string, string>[] };
      const reason = body === undefined ? 'not_found' : 'unknown';
      const isRefused = code?.endsWith(`.${register}.${reason}`) && answer.status === (body === undefined ? 404 : 422);
      const isPlaced = Object.values(errors?.[0] ?? {}).includes(place);
      const mayBeHeardOf = call.row.reach !== 'public' && !call.name.startsWith(`${OWNERS[register]}.`);
      const isTimed = answer.headers.has('retry-after') === mayBeHeardOf;
      if (!isRefused || !isPlaced || !isTimed) missed.push(`${call.name} ${place}: ${answer.status} ${JSON.stringify(answer.body)}`);
    }
    expect(missed).toEqual([]);
  }, 60_000);
});

describe('the walk with an area that is no more', () => {
  const [RETIRED, SUCCESSOR] = ['230903011098', '230903011097'];
  /** What is over keeps the area that it was in. */
  const PAST = [
    ...['intake.pastRequests.register', 'intake.pastReceptionDays.register', 'intake.pastCalls.register'],
    ...['intake.pastServiceCases.register', 'intake.pastHomeVisits.register'],
    ...['intake.pastCare.register'],
    ...['intake.pastRounds.register', 'intake.pastActivities.register'],
    'case-mediation.pastCases.register',
  ];

  beforeAll(async () => {
    for (const code of [RETIRED, SUCCESSOR]) {
      const area = { name: `社区 ${code}`, kind: 'residents_committee', edition: 'NBS-2023' };
      await must(put(`/api/intake/v1/areas/${code}`, area), EVERYBODY);
    }
    await must(post(`/api/intake/v1/areas/${RETIRED}/retire`, { successorArea: SUCCESSOR }), EVERYBODY);
    for (const service of SERVICES)
      await eventually(async () =>
        expect(await stack.sql(service, 'select successor_area from area where code = $1', [RETIRED])).toEqual([
          { successor_area: SUCCESSOR },
        ]),
      );
  }, 60_000);

  it('is refused by every operation that takes an area, with the place and the successor; only what is over is taken', async () => {
    const missed: string[] = [];
    const named = walked.flatMap((call) => withArea(documents, call, RETIRED).map((one) => ({ call, ...one })));
    expect(new Set(named.filter(({ isTaken }) => isTaken).map(({ call }) => call.name))).toEqual(new Set(PAST));
    const refused = named.filter(({ isTaken }) => !isTaken);
    expect(refused.length).toBeGreaterThan(20);
    for (const { call, place, body } of refused) {
      const claims = call.row.reach === 'public' ? undefined : entitled(call.row);
      const isRefused = async () => {
        const answer = await send({ ...call, body }, claims);
        const { code, errors, detail } = answer.body as { code?: string; errors?: { pointer?: string }[]; detail?: string };
        expect([answer.status, code?.replace(/^[a-z_]+/, ''), errors?.[0]?.pointer]).toEqual([422, '.area.retired', place]);
        expect(detail).toContain(SUCCESSOR);
      };
      await eventually(isRefused, { timeout: 4_000 }).catch((error: Error) => missed.push(`${call.name} ${place}: ${error.message}`)); // each process reads again every two seconds
    }
    expect(missed).toEqual([]);
  }, 60_000);
});

describe('the walk with query parameters that are blank', () => {
  // A parameter of which nothing can be read is one that is left out: its default holds, and nothing else follows from it. But who looks for
  // nothing has slipped, and is told so.
  it('is answered like the walk without them', async () => {
    const differs: string[] = [];
    const reads = walked.filter(({ method }) => method === 'get');
    for (const call of reads) {
      const named = documents
        .flatMap(({ paths }) => paths[call.template]?.get?.parameters ?? [])
        .filter(({ in: place }) => place === 'query');
      const [path = '', query] = call.path.split('?');
      const given = new URLSearchParams(query);
      const optional = named.filter(({ required, name }) => !required && !given.has(name) && name !== 'q').map(({ name }) => `${name}=%20`);
      const claims = call.row.reach === 'public' ? undefined : entitled(call.row);
      const plain = await send(call, claims);
      const blank = await send({ ...call, path: `${path}?${[...(query ? [query] : []), ...optional].join('&')}` }, claims);
      if (blank.status !== plain.status) differs.push(`${call.name}: ${plain.status}, ${blank.status} ${JSON.stringify(blank.body)}`);
    }
    expect(differs).toEqual([]);
  }, 60_000);
});

describe('the walk with tokens that are right', () => {
  // What a state table refuses now is no refusal of the token; and nothing is published yet.
  it('is let through everywhere, so that each refusal above is for what the token lacks', async () => {
    const refused: string[] = [];
    const order = [...walked].sort((a, b) => Number(a.method !== 'get') - Number(b.method !== 'get')); // reads before the rows are changed
    for (const call of order.filter(({ name }) => !/\.deadLetters\.(get|replay|discard)$/.test(name))) {
      const { status, body } = await send(call, call.row.reach === 'public' ? undefined : entitled(call.row));
      const ofTheToken = status === 401 || (status === 403 && (body as { code: string }).code.startsWith('platform.'));
      const isRefusal =
        ofTheToken || status === 422 || status >= 500 || (status === 404 && call.method === 'get' && call.row.reach !== 'public');
      const isEmpty = call.method === 'get' && isMatter(call.row) && (body as Partial<List>).items?.length === 0;
      if (isRefusal || isEmpty) refused.push(`${call.name}: ${status} ${JSON.stringify(body)?.slice(0, 200)}`);
    }
    expect(refused).toEqual([]);
  }, 60_000);
});
