import { BY_CODE, defineRegister, prefixConditions } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { AreaBoundaryEntity } from './area-boundary.entity.js';

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
