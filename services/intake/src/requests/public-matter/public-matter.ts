import type { RequestKind } from '@zero-distance/contracts';
import type { Box } from '../../policy/policy.js';
import type { Position } from '../request/point.js';
import type { RequestState } from '../request/request.transitions.js';

/** Degrees of latitude in a metre. */
const DEGREES_PER_METRE = 1 / 111_195;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** 在办: what somebody who stands before it would report once more. */
export const UNDER_WAY = ['received', 'dispatched', 'reopened', 'replied'] as const satisfies readonly RequestState[];

/** 所见: of kinds that somebody may see on their way; a dispute or a call for help is nobody else's. */
export const SEEN_KINDS = ['complaint', 'snapshot'] as const satisfies readonly RequestKind[];

/** What anybody may know of a matter that is under way: what the public ledger says of it once it is closed. */
export interface PublicMatter {
  readonly number: string;
  readonly state: (typeof UNDER_WAY)[number];
  readonly categoryCode: string;
  readonly categoryName: string | null;
  readonly areaCode: string;
  readonly areaName: string | null;
  readonly receivedAt: Date;
}

/**
 * 方格: the cell of the map that a point lies in, with the cells around it. The cells lie where they lie, whoever asks and from wherever: by asking from
 * many points nobody learns more of a place than its cell.
 */
export function cellsAround([longitude, latitude]: Position, metres: number, { west, south, north }: Box): Box {
  const high = metres * DEGREES_PER_METRE;
  const wide = high / Math.cos(radians((south + north) / 2));
  const column = Math.floor((longitude - west) / wide);
  const row = Math.floor((latitude - south) / high);
  return {
    west: west + (column - 1) * wide,
    south: south + (row - 1) * high,
    east: west + (column + 2) * wide,
    north: south + (row + 2) * high,
  };
}

const GRID_DIGITS = 15;
const COMMUNITY_DIGITS = 12;

/** As the public ledger shows it: numbers of older requests name the grid, which says too exactly where somebody lives. */
export const publicNumber = (number: string): string =>
  number.indexOf('-') === GRID_DIGITS ? number.slice(0, COMMUNITY_DIGITS) + number.slice(GRID_DIGITS) : number;
