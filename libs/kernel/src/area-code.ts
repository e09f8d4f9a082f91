/**
 * 12-digit statistical division codes (国家统计局统计用区划代码), cut to a level, plus 3 digits for a grid.
 * A code is its own ancestry, so scope is a prefix test.
 */
export const AREA_LEVELS = { district: 6, street: 9, community: 12, grid: 15 } as const;
export type AreaLevel = keyof typeof AREA_LEVELS;

/** Street 001–099, town 100–199, township 200–399, other (development zones, state farms) 400–599 (positions 7–9). */
export type StreetKind = 'street' | 'town' | 'township' | 'other';
/** Residents' committee 001–199, villagers' committee 200–399, other (a forest farm's living quarters) 400–599 (positions 10–12). */
export type CommunityKind = 'residents_committee' | 'villagers_committee' | 'other';

/** What an area can be. */
export const AREA_KINDS = [
  'district',
  'street',
  'town',
  'township',
  'residents_committee',
  'villagers_committee',
  'grid',
  'other',
] as const;
export type AreaKind = (typeof AREA_KINDS)[number];

const PATTERN = /^\d{6}(\d{3}){0,3}$/;

/** Undefined when the text is not an area code of any level. */
export function areaLevel(code: string): AreaLevel | undefined {
  if (!PATTERN.test(code)) return undefined;
  if (code.length >= 9 && streetKind(code) === undefined) return undefined;
  if (code.length >= 12 && communityKind(code) === undefined) return undefined;
  return (Object.keys(AREA_LEVELS) as AreaLevel[]).find((level) => AREA_LEVELS[level] === code.length);
}

/** True for a code of any level, from district to grid. */
export const isAreaCode = (code: string): boolean => areaLevel(code) !== undefined;

/** The kind of the area with this code, by the digits of its own level; undefined when the text is not an area code. */
export function areaKind(code: string): AreaKind | undefined {
  const level = areaLevel(code);
  if (level === 'street') return streetKind(code);
  if (level === 'community') return communityKind(code);
  return level;
}

/** The meaning of the three digits after the district; undefined when it is unknown. */
export function streetKind(code: string): StreetKind | undefined {
  const n = Number(code.slice(6, 9));
  if (n >= 1 && n <= 99) return 'street';
  if (n >= 100 && n <= 199) return 'town';
  if (n >= 200 && n <= 399) return 'township';
  return n >= 400 && n <= 599 ? 'other' : undefined;
}

/** The meaning of the three digits after the street; undefined when it is unknown. */
export function communityKind(code: string): CommunityKind | undefined {
  const n = Number(code.slice(9, 12));
  if (n >= 1 && n <= 199) return 'residents_committee';
  if (n >= 200 && n <= 399) return 'villagers_committee';
  return n >= 400 && n <= 599 ? 'other' : undefined;
}

/** The code above, or undefined for a district. */
export const parentArea = (code: string): string | undefined => (code.length > AREA_LEVELS.district ? code.slice(0, -3) : undefined);

/** The area itself and all above it, nearest first. */
export function areaAncestry(code: string): string[] {
  const codes: string[] = [];
  for (let at: string | undefined = code; at; at = parentArea(at)) codes.push(at);
  return codes;
}

/** True when `code` is `scope` or lies in it. */
export const isWithinArea = (code: string, scope: string): boolean => code.startsWith(scope);

/**
 * The area shown to a caller who may see `allowed` and asks for `asked` ('' is everywhere): the narrower of the two, or undefined
 * when they have nothing in common.
 */
export function narrowerArea(allowed: string, asked: string = ''): string | undefined {
  if (asked.startsWith(allowed)) return asked;
  return allowed.startsWith(asked) ? allowed : undefined;
}

/**
 * The level of an area that lists are indexed by (ADR 0008): its own, but the community's for a grid, whose rows are few among its
 * community's. '' above districts: no list is indexed by that.
 */
export function indexedArea(area: string): string {
  const { district, street, community } = AREA_LEVELS;
  return area.slice(0, [community, street, district].find((digits) => digits <= area.length) ?? 0);
}
