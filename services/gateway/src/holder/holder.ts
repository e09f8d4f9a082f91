import { type Actor, type DomainError, isHouseName, isWithinArea, type Role, showsPersonalData } from '@zero-distance/kernel';
import { refuse } from '../errors.js';

/** Who a token can speak for: a person's account, or a client. */
export interface Holder {
  readonly scopes: readonly string[];
  readonly roles: readonly string[];
  /** The code of an area; '' for every area. */
  readonly area: string;
  readonly org: string | null;
}

/** An account or a client, as it is kept. */
export interface HolderRow extends Holder {
  readonly id: string;
  readonly version: number;
  readonly disabledAt: Date | null;
}

/** The scope with which accounts and clients are managed. */
export const ADMINISTER = 'gateway:administer';

/** Whether a holder can manage others. */
export const isAdministrator = ({ roles, scopes }: Pick<Holder, 'roles' | 'scopes'>): boolean =>
  roles.includes('administrator') && scopes.includes(ADMINISTER);

/** Whether a holder can no longer manage all that they managed before. */
export const administersNoMore = (before: Holder, after: Holder): boolean =>
  isAdministrator(before) &&
  (!isAdministrator(after) || !isWithinArea(before.area, after.area) || (after.org !== null && after.org !== before.org));

/**
 * 不相容岗位: what one person may not be at once, since the one looks at what the other did. What one person may not both do in one matter, whatever
 * their roles, is the kernel's `checkSeparate`.
 */
const SEPARATE_ROLES: readonly (readonly [Role, Role])[] = [
  ['handler', 'reviewer'], // 承办、审核
  ['handler', 'callback-agent'], // 承办、回访
  ['handler', 'appraiser'], // 承办、评议
];

/** The refusal of roles that one person may not have together. */
export function checkRoles(roles: readonly string[]): DomainError | undefined {
  const pair = SEPARATE_ROLES.find((both) => both.every((role) => roles.includes(role)));
  return pair && refuse('holder.roles_not_separate', { one: pair[0], other: pair[1] });
}

/** The refusal of a name that is the house's own, or shows somebody's number: it stays, and is shown as it is wherever one is named. */
export function checkName(name: string): DomainError | undefined {
  if (isHouseName(name)) return refuse('holder.name_reserved');
  return showsPersonalData(name) ? refuse('holder.name_personal') : undefined;
}

/** The refusal of a change of what one is oneself. */
export const checkOthers = (actor: { readonly id: string }, id: string): DomainError | undefined =>
  actor.id === id ? refuse('holder.own', { id }) : undefined;

/** The refusal of a wider area than one's own. */
export const checkArea = (actor: { readonly area: string }, area: string): DomainError | undefined =>
  isWithinArea(area, actor.area) ? undefined : refuse('holder.area_wider', { area, own: actor.area });

/** The refusal of another organisation than the one that one acts for: who acts for one sees no other's matters, and gives nobody the sight of them. */
export const checkOrganisation = (actor: Pick<Actor, 'org'>, org: string | null): DomainError | undefined =>
  actor.org === undefined || actor.org === org ? undefined : refuse('holder.organisation_not_own', { own: actor.org });

/** Whether a holder reaches further than before with what it may do. */
const reachesFurther = (before: Holder, after: Holder): boolean =>
  !isWithinArea(after.area, before.area) ||
  (before.org !== null && after.org !== before.org) ||
  after.roles.some((role) => !before.roles.includes(role));

/**
 * The refusal of a scope that one does not have oneself: what nobody gave an administrator, they could else give to another and use it there. What a
 * holder has already may stay while it reaches no further.
 */
export function checkScopes(actor: Pick<Actor, 'scopes'>, after: Holder, before?: Holder): DomainError | undefined {
  const kept = before && !reachesFurther(before, after) ? before.scopes : [];
  const beyond = beyondOwn(actor, after.scopes).find((scope) => !kept.includes(scope));
  return beyond === undefined ? undefined : refuse('holder.scope_beyond_own', { scope: beyond });
}

/**
 * The refusal of a way into what may do more than oneself: a password, a secret, an address that codes go to, the end of a lock. Area and organisation
 * bound what is found at all; roles are no bound, since who manages others gives any of them.
 */
export function checkReach(actor: Pick<Actor, 'scopes'>, { scopes }: Pick<Holder, 'scopes'>): DomainError | undefined {
  const [beyond] = beyondOwn(actor, scopes);
  return beyond === undefined ? undefined : refuse('holder.may_more', { scope: beyond });
}

const beyondOwn = (actor: Pick<Actor, 'scopes'>, scopes: readonly string[]): string[] =>
  scopes.filter((scope) => !actor.scopes.includes(scope));

/** What is told of a change as it is now: codes. */
const CODES = ['roles', 'scopes', 'area', 'org'] as const;
/** What is told of only that it changed, by these names. */
const UNTOLD = {
  name: 'name',
  redirectUris: 'redirectUris',
  postLogoutRedirectUris: 'postLogoutRedirectUris',
  secretHash: 'secret',
} as const;

/** All that can change of a holder by an administrator's hand, but for whether it is disabled. */
type Changing = Holder & { readonly [F in keyof typeof UNTOLD]?: string | null | readonly string[] };

/** What two holders differ in, for the audit trail; nothing where the one is as the other. */
export function changesOf(before: Changing, after: Changing): Readonly<Record<string, string>> {
  const differ = (field: keyof Changing): boolean => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null);
  const codes = CODES.filter(differ).map((field) => [field, [after[field] ?? ''].flat().join(' ')]);
  const untold = Object.entries(UNTOLD).filter(([field]) => differ(field as keyof typeof UNTOLD));
  return Object.fromEntries([...codes, ...untold.map(([, name]) => [name, 'changed'])]);
}

/** What is told of a holder that is new. */
export const firstOf = (holder: Changing): Readonly<Record<string, string>> =>
  changesOf({ ...holder, scopes: [], roles: [], area: '', org: null }, holder);
