import { BY_CODE, defineRegister, prefixConditions } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { AreaEntity } from './area.entity.js';

export const AREAS = defineRegister({
  entity: AreaEntity,
  key: 'code',
  visible: { by: 'area', column: 'code' },
  notFound: (code) => refuse('area.not_found', { code }),
  filters: { within: (area: string, { given }) => prefixConditions(area, given, 't.code').join(' and ') },
  orders: BY_CODE,
  unique: 'area_code_key',
  changedMeanwhile: () => refuse('register.changed_meanwhile'),
  event: {
    type: 'intake.area.registered.v1',
    data: ({ id, code, name, kind, comparisonType, edition }) => ({ areaId: id, code, name, kind, comparisonType, edition }),
  },
});
