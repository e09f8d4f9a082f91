import { type Actor, areaAncestry, isWithinArea } from '@zero-distance/kernel';
import { areaConditions } from '../paging/area-conditions.js';

/** Takes a parameter of the query and gives its place, `$1`. */
export type Given = (value: unknown) => string;

/** The alias of the table in every query that is built of a {@link Visibility}. */
export const ALIAS = 't';

/** 参与: where it is kept that an organisation takes part in a row. `open` is the column that says that the row is open yet. */
interface ParticipationTable {
  /** A table with `organisation_id`, and its joins. */
  readonly from: string;
  /** Its column with the id of the row. */
  readonly id: string;
  readonly open?: string;
}

/** Who sees which rows of a matter: by area, by organisation, by account. Data, so that one rule is written once and tested once. */
export interface MatterVisibility {
  readonly by: 'matter';
  /** The column with the organisation's id, or the tables of those that take part. */
  readonly participants: string | readonly ParticipationTable[];
  /** 报告人: the column with the account that took the matter in; absent where every role that takes in sees all. */
  readonly takenInBy?: string;
  /** 回避: true where a matter names the accounts and organisations it is hidden from (`barred_account_ids`, `barred_organisation_ids`). */
  readonly recuses: boolean;
}

/** Who sees the rows of a table. Conditions of every query on it are made of this. */
export type Visibility =
  | MatterVisibility
  /** Rows within the token's area, by the column with their area code. */
  | { readonly by: 'area'; readonly column: string }
  /** Rows whose area lies in the token's area or holds it: a community sees what its street has. */
  | { readonly by: 'touching-area'; readonly column: string }
  /** Names and codes of public bodies, categories: no secret. */
  | { readonly by: 'everybody' };

/** Whom `participants` lists: the condition that an organisation takes part. */
export function participates({ participants }: MatterVisibility, organisation: string, openOnly = false): string {
  if (typeof participants === 'string') return `${ALIAS}.${participants} = ${organisation}`;
  const ids = participants.map(
    ({ from, id, open }) => `select ${id} from ${from} where organisation_id = ${organisation}${openOnly && open ? ` and ${open}` : ''}`,
  );
  return `${ALIAS}.id in (${ids.join(' union all ')})`;
}

/**
 * Alternative conditions for seeing a matter in the token's area; one of them has to hold. One for most callers. Two for a caller who acts
 * for an organisation with a territory narrower than the token's area: matters there, and matters elsewhere that it participates in.
 * No row fulfils both, and each has an index of its own.
 */
function alternatives(actor: Actor, given: Given, matter: MatterVisibility, openOnly: boolean): [string, ...string[]] {
  if (actor.onlyOwn) return [matter.takenInBy ? `${ALIAS}.${matter.takenInBy} = ${given(actor.id)}` : 'false'];
  if (actor.org === undefined) return ['true'];
  if (!actor.organisation) return ['false'];
  const { id, territory } = actor.organisation;
  if (territory === undefined) return [participates(matter, given(id), openOnly)];
  if (isWithinArea(actor.area, territory)) return ['true'];
  const column = `${ALIAS}.area_code`;
  const elsewhere = `not starts_with(${column}, ${given(territory)}) and ${participates(matter, given(id), openOnly)}`;
  return [areaConditions(territory, given, column).join(' and '), elsewhere];
}

/** A matter is hidden from the accounts and organisations that it names as complained about or recused. */
function notRecused({ id, organisation }: Actor, given: Given, { recuses }: MatterVisibility): string[] {
  if (!recuses) return [];
  const free = (column: string, whom: string) => `(${ALIAS}.${column} is null or ${given(whom)} <> all(${ALIAS}.${column}))`;
  const account = free('barred_account_ids', id);
  return organisation ? [account, free('barred_organisation_ids', organisation.id)] : [account];
}

/** The condition that limits a read of one row to the caller's reach: a row beyond it is not found. */
export function visibleTo(actor: Actor, given: Given, visible: Visibility): string {
  if (actor.roles.includes('system')) return 'true'; // whatever account a matter names as recused, its events and clocks go on
  switch (visible.by) {
    case 'everybody':
      return 'true';
    case 'area':
      return `starts_with(${ALIAS}.${visible.column}, ${given(actor.area)})`;
    case 'touching-area':
      return touching(visible.column, actor.area, given);
    case 'matter': {
      const inArea = `starts_with(${ALIAS}.area_code, ${given(actor.area)})`;
      const seen = alternatives(actor, given, visible, false).map((one) => `(${one})`);
      return [inArea, `(${seen.join(' or ')})`, ...notRecused(actor, given, visible)].join(' and ');
    }
  }
}

/** The condition that a row's area lies in `area` or holds it. */
export const touching = (column: string, area: string, given: Given): string =>
  `(starts_with(${ALIAS}.${column}, ${given(area)}) or ${ALIAS}.${column} = any(${given(areaAncestry(area))}))`;

/** The sets of conditions of a list, without the token's area: a page is taken of each, by its own index. */
export function visibleSets(actor: Actor, given: Given, visible: Visibility, openOnly: boolean): [string[], ...string[][]] {
  if (visible.by === 'touching-area') return [[touching(visible.column, actor.area, given)]];
  if (visible.by !== 'matter') return [[]];
  const common = notRecused(actor, given, visible);
  const [first, ...others] = alternatives(actor, given, visible, openOnly);
  return [[...common, first], ...others.map((one) => [...common, one])];
}
