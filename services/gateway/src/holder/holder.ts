import { type Actor, type DomainError, isWithinArea, type Role } from '@zero-distance/kernel';
import { refuse } from '../errors.js';

/** Who a token can speak for: a person's account, or a client. */
export interface Holder {
  readonly scopes: readonly string[];
  readonly roles: readonly string[];
  /** The code of an area; '' for every area. */
  readonly area: string;
  readonly org: string | null;
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

/** 不相容岗位: what one person may not be at once, since the one looks at what the other did. */
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

/** The refusal of a change of what one is oneself. */
export const checkOwn = (actor: { readonly id: string }, id: string): DomainError | undefined =>
  actor.id === id ? refuse('holder.own', { id }) : undefined;

/** The refusal of a wider area than one's own. */
export const checkArea = (actor: { readonly area: string }, area: string): DomainError | undefined =>
  isWithinArea(area, actor.area) ? undefined : refuse('holder.area_wider', { area, own: actor.area });

/** The refusal of another organisation than the one that one acts for: who acts for one sees no other's matters, and gives nobody the sight of them. */
export const checkOrganisation = (actor: Pick<Actor, 'org'>, org: string | null): DomainError | undefined =>
  actor.org === undefined || actor.org === org ? undefined : refuse('holder.organisation_not_own', { own: actor.org });

/**
 * The refusal of a scope that one does not have oneself: what nobody gave an administrator, they could else give to another and use it there. What a
 * holder has already may stay.
 */
export function checkScopes(
  actor: Pick<Actor, 'scopes'>,
  scopes: readonly string[],
  before: readonly string[] = [],
): DomainError | undefined {
  const beyond = scopes.find((scope) => !actor.scopes.includes(scope) && !before.includes(scope));
  return beyond === undefined ? undefined : refuse('holder.scope_beyond_own', { scope: beyond });
}

/** The names of the fields that two holders differ in, with what they are now: for the audit trail. */
export function changesOf(before: Holder, after: Holder): Readonly<Record<string, string>> {
  const fields = ['roles', 'scopes', 'area', 'org'] as const;
  const text = (value: Holder[(typeof fields)[number]]): string => (Array.isArray(value) ? value.join(' ') : String(value ?? ''));
  return Object.fromEntries(
    fields.filter((field) => text(before[field]) !== text(after[field])).map((field) => [field, text(after[field])]),
  );
}
