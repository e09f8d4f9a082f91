import { type ActingOrganisation, type Actor, areaAncestry, isWithinArea } from '@zero-distance/kernel';
import { areaConditions } from '../paging/area-conditions.js';

/** Takes a parameter of the query and gives its place, `$1`. */
export type Given = (value: unknown) => string;

/** The alias of the table in every query that is built of a {@link Visibility}. */
export const ALIAS = 't';

/** 参与: where it is kept that an organisation takes part in a row. `open` is the column that says that the row is open yet. */
interface ParticipationTable {
  /** A table with `organisation_id`; an index of it begins with that and goes on with `id`. */
  readonly from: string;
  /** Its column with the id of the row, or with what `of` names. */
  readonly id: string;
  /** The row's column that `id` is compared with; its own id unless told. */
  readonly of?: string;
  readonly open?: string;
}

/** Who sees which rows of a matter: by area, by organisation, by account. Data, so that one rule is written once and tested once. */
export interface MatterVisibility {
  readonly by: 'matter';
  /** The column with the organisation's id, or several, or tables of those that take part. */
  readonly participants: string | readonly (string | ParticipationTable)[];
  /** 报告人: the column with the account that took the matter in, or columns with accounts that it is given to; absent where every role that takes in sees all. */
  readonly takenInBy?: string | readonly string[];
  /** 回避: true where a matter names the accounts and organisations it is hidden from (`barred_account_ids`, `barred_organisation_ids`). */
  readonly recuses: boolean;
}

/** Who sees the rows of a table. Conditions of every query on it are made of this. */
export type Visibility =
  | MatterVisibility
  /** Rows within the token's area, by the column with their area code; where `organisation` is the column with a code, only those of whom the caller acts for. */
  | { readonly by: 'area'; readonly column: string; readonly organisation?: string }
  /** Rows whose area lies in the token's area or holds it: a community sees what its street has. */
  | { readonly by: 'touching-area'; readonly column: string }
  /** Names and codes of public bodies, categories: no secret. */
  | { readonly by: 'everybody' };

/** What is asked of a list, as far as it narrows what has to be looked through to find what the caller sees of it. */
export interface Asked {
  /** In the token's area. */
  readonly area: string;
  /** Of rows that are open yet. */
  readonly openOnly?: boolean;
  /** Of rows behind this one, in a list by id. */
  readonly behind?: { readonly id: unknown; readonly is: '<' | '>' };
}

/**
 * Whom `participants` lists: conditions of which one holds when an organisation takes part; each is answered by one table.
 * @param isOne which organisation: `= $1`, `= any($1)`
 */
function participations({ participants }: MatterVisibility, isOne: string, given: Given, asked: Omit<Asked, 'area'>): string[] {
  const { openOnly, behind } = asked;
  return [participants].flat().map((one) => {
    if (typeof one === 'string') return `${ALIAS}.${one} ${isOne}`;
    const { from, id, of = 'id', open } = one;
    const conditions = [`organisation_id ${isOne}`];
    if (openOnly && open) conditions.push(open);
    // So that what an organisation takes part in is not gone through from its beginning for each page.
    if (behind && of === 'id') conditions.push(`${id} ${behind.is} ${given(behind.id)}`);
    return `${ALIAS}.${of} in (select ${id} from ${from} where ${conditions.join(' and ')})`;
  });
}

/** The condition that an organisation takes part. */
export const participates = (matter: MatterVisibility, organisation: string, given: Given, openOnly: boolean): string =>
  `(${participations(matter, `= ${given(organisation)}`, given, { openOnly }).join(' or ')})`;

/**
 * Alternative conditions for seeing a matter in an area; one of them has to hold, and each has an index of its own. One for most callers.
 * A caller who acts for an organisation with a territory narrower than the area sees matters there, and matters elsewhere that it
 * participates in. Where the area lies within the territory, or apart from it, one of the two can add nothing and falls away.
 */
