import { DAY_MS } from '@zero-distance/kernel';
import { type Caller, callerFor } from './caller.js';
import type { DemoClient } from './clients.js';
import type { LoadOptions } from './load.js';
import { clientOf, tokenFor } from './token.js';

/** Where it all happens: a community of its own, which the pages of commands leave alone. */
const COMMUNITY = '230903011003';

/** Who does what, each as the demo client of that name. */
const DOERS = [
  'demo',
  'demo-hotline',
  'demo-knowledge',
  'demo-rider',
  'demo-care',
  'demo-grid',
  'demo-centre',
  'demo-housing',
  'demo-street',
  'demo-leader',
] as const;
type Doers = Readonly<Record<(typeof DOERS)[number], Caller>>;

interface Made {
  readonly id: string;
}

/**
 * A few rows of what the desk lists, made through the API as people make them: knowledge, missed calls, a reception day, activities, photos with points, and orders
 * with a part, a whistle, an application and a supervision order. Each call has a key, so that what was begun is completed; where it was, nothing is done.
 * @param clients of the demo district, which is loaded
 * @throws naming the call that was refused and why, or when the signal comes
 */
export async function loadExamples(gatewayUrl: string, clients: readonly DemoClient[], { note, signal }: LoadOptions = {}): Promise<void> {
  const tokens = await Promise.all(DOERS.map((id) => tokenFor(gatewayUrl, clientOf(clients, id), signal)));
  const doers = Object.fromEntries(DOERS.map((id, at) => [id, callerFor({ gatewayUrl, token: tokens[at] ?? '', signal })])) as Doers;
  if ((await doers.demo.list('/api/dispatch/v1/supervision-orders')).length > 0) return; // it is opened last
  note?.('loading the demo district: a few matters to look at …');
  await Promise.all([
    colleagues(doers),
    knowledge(doers),
    calls(doers),
    receptionDay(doers),
    activities(doers),
    photos(doers),
    residents(doers),
    windows(doers),
    orders(doers),
  ]);
}

const keyed = (name: string) => `demo-example-${name}`;

/** 同事 of the housing bureau, to give work to. */
async function colleagues({ demo }: Doers): Promise<void> {
  for (const [username, name] of [
    ['li.shifu', '李师傅'],
    ['wang.gong', '王工'],
  ] as const) {
    const account = { username, name, scopes: ['dispatch:read'], roles: ['handler'], areaCode: '230903', organisation: 'housing-bureau' };
    await demo.call('POST', '/api/gateway/v1/accounts', account, keyed(username));
  }
}

/** 知识库: one entry that anybody reads, and one that waits for the publisher. */
async function knowledge({ 'demo-hotline': clerk, 'demo-knowledge': publisher }: Doers): Promise<void> {
  const path = '/api/intake/v1/knowledge-entries';
  const about = { areaCode: '230903', categoryCode: '010208', organisationCode: 'heating-company' };
  const heating = {
    ...about,
    question: '暖气不热先做什么？',
    answer: '先检查入户阀门是否全开、过滤器是否堵塞；仍不热的拨打12345，供热公司24小时内上门测温。',
  };
  const { id } = await clerk.call<Made>('POST', path, heating, keyed('heating'));
  await publisher.call('POST', `${path}/${id}/publish`, {}, keyed('published'));
  const refund = { ...about, question: '室温不达标怎样退费？', answer: '入户测温不足18度的，按测温记录退还相应热费。' };
  await clerk.call('POST', path, refund, keyed('refund'));
}

/** 未接来电: made-up numbers. */
async function calls({ 'demo-hotline': clerk }: Doers): Promise<void> {
  for (const phone of ['13900005678', '13700004321'])
    await clerk.call('POST', '/api/intake/v1/missed-calls', { areaCode: '230903', line: '12345', phone }, keyed(`missed-${phone}`));
}

