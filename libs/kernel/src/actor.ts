/** The roles a caller can hold: one closed list for all services, because a token is issued once for all of them. */
export const ROLES = [
  'intake-clerk', // 受理员: takes requests in
  'dispatcher', // 派单员: the district centre
  'handler', // 承办单位: a department's own system or staff
  'reviewer', // 审核员: approves answers
  'callback-agent', // 回访员
  'mediator', // 调解员
  'inspector', // 排查员: who inspects premises
  'publisher', // 公示员: keeps figures and the public ledger
  'administrator', // 管理员: registers, dead letters, policy
  'grid-worker', // 网格员
  'mobile-grid-worker', // 移动网格员: couriers and riders who report what they see
  'window-clerk', // 窗口人员: takes requests and service cases in at a counter
  'care-worker', // 帮扶人员: visits the people who are looked after
  'police-auxiliary', // 辅警
  'organiser', // 议事组织者: calls deliberations and activities
  'appraiser', // 评议员
  'leader', // 领导: reads, decides matters submitted to them
  'trainer', // 培训师
  'importer', // 数据导入: brings earlier records with their own times
] as const;
export type Role = (typeof ROLES)[number];

/** Who meets residents, and takes in what they say. */
export const TAKERS = [
  'intake-clerk',
  'window-clerk',
  'grid-worker',
  'mobile-grid-worker',
  'care-worker',
  'police-auxiliary',
  'inspector',
  'organiser',
  'handler',
] as const satisfies readonly Role[];

/** 居民档案: who keeps the files of residents. */
export const RESIDENT_KEEPERS = ['intake-clerk', 'window-clerk', 'grid-worker', 'care-worker'] as const satisfies readonly Role[];

/** 重点服务对象: who keeps the register of their area, and who looks after somebody. */
export const CARE_KEEPERS = ['intake-clerk'] as const satisfies readonly Role[];
export const CARE_WORKERS = ['care-worker', 'grid-worker'] as const satisfies readonly Role[];

/** The known facts of the organisation that a caller acts for. */
export interface ActingOrganisation {
  readonly id: string;
  /** The area code whose matters it sees, for kinds that have a territory: street, town, community, village, centre. */
  readonly territory?: string;
  /** 承接: those whose work it took over, and who are no more; absent for nobody. It sees what they took part in. */
  readonly predecessors?: readonly string[];
}

/** Whether a caller acts for an organisation: its own, or one that is no more and whose work it does. */
export const actsFor = (caller: ActingOrganisation | undefined, organisationId: string): boolean =>
  caller !== undefined && (caller.id === organisationId || (caller.predecessors?.includes(organisationId) ?? false));

/** Who does something. Comes from a verified token, or is the system itself. */
export interface Actor {
  /** Subject or client id. Never a person's name. */
  readonly id: string;
  /** The client whose token it is, where the token says so: the system that a person works with, or the caller itself. */
  readonly clientId?: string;
  readonly roles: readonly (Role | 'system')[];
  readonly scopes: readonly string[];
  /** Area code prefix: what one may see and touch. Empty means everything. */
  readonly area: string;
  /** Code of the organisation acted for, when there is one. */
  readonly org?: string;
  /** That organisation as it is registered; absent when it is not: then nothing is seen. */
  readonly organisation?: ActingOrganisation;
  /** The operation that is called shows them only what they took in themselves: none of their roles reaches further. */
  readonly onlyOwn?: boolean;
  /** When the token ends, as `Date.now()` tells it: for what goes on longer than a call. */
  readonly tokenUntil?: number;
  /** Present when the call carried an Idempotency-Key: its answer is stored with the change itself. */
  readonly idempotency?: {
    readonly key: string;
    readonly requestHash: string;
    /** The answer as sent, with the additions to the use case's result. */
    readonly complete?: (answer: unknown) => unknown;
  };
}

/** Whom the house itself acts as. What is recorded under these names nobody else has done: no account and no client is called so, and no token bears one. */
export const HOUSE_NAMES = {
  system: 'system',
  operator: 'operator@machine', // who runs a command on the machine
  visitor: 'visitor@public', // whoever does something without a log-in
} as const;
const RESERVED: ReadonlySet<string> = new Set(Object.values(HOUSE_NAMES));
export const isHouseName = (name: string): boolean => RESERVED.has(name);

/** The caller of timeouts, event handlers and everything else that no person triggered. */
export const SYSTEM: Actor = { id: HOUSE_NAMES.system, roles: ['system'], scopes: [], area: '' };

/** 未登录者: the caller of public operations that leave something behind. Nobody knows one from another: who has an id that was given out may use it. */
export const VISITOR: Actor = { id: HOUSE_NAMES.visitor, roles: [], scopes: [], area: '' };
