import { isWithinArea } from '@zero-distance/kernel';
import { areaConditions } from '../paging/area-conditions.js';
import type { MatterReach } from './reach.js';

type Given = (value: unknown) => string;

/** How a table of matters tells who may see its rows. */
export interface MatterColumns {
  /** The alias of the table in the query. */
  readonly alias: string;
  /** The condition that an organisation participates, by the place of its id: `$1`. */
  participates(organisation: string): string;
  /** The condition that an account took the matter in; absent where every role that takes in sees all. */
  takenInBy?(account: string): string;
  /** 回避: false where no matter names whom it is hidden from. */
  readonly recuses: boolean;
}

/**
 * The conditions of which one has to hold for a matter to be seen, of those that lie in the token's area. One for most callers. Two for who
 * acts for an organisation with a territory that is narrower than the token's area: what lies there, and what it participates in elsewhere;
 * no row fulfils both, and each is found by an index of its own.
 */
function alternatives(reach: MatterReach, given: Given, { alias, participates, takenInBy }: MatterColumns): [string, ...string[]] {
  const { area, organisation, accountId, onlyOwn } = reach;
  if (onlyOwn) return [takenInBy ? takenInBy(given(accountId)) : 'false'];
  if (!organisation) return ['true'];
  const { id, territory } = organisation;
  if (territory === undefined) return [participates(given(id))];
  if (isWithinArea(area, territory)) return ['true'];
  const column = `${alias}.area_code`;
  const elsewhere = `not starts_with(${column}, ${given(territory)}) and ${participates(given(id))}`;
  return [areaConditions(territory, given, column).join(' and '), elsewhere];
}

/** A matter is hidden from the accounts and organisations that it names as complained about or recused. */
function notRecused({ accountId, organisation }: MatterReach, given: Given, { alias, recuses }: MatterColumns): string[] {
  if (!recuses) return [];
  const free = (column: string, id: string) => `(${alias}.${column} is null or ${given(id)} <> all(${alias}.${column}))`;
  const account = free('barred_account_ids', accountId);
  return organisation ? [account, free('barred_organisation_ids', organisation.id)] : [account];
}

/** The condition that keeps a read of one row within a caller's reach: what lies beyond it is not found. */
export function withinReach(reach: MatterReach, given: Given, columns: MatterColumns): string {
  const inArea = `starts_with(${columns.alias}.area_code, ${given(reach.area)})`;
  const seen = alternatives(reach, given, columns).map((one) => `(${one})`);
  return [inArea, `(${seen.join(' or ')})`, ...notRecused(reach, given, columns)].join(' and ');
}

/** A page of a list. */
export interface ReachedPage {
  /** `select … from …`, up to its conditions; the id comes out as `id`. */
  readonly select: string;
  /** What was asked for, the token's area included. */
  readonly conditions: readonly string[];
  readonly limit: number;
}

/** The list's statement, newest first: with two alternatives it takes a page of each by its own index, and of both the newest. */
export function selectReached(
  reach: MatterReach,
  given: Given,
  columns: MatterColumns,
  { select, conditions, limit }: ReachedPage,
): string {
  const page = `order by id desc limit ${given(limit)}`;
  const common = [...conditions, ...notRecused(reach, given, columns)];
  const [first, ...others] = alternatives(reach, given, columns).map((one) => `${select} where ${[...common, one].join(' and ')} ${page}`);
  if (others.length === 0) return first as string;
  return `select * from (${[first, ...others].map((part) => `(${part})`).join(' union all ')}) as reached ${page}`;
}
