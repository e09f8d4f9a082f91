import { DAY_MS } from '@zero-distance/kernel';
import { LIKENESSES, type LikenessKind, type LikenessWeights } from '../../policy/policy.js';
import { wordsWithin } from '../../words.js';

/** What two requests are compared by. */
export interface Comparable {
  readonly categoryCode: string;
  readonly areaCode: string;
  readonly title: string;
  readonly place: string | null;
  readonly point: { readonly coordinates: readonly number[] } | null;
  readonly receivedAt: Date;
}

/** One of them: how much it speaks for it, from 0 to 1. */
export interface Likeness {
  readonly kind: LikenessKind;
  readonly share: number;
  /** Between the two points; absent where one has none. */
  readonly metres?: number;
  /** Between the two times. */
  readonly days?: number;
}

/** How much each likeness counts, and up to where two are near. */
export interface DuplicatePolicies {
  readonly 'duplicate-days': number;
  readonly 'nearby-metres': number;
  readonly 'duplicate-weights': LikenessWeights;
}

/** Two communities that are one, or two places of which nothing more is known, are half as near as two that are one. */
const SAME_COMMUNITY = 0.5;
const COMMUNITY_DIGITS = 12;
/** By how many levels of the category tree are the same: 2 + 2 + 2 digits. */
const OF_COMMON_LEVELS = [0, 0.3, 0.6, 1];

/** How alike two requests are, likeness by likeness, what speaks most for it first. @param sameCaller whose telephone number is the same */
export function likenesses(one: Comparable, other: Comparable, sameCaller: boolean, policies: DuplicatePolicies): Likeness[] {
  const days = Math.abs(one.receivedAt.getTime() - other.receivedAt.getTime()) / DAY_MS;
  const weight = ({ kind, share }: Likeness) => policies['duplicate-weights'][kind] * share;
  const found: Likeness[] = [
    { kind: 'title', share: commonWords(one.title, other.title) },
    placeLikeness(one, other, policies['nearby-metres']),
    { kind: 'category', share: categoryLikeness(one.categoryCode, other.categoryCode) },
    { kind: 'time', share: Math.max(0, 1 - days / policies['duplicate-days']), days: Math.round(days * 10) / 10 },
    { kind: 'caller', share: sameCaller ? 1 : 0 },
  ];
  return found.filter(({ share }) => share > 0).toSorted((a, b) => weight(b) - weight(a));
}

/** From 0 to 100. Who called is no mark against: others report the same matter too, so it only adds. */
export function scoreOf(found: readonly Likeness[], weights: DuplicatePolicies['duplicate-weights']): number {
  const full = LIKENESSES.reduce((sum, kind) => sum + (kind === 'caller' ? 0 : weights[kind]), 0);
  const reached = found.reduce((sum, { kind, share }) => sum + weights[kind] * share, 0);
  return Math.min(100, Math.round((100 * reached) / full));
}

/** The share of words that two texts have in common, of all that they have (Dice). */
export function commonWords(one: string, other: string): number {
  const [some, others] = [new Set(wordsWithin(one)), new Set(wordsWithin(other))];
  if (some.size + others.size === 0) return 0;
  const common = [...some].filter((word) => others.has(word)).length;
  return (2 * common) / (some.size + others.size);
}

function categoryLikeness(one: string, other: string): number {
  const levels = [2, 4, 6].findLastIndex((digits) => one.length >= digits && one.slice(0, digits) === other.slice(0, digits)) + 1;
  return OF_COMMON_LEVELS[levels] ?? 0;
}

function placeLikeness(one: Comparable, other: Comparable, nearby: number): Likeness {
  const metres = one.point && other.point ? metresBetween(one.point.coordinates, other.point.coordinates) : undefined;
  if (metres !== undefined) return { kind: 'place', share: Math.max(0, 1 - metres / (2 * nearby)), metres: Math.round(metres) };
  const sameCommunity = one.areaCode.slice(0, COMMUNITY_DIGITS) === other.areaCode.slice(0, COMMUNITY_DIGITS);
  const said = one.place && other.place ? commonWords(one.place, other.place) : 0;
  return { kind: 'place', share: sameCommunity ? Math.max(SAME_COMMUNITY, said) : 0 };
}

const EARTH_RADIUS_METRES = 6_371_000;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Along the surface (haversine). A point is `[longitude, latitude]`. */
export function metresBetween([west = 0, south = 0]: readonly number[], [east = 0, north = 0]: readonly number[]): number {
  const [a, b] = [radians(south), radians(north)];
  const half = Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(radians(east - west) / 2) ** 2;
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.sqrt(half));
}
