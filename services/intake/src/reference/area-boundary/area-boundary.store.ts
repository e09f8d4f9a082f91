import type { ReadTx } from '@zero-distance/persistence';
import { BY_CODE, defineRegister, prefixConditions } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { AreaBoundaryEntity } from './area-boundary.entity.js';
import type { Boundary, Position } from './area-boundary.js';

/** Nobody is told of a boundary: an event that each service stores and the feed keeps would carry thousands of points for the one map that asks for them. */
export const AREA_BOUNDARIES = defineRegister({
  entity: AreaBoundaryEntity,
  key: 'code',
  visible: { by: 'area', column: 'code' },
  notFound: (code) => refuse('area_boundary.not_found', { code }),
  filters: { within: (area: string, { given }) => prefixConditions(area, given, 't.code').join(' and ') },
  orders: BY_CODE,
  unique: 'area_boundary_code_key',
  changedMeanwhile: () => refuse('register.changed_meanwhile'),
});

/** A boundary that may contain a point. */
interface Near {
  readonly code: string;
  readonly geometry: Boundary;
}

/** Boundaries whose box contains a point, the widest first: a few, by an index. */
export const boundariesAround = (tx: ReadTx, [longitude, latitude]: Position): Promise<Near[]> =>
  tx.query<Near & Record<string, unknown>>(
    `select b.code, b.geometry from area_boundary b
     where box(point(b.west, b.south), point(b.east, b.north)) @> box(point($1, $2), point($1, $2)) order by length(b.code), b.code limit 50`,
    [longitude, latitude],
  );

/** What areas are called, the widest first. */
export const namesOf = (tx: ReadTx, codes: readonly string[]): Promise<{ areaCode: string; name: string }[]> =>
  tx.query('select code as "areaCode", name from area where code = any($1) order by length(code), code', [codes]);