/** 村居民: made-up people who have agreed to be registered; one of them is looked after 重点服务对象, and was visited. */
async function residents({ 'demo-hotline': clerk, 'demo-care': carer }: Doers): Promise<void> {
  const agreed = { areaCode: COMMUNITY, consentOn: '2026-11-01', consentWay: 'written' };
  const people = [
    { name: '张秀英', phone: '13800004561', bornOn: '1950-03-08', address: '东方社区2号楼1单元101', groups: ['elderly'] },
    { name: '王建国', phone: '13700006712', bornOn: '1962-10-01', address: '东方社区5号楼2单元302', groups: ['elderly', 'disabled'] },
  ];
  const [cared] = await Promise.all(
    people.map((person) =>
      clerk.call<Made>('POST', '/api/intake/v1/residents', { ...person, ...agreed }, keyed(`resident-${person.bornOn}`)),
    ),
  );
  const path = '/api/intake/v1/key-persons';
  const { id } = await clerk.call<Made>('POST', path, { residentId: cared?.id, kind: 'living-alone', risk: 'key' }, keyed('key-person'));
  await clerk.call('POST', `${path}/${id}/assign`, { workerId: 'demo-care' }, keyed('key-person-assigned'));
  await carer.call('POST', `${path}/${id}/accept`, {}, keyed('key-person-accepted'));
  await carer.call('POST', `${path}/${id}/visit`, { way: 'home', met: true, note: '精神状态好。' }, keyed('key-person-visited'));
}

/** An hour of a day to come. */
const at = (days: number, hour: number): string => {
  const day = new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
  return `${day}T${String(hour).padStart(2, '0')}:00:00+08:00`;
};

/** 办件、上门: one case waits for a paper, one is handed in, and somebody goes to who cannot come. */
async function windows({ 'demo-grid': worker }: Doers): Promise<void> {
  const path = '/api/intake/v1/service-cases';
  const said = { itemCode: 'HF-04', mode: 'window', areaCode: COMMUNITY };
  const there = ['身份证', '银行卡'].map((name) => ({ name, state: 'present' }));
  const first = { ...said, applicant: { name: '郑国华', phone: '13900002468' }, materials: there.slice(0, 1) };
  await worker.call('POST', path, first, keyed('case-waiting'));
  const second = { ...said, applicant: { name: '吴桂芳', phone: '13700001357' }, materials: there };
  const { id } = await worker.call<Made>('POST', path, second, keyed('case-complete'));
  await worker.call('POST', `${path}/${id}/submit`, {}, keyed('case-submitted'));
  const file = { name: '冯志明', address: '东方社区4号楼1单元102', areaCode: COMMUNITY, consentOn: '2026-11-01', consentWay: 'spoken' };
  const resident = await worker.call<Made>('POST', '/api/intake/v1/residents', file, keyed('visited'));
  const visit = { residentId: resident.id, cause: 'disabled', from: at(2, 9), until: at(2, 11) };
  await worker.call('POST', '/api/intake/v1/home-visits', visit, keyed('visit'));
}

async function receptionDay({ 'demo-hotline': clerk }: Doers): Promise<void> {
  const day = { areaCode: COMMUNITY, host: '社区党委书记', place: '东方社区一楼接待室', topic: '供热和物业' };
  await clerk.call('POST', '/api/intake/v1/reception-days', { ...day, startsAt: at(2, 9), endsAt: at(2, 11) }, keyed('reception-day'));
}

/** 活动: a job fair that anybody books, with one who waits; one that is planned; and a session of the five deliveries that is over, with who came and what was found. */
async function activities({ 'demo-hotline': clerk }: Doers): Promise<void> {
  const path = '/api/intake/v1/activities';
  const act = (id: string, action: string, body: object = {}) =>
    clerk.call<Made>('POST', `${path}/${id}/${action}`, body, keyed(`${id}-${action}`));
  const book = (id: string, name: string, phone: string) =>
    clerk.call<Made>('POST', `${path}/${id}/bookings`, { name, phone }, keyed(`${id}-${phone}`));
  const here = { areaCode: COMMUNITY, place: '东方社区文化广场' };
  const fair = { ...here, kind: 'job-fair', title: '新就业群体专场招聘会', capacity: 2, coOrganiser: '区人力资源和社会保障局' };
  const employers = [
    { name: '鑫源物业公司', posts: 12 },
    { name: '顺达快运', posts: 8 },
  ];
  const { id } = await clerk.call<Made>('POST', path, { ...fair, employers, startsAt: at(3, 9), endsAt: at(3, 12) }, keyed('job-fair'));
  await act(id, 'announce');
  for (const phone of ['13900001122', '13700002233', '13800003344']) await book(id, '求职者', phone); // the last one waits
  const party = { ...here, kind: 'culture', title: '邻里迎新联欢', capacity: 80, startsAt: at(20, 14), endsAt: at(20, 16) };
  await clerk.call('POST', path, party, keyed('party'));
  const [from, until] = [15, 75].map((minutes) => new Date(Date.now() + minutes * 60_000).toISOString()); // its doors are open
  const policy = { ...here, kind: 'five-delivery', delivery: 'policy', title: '送政策进社区', capacity: 30, startsAt: from, endsAt: until };
  const held = await clerk.call<Made>('POST', path, policy, keyed(`policy-${from}`));
  await act(held.id, 'announce');
  await act(held.id, 'hold');
  for (const phone of ['13900004455', '13700005566']) {
    const came = await book(held.id, '骑手', phone);
    await clerk.call('POST', `/api/intake/v1/activity-bookings/${came.id}/attend`, {}, keyed(`${came.id}-attend`));
    if (phone.endsWith('66'))
      await clerk.call(
        'POST',
        `/api/intake/v1/activity-bookings/${came.id}/outcomes`,
        { outcome: 'need-found' },
        keyed(`${came.id}-outcome`),
      );
  }
  await act(held.id, 'close');
}

