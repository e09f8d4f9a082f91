import type { Service } from '@zero-distance/contracts';
import type { Actor, Role } from '@zero-distance/kernel';

// THE table of permissions: role × resource × scope. One row an operation, named `<service>.<resource>.<action>`; a controller
// names its row (`@Auth('intake.requests.register')`), and the guard and the OpenAPI document go by it. e2e/access.e2e.spec.ts walks
// every row with tokens of another area, another organisation, another role and too little scope.

/** How far an operation reaches, and so what of its caller's token counts besides scope and role. */
export const REACHES = {
  public: { zh: '无需令牌。', en: 'Needs no token.' },
  everybody: { zh: '公开的登记信息：不按区域或单位限制。', en: 'A register that is no secret: neither area nor organisation narrows it.' },
  area: { zh: '限令牌的区域（area）之内。', en: "Within the area of the caller's token." },
  matter: {
    zh: '限令牌的区域（area）之内；代表单位（org）的令牌只及于该单位参与的事项（街道、乡镇、社区、村和中心另及于其辖区），且不及于被投诉或须回避的事项。',
    en:
      "Within the area of the caller's token. One that acts for an organisation (`org`) reaches what that organisation takes part in " +
      '(a street, town, community, village or centre also what lies in its own area), and never a matter that names it as complained about or recused.',
  },
  figures: {
    zh:
      '限令牌的区域（area）之内；代表单位（org）的令牌：街道、乡镇、社区、村和中心限其辖区。代表单位的，以及不经办诉求的角色，' +
      '只能查看社区及以上、一个月及以上的指标，少于策略 publish-minimum 的数不给出。',
    en:
      "Within the area of the caller's token; one that acts for an organisation (`org`) of kind street, town, community, village or centre, within " +
      'its own territory. Who acts for an organisation, or has no role that sees matters, reads of communities and above and of a month or longer, ' +
      'without the numbers below the policy publish-minimum.',
  },
  district: {
    zh: '对全区有效：令牌的区域（area）必须覆盖全区。',
    en: 'Holds for the whole district: needs a token whose area covers the district.',
  },
} as const satisfies Record<string, { readonly zh: string; readonly en: string }>;
type Reach = keyof typeof REACHES;

type Verb = 'read' | 'write' | 'operate' | 'reveal';

/** What one operation asks of its caller. */
export interface AccessRow {
  /** `<service>:<verb>`. */
  readonly scope: string;
  /** One of them is needed; none named: any caller with the scope. */
  readonly roles: readonly Role[];
  /** These are taken besides, and reach only what they took in themselves ({@link seesOnlyOwn}). */
  readonly own: readonly Role[];
  readonly reach: Reach;
}

type Cells = readonly [verb: Verb, roles: readonly Role[], reach: Reach, own?: readonly Role[]];
type Rows<S extends Service, T> = { readonly [K in keyof T & string as `${S}.${K}`]: AccessRow };

function rows<const S extends Service, const T extends Readonly<Record<string, Cells>>>(service: S, table: T): Rows<S, T> {
  const named = Object.entries(table).map(([name, [verb, roles, reach, own = []]]) => [
    `${service}.${name}`,
    { scope: `${service}:${verb}`, roles, own, reach },
  ]);
  return Object.fromEntries(named) as Rows<S, T>;
}

/** Who meets residents, and takes in what they say. */
const TAKERS = [
  'intake-clerk',
  'window-clerk',
  'grid-worker',
  'mobile-grid-worker',
  'care-worker',
  'police-auxiliary',
  'inspector',
  'organiser',
  'handler',
] as const;
/** Who needs the matter itself for their work, from the first call to the last. */
const MATTER_READERS = [
  'intake-clerk',
  'window-clerk',
  'grid-worker',
  'dispatcher',
  'handler',
  'reviewer',
  'callback-agent',
  'mediator',
  'leader',
  'administrator',
] as const;
const INSPECTORS = ['inspector', 'grid-worker', 'police-auxiliary'] as const;
const INSPECTION_READERS = [...INSPECTORS, 'handler', 'dispatcher', 'reviewer', 'leader', 'administrator'] as const;
const CASE_READERS = [
  'mediator',
  'intake-clerk',
  'window-clerk',
  'dispatcher',
  'callback-agent',
  'handler',
  'leader',
  'administrator',
] as const;
const CALLBACK_READERS = [
  'callback-agent',
  'intake-clerk',
  'dispatcher',
  'reviewer',
  'handler',
  'publisher',
  'leader',
  'administrator',
] as const;
/** Who leads, answers for figures or is measured by them; an organisation's own token has the handler's role. */
const FIGURE_READERS = [
  'leader',
  'administrator',
  'reviewer',
  'publisher',
  'dispatcher',
  'callback-agent',
  'appraiser',
  'handler',
] as const;

