import { AREA_LEVELS, areaAncestry } from '@zero-distance/kernel';

/**
 * Statistical disclosure control 统计披露控制 of one measure in one period: which areas' cells must be withheld, so that nobody
 * can compute a cell of 1 to `minimum - 1`, neither from the cell itself nor by subtraction.
 *
 * How somebody would compute it: a published area's cell, less those published below it, is the sum of what is withheld in
 * between, here called its **remainder**. Remainders of different areas have nothing in common, so each is looked at alone.
 * A small cell is safe when a case can be traded between its part of the remainder and the rest without any published sum changing.
 * Where none can, the smallest published cell below goes too, and where there is none, the area's own.
 */
export interface Disclosure {
  /** A cell with a part of 1 to `minimum - 1` is withheld. */
  readonly minimum: number;
  /**
   * For a share: the areas whose sizes (those who did and those who did not, together) are published are all but these. Their shares are
   * withheld too, since they would tell the size. Absent when no sizes are published.
   */
  readonly unsized?: ReadonlySet<string>;
}

/** What a cell consists of: a count is one part, a share two (those who did and those who did not). Parts add up over areas. */
export type Parts = readonly number[];

/** The whole, which every area lies in. */
export const WHOLE = '';

interface Node {
  readonly id: string;
  readonly parts: Parts;
  /** Itself and all it is summed up in, nearest first. */
  readonly line: readonly string[];
}

interface Table {
  /** Every area's cell, and what no cell shows: what a larger area counts itself, outside of those below it. */
  readonly nodes: readonly Node[];
  /** What nothing else is summed up in: communities, and what larger areas count themselves. */
  readonly leaves: readonly Node[];
  readonly withheld: Set<string>;
  readonly unsized: ReadonlySet<string> | undefined;
  readonly isSmall: (part: number) => boolean;
}

/**
 * The areas whose cells are withheld.
 * @param own what each area counts itself, the areas below it left out; none below the community
 */
export function withheldAreas(own: ReadonlyMap<string, Parts>, { minimum, unsized }: Disclosure): Set<string> {
  const leaves = [...own].filter(([, parts]) => parts.some((part) => part > 0)).map(leafOf);
  const nodes = [...leaves, ...sumsOf(leaves)];
  const isSmall = (part: number) => part > 0 && part < minimum;
  const isWithheld = ({ id, parts }: Node) => isSelfCounted(id) || unsized?.has(id) || parts.some(isSmall);
  const withheld = new Set(nodes.filter(isWithheld).map(({ id }) => id));
  const table: Table = { nodes, leaves, withheld, unsized, isSmall };
  for (let area = tellingArea(table); area !== undefined; area = tellingArea(table)) withheld.add(smallestBelow(area, table) ?? area);
  return new Set([...withheld].filter((id) => !isSelfCounted(id)));
}

const SELF_COUNTED = '*';
const isSelfCounted = (id: string): boolean => id.endsWith(SELF_COUNTED);

function leafOf([code, parts]: readonly [string, Parts]): Node {
  const line = [...areaAncestry(code), WHOLE].filter((each, i, all) => all.indexOf(each) === i);
  const id = code.length === AREA_LEVELS.community ? code : code + SELF_COUNTED;
  return { id, parts, line: id === code ? line : [id, ...line] };
}

function sumsOf(leaves: readonly Node[]): Node[] {
  const sums = new Map<string, Node>();
  for (const { parts, line } of leaves) {
    line.slice(1).forEach((id, i) => {
      const before = sums.get(id);
      sums.set(id, { id, line: line.slice(i + 1), parts: before ? sum(before.parts, parts) : parts });
    });
  }
  return [...sums.values()];
}

const sum = (one: Parts, other: Parts): Parts => one.map((part, i) => part + (other[i] ?? 0));
const sizeOf = ({ parts }: Node): number => parts.reduce((all, part) => all + part, 0);

/** The nearest area, itself included, that is not among `hidden`: in whose remainder something is. */
const holderOf = ({ line }: Node, hidden: ReadonlySet<string>): string | undefined =>
  line.find((id) => !isSelfCounted(id) && !hidden.has(id));

/** A published area whose remainder tells a small cell; undefined when none does. */
function tellingArea(table: Table): string | undefined {
  const { nodes, leaves, withheld, isSmall } = table;
  const unpublished = leaves.filter(({ id }) => withheld.has(id));
  for (const secret of nodes.filter(({ id, parts }) => withheld.has(id) && parts.some(isSmall))) {
    const holder = holderOf(secret, withheld);
    if (holder === undefined) continue; // no published sum holds it
    const remainder = unpublished.filter((leaf) => holderOf(leaf, withheld) === holder);
    const inside = remainder.filter(({ line }) => line.includes(secret.id));
    const outside = remainder.filter(({ line }) => !line.includes(secret.id));
    const isTold = (part: number, i: number) => isSmall(part) && !canSwap(inside, outside, i) && !canMove(inside, outside, i, table);
    if (secret.parts.some(isTold)) return holder;
  }
  return undefined;
}

const has = (side: readonly Node[], i: number): boolean => side.some(({ parts }) => (parts[i] ?? 0) > 0);

/** Can one who did on one side and one who did not on the other change places? The sizes of both stay as they are. */
const canSwap = (inside: readonly Node[], outside: readonly Node[], i: number): boolean =>
  (has(inside, i) && has(outside, 1 - i)) || (has(inside, 1 - i) && has(outside, i));

/** Can a case go from one side to the other, between two whose sizes nobody knows, and leave nobody empty who is known not to be? */
function canMove(inside: readonly Node[], outside: readonly Node[], i: number, { unsized }: Table): boolean {
  const mayGive = (node: Node) => (node.parts[i] ?? 0) > 0 && sizeOf(node) > 1;
  const isFree = (one: Node, other: Node) => !unsized || holderOf(one, unsized) === holderOf(other, unsized);
  return inside.some((one) => outside.some((other) => (mayGive(one) || mayGive(other)) && isFree(one, other)));
}

/** The smallest published cell right below an area: the cheapest to withhold. */
function smallestBelow(area: string, table: Table): string | undefined {
  const { nodes, withheld } = table;
  const below = nodes.filter(({ id, line }) => !withheld.has(id) && line.slice(1).find((above) => !withheld.has(above)) === area);
  return below.sort((a, b) => sizeOf(a) - sizeOf(b) || a.id.localeCompare(b.id))[0]?.id;
}