/** 随手拍 of a rider: one is valid and has earned points, one waits for a clerk. */
async function photos({ 'demo-rider': rider, 'demo-hotline': clerk }: Doers): Promise<void> {
  const path = '/api/intake/v1/snapshot-reports';
  const lid = { text: '窨井盖松动，骑车颠簸。', place: '东方社区2号楼旁', areaCode: COMMUNITY };
  const { id } = await rider.call<Made>('POST', path, lid, keyed('lid'));
  const valid = { categoryCode: '010204', areaCode: COMMUNITY, title: '窨井盖松动' };
  await clerk.call('POST', `${path}/${id}/register`, valid, keyed('lid-valid'));
  await rider.call('POST', path, { text: '楼前垃圾桶满溢。', place: '东方社区5号楼前', areaCode: COMMUNITY }, keyed('bin'));
}

/** 工单: one waits to be accepted; one is worked on with a co-handler, wants more time, and is looked at by a leader. */
async function orders(doers: Doers): Promise<void> {
  const { 'demo-centre': centre, 'demo-housing': housing, 'demo-street': street, 'demo-leader': leader } = doers;
  await orderOf(doers, 'lamp', { categoryCode: '010204', title: '路灯不亮', text: '1号楼前路灯三天不亮。', place: '东方社区1号楼前' });
  const yard = await orderOf(doers, 'yard', {
    categoryCode: '010208',
    title: '供热管沟塌陷',
    text: '院内供热管沟塌陷，车辆无法通行。',
    place: '东方社区3号楼院内',
  });
  const act = (who: Caller, action: string, body: object) =>
    who.call('POST', `/api/dispatch/v1/work-orders/${yard}/${action}`, body, keyed(`yard-${action}`));
  const given = {
    leadOrganisation: 'housing-bureau',
    coOrganisations: ['heating-company', 'street-011'],
    reason: '路面由住建局恢复，管线由供热公司检修。',
  };
  await act(centre, 'reassign', given);
  await act(housing, 'accept', {});
  await act(housing, 'start', {});
  const more = { kind: 'extension', extendBy: { amount: 3, unit: 'working_day' }, reason: '开挖须等管线交底。' };
  await act(housing, 'applications', more);
  const summoned = { departments: ['heating-company'], place: '东方社区3号楼院内', reason: '现场会商管线走向。' };
  await act(street, 'whistles', { ...summoned, meetAt: new Date(Date.now() + DAY_MS).toISOString() });
  const order = { cause: 'repeated', workOrderIds: [yard], reason: '同一地点多次塌陷，请说明原因。' };
  await leader.call('POST', '/api/dispatch/v1/supervision-orders', order, keyed('supervision'));
}

/** A request by telephone, and the order that it becomes. */
async function orderOf({ 'demo-hotline': clerk, 'demo-centre': centre }: Doers, name: string, said: object): Promise<string> {
  const request = {
    ...said,
    ...{ kind: 'complaint', channel: 'hotline-12345', areaCode: COMMUNITY },
    requester: { name: '周晓', phone: '13800009876' },
    point: { type: 'Point', coordinates: [131.0159, 45.7712] },
    call: { callId: `demo-${name}`, line: '12345', areaCode: '230903', queueSeconds: 6 },
  };
  const { id } = await clerk.call<Made>('POST', '/api/intake/v1/requests', request, keyed(name));
  return (await centre.first<Made>(`/api/dispatch/v1/work-orders?requestId=${id}&state=dispatched`)).id;
}