const ANYBODY = [] as const;
const ADMINISTRATOR = ['administrator'] as const;
const CLERK = ['intake-clerk'] as const;
const HANDLER = ['handler'] as const;
const REVIEWER = ['reviewer'] as const;
const DISPATCHER = ['dispatcher'] as const;
const MEDIATOR = ['mediator'] as const;
const AGENT = ['callback-agent'] as const;

const OF_EVERY_SERVICE = {
  'deadLetters.list': ['operate', ADMINISTRATOR, 'district'],
  'deadLetters.get': ['operate', ADMINISTRATOR, 'district'],
  'deadLetters.replay': ['operate', ADMINISTRATOR, 'district'],
  'deadLetters.discard': ['operate', ADMINISTRATOR, 'district'],
  'outbox.republish': ['operate', ADMINISTRATOR, 'district'],
} as const satisfies Record<string, Cells>;

const OF_POLICIES = {
  'policies.list': ['read', ANYBODY, 'everybody'],
  'policies.set': ['operate', ADMINISTRATOR, 'district'],
} as const satisfies Record<string, Cells>;

/** The table. */
export const ACCESS_TABLE = {
  ...rows('intake', {
    'areas.register': ['write', ADMINISTRATOR, 'area'],
    'areas.list': ['read', ANYBODY, 'everybody'],
    'areas.get': ['read', ANYBODY, 'everybody'],
    'categories.register': ['write', ADMINISTRATOR, 'district'],
    'categories.list': ['read', ANYBODY, 'everybody'],
    'serviceItems.register': ['write', ADMINISTRATOR, 'district'],
    'serviceItems.list': ['read', ANYBODY, 'public'],
    'requests.register': ['write', TAKERS, 'area'],
    'requests.list': ['read', MATTER_READERS, 'matter', TAKERS],
    'requests.findByPhone': ['read', ['intake-clerk', 'administrator'], 'matter'],
    'requests.get': ['read', MATTER_READERS, 'matter', TAKERS],
    'requests.timeline': ['read', MATTER_READERS, 'matter', TAKERS],
    'requests.reveal': ['reveal', ['intake-clerk', 'window-clerk', 'handler', 'callback-agent', 'mediator', 'administrator'], 'matter'],
    'requests.answerOnTheSpot': ['write', CLERK, 'matter'],
    'requests.decline': ['write', CLERK, 'matter'],
    'requests.withdraw': ['write', CLERK, 'matter'],
    ...OF_POLICIES,
    ...OF_EVERY_SERVICE,
  }),
  ...rows('dispatch', {
    'organisations.register': ['write', ADMINISTRATOR, 'area'],
    'organisations.list': ['read', ANYBODY, 'everybody'],
    'responsibilities.register': ['write', ADMINISTRATOR, 'area'],
    'responsibilities.list': ['read', ANYBODY, 'everybody'],
    'responsibilities.match': ['read', ANYBODY, 'everybody'],
    'holidays.register': ['write', ADMINISTRATOR, 'district'],
    'holidays.list': ['read', ANYBODY, 'everybody'],
    'workOrders.list': ['read', [...MATTER_READERS, 'inspector'], 'matter'],
    'workOrders.get': ['read', [...MATTER_READERS, 'inspector'], 'matter'],
    'workOrders.dispatch': ['write', DISPATCHER, 'matter'],
    'workOrders.accept': ['write', HANDLER, 'matter'],
    'workOrders.start': ['write', HANDLER, 'matter'],
    'workOrders.reply': ['write', HANDLER, 'matter'],
    'workOrders.return': ['write', HANDLER, 'matter'],
    'workOrders.reject': ['write', REVIEWER, 'matter'],
    'workOrders.approve': ['write', REVIEWER, 'matter'],
    'workOrders.dispatchAgain': ['write', DISPATCHER, 'matter'],
    'workOrders.terminate': ['write', DISPATCHER, 'matter'],
    ...OF_POLICIES,
    ...OF_EVERY_SERVICE,
  }),
  ...rows('case-mediation', {
    'mediators.register': ['write', ADMINISTRATOR, 'area'],
    'mediators.list': ['read', ANYBODY, 'area'],
    'mediators.get': ['read', ANYBODY, 'area'],
    'cases.apply': ['write', ['mediator', 'intake-clerk', 'dispatcher'], 'area'],
    'cases.list': ['read', CASE_READERS, 'matter'],
    'cases.get': ['read', CASE_READERS, 'matter'],
    'cases.accept': ['write', MEDIATOR, 'matter'],
    'cases.decline': ['write', MEDIATOR, 'matter'],
    'cases.assign': ['write', ['mediator', 'dispatcher'], 'matter'],
    'cases.start': ['write', MEDIATOR, 'matter'],
    'cases.holdSession': ['write', MEDIATOR, 'matter'],
    'cases.agree': ['write', MEDIATOR, 'matter'],
    'cases.fail': ['write', MEDIATOR, 'matter'],
    'cases.terminate': ['write', MEDIATOR, 'matter'],
    'cases.perform': ['write', MEDIATOR, 'matter'],
    'cases.breach': ['write', MEDIATOR, 'matter'],
    ...OF_POLICIES,
    ...OF_EVERY_SERVICE,
  }),
  ...rows('inspection', {
    'checklists.current': ['read', ANYBODY, 'everybody'],
    'checklists.get': ['read', ANYBODY, 'everybody'],
    'checklists.register': ['write', ADMINISTRATOR, 'district'],
    'premises.register': ['write', ADMINISTRATOR, 'area'],
    'premises.list': ['read', INSPECTION_READERS, 'matter'],
    'premises.get': ['read', INSPECTION_READERS, 'matter'],
    'rounds.coverage': ['read', INSPECTION_READERS, 'area'],
    'visits.record': ['write', INSPECTORS, 'area'],
    'visits.list': ['read', INSPECTION_READERS, 'matter'],
    'visits.get': ['read', INSPECTION_READERS, 'matter'],
    'hazards.list': ['read', INSPECTION_READERS, 'matter'],
    'hazards.get': ['read', INSPECTION_READERS, 'matter'],
    'hazards.reportRectified': ['write', ['inspector'], 'matter'],
    'hazards.recheck': ['write', ['inspector'], 'matter'],
    'hazards.transfer': ['write', ['inspector'], 'matter'],
    ...OF_POLICIES,
    ...OF_EVERY_SERVICE,
  }),
  ...rows('evaluation', {
    'callbacks.list': ['read', CALLBACK_READERS, 'matter'],
    'callbacks.get': ['read', CALLBACK_READERS, 'matter'],
    'callbacks.attempt': ['write', AGENT, 'matter'],
    'callbacks.record': ['write', AGENT, 'matter'],
    'figures.get': ['read', FIGURE_READERS, 'figures'],
    'figures.compare': ['read', FIGURE_READERS, 'figures'],
    'figures.public': ['read', ANYBODY, 'public'],
    'ledger.list': ['read', ANYBODY, 'public'],
    'ledger.get': ['read', ANYBODY, 'public'],
    ...OF_POLICIES,
    ...OF_EVERY_SERVICE,
  }),
} as const;
export type AccessName = keyof typeof ACCESS_TABLE;

/** Whether an operation takes a caller with these roles. */
export const takesRoles = (row: AccessRow, held: Actor['roles']): boolean =>
  row.roles.length === 0 || holdsOne(held, row.roles) || holdsOne(held, row.own);

/** Whether an operation shows a caller with these roles only what they took in themselves. */
export const seesOnlyOwn = (row: AccessRow, held: Actor['roles']): boolean => !holdsOne(held, row.roles) && holdsOne(held, row.own);

const holdsOne = (held: Actor['roles'], asked: readonly Role[]): boolean => asked.some((role) => held.includes(role));

/** The row of an operation that several services have: for a class that is made for each. */
export const accessOf = (service: Service, operation: keyof typeof OF_EVERY_SERVICE | keyof typeof OF_POLICIES): AccessName =>
  `${service}.${operation}` as AccessName;

/** Every scope there is. */
export const SCOPES: readonly string[] = [...new Set(Object.values(ACCESS_TABLE).map(({ scope }) => scope))].sort();