function alternatives(actor: Actor, given: Given, matter: MatterVisibility, asked: Asked): string[] {
  if (actor.onlyOwn)
    return matter.takenInBy ? [matter.takenInBy].flat().map((column) => `${ALIAS}.${column} = ${given(actor.id)}`) : ['false'];
  if (actor.org === undefined) return ['true'];
  if (!actor.organisation) return ['false'];
  const { territory } = actor.organisation;
  if (territory !== undefined && isWithinArea(asked.area, territory)) return ['true'];
  const takesPart = ownParts(actor.organisation, given, matter, asked);
  if (territory === undefined || !isWithinArea(territory, asked.area)) return takesPart;
  const column = `${ALIAS}.area_code`;
  const elsewhere = `not starts_with(${column}, ${given(territory)})`;
  return [areaConditions(territory, given, column).join(' and '), ...takesPart.map((one) => `${elsewhere} and ${one}`)];
}

/** What the organisation takes part in; and, apart, since few rows are looked through for it, what those took part in whose work it took over. */
function ownParts({ id, predecessors }: ActingOrganisation, given: Given, matter: MatterVisibility, asked: Asked): string[] {
  const own = participations(matter, `= ${given(id)}`, given, asked);
  return predecessors ? [...own, ...participations(matter, `= any(${given(predecessors)}::uuid[])`, given, asked)] : own;
}

/** A matter is hidden from the accounts and organisations that it names as complained about or recused, and from who took over the work of such a one. */
function notRecused({ id, organisation }: Actor, given: Given, { recuses }: MatterVisibility): string[] {
  if (!recuses) return [];
  const free = (column: string, whom: string) => `(${ALIAS}.${column} is null or ${given(whom)} <> all(${ALIAS}.${column}))`;
  const account = free('barred_account_ids', id);
  if (!organisation) return [account];
  const { id: own, predecessors } = organisation;
  return [account, ...[own, ...(predecessors ?? [])].map((one) => free('barred_organisation_ids', one))];
}

/** The condition that limits a read of one row to the caller's reach: a row beyond it is not found. */
export function visibleTo(actor: Actor, given: Given, visible: Visibility): string {
  if (actor.roles.includes('system')) return 'true'; // whatever account a matter names as recused, its events and clocks go on
  switch (visible.by) {
    case 'everybody':
      return 'true';
    case 'area':
      return [`starts_with(${ALIAS}.${visible.column}, ${given(actor.area)})`, ...ofOwnOrganisation(actor, given, visible)].join(' and ');
    case 'touching-area':
      return touching(visible.column, actor.area, given);
    case 'matter': {
      const inArea = `starts_with(${ALIAS}.area_code, ${given(actor.area)})`;
      const seen = alternatives(actor, given, visible, actor).map((one) => `(${one})`);
      return [inArea, `(${seen.join(' or ')})`, ...notRecused(actor, given, visible)].join(' and ');
    }
  }
}

/** Who acts for an organisation sees what is its own, where rows say whose they are. */
const ofOwnOrganisation = (actor: Actor, given: Given, { organisation }: { readonly organisation?: string }): string[] =>
  organisation === undefined || actor.org === undefined ? [] : [`${ALIAS}.${organisation} = ${given(actor.org)}`];

/** The condition that a row's area lies in `area` or holds it. */
export const touching = (column: string, area: string, given: Given): string =>
  `(starts_with(${ALIAS}.${column}, ${given(area)}) or ${ALIAS}.${column} = any(${given(areaAncestry(area))}))`;

/**
 * The sets of conditions of a list, without those of the area that is asked for: a page is taken of each, by its own index. A row may
 * fulfil several.
 */
export function visibleSets(actor: Actor, given: Given, visible: Visibility, asked: Asked): string[][] {
  if (visible.by === 'touching-area') return [[touching(visible.column, actor.area, given)]];
  if (visible.by === 'area') return [ofOwnOrganisation(actor, given, visible)];
  if (visible.by !== 'matter') return [[]];
  const common = notRecused(actor, given, visible);
  return alternatives(actor, given, visible, asked).map((one) => [...common, one]);
}
