import type { CaseType } from '@zero-distance/contracts';
import { defineRegister, touching } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { MediatorEntity } from './mediator.entity.js';

/**
 * A mediator is seen from every area that the one served touches: a community sees its street's mediators, because they may take its
 * cases. What is asked of an area is answered the same way.
 */
export const MEDIATORS = defineRegister({
  entity: MediatorEntity,
  key: 'code',
  visible: { by: 'touching-area', column: 'area_code' },
  notFound: (code) => refuse('mediator.not_found', { code }),
  filters: {
    areaCode: (area: string, { given }) => touching('area_code', area, given),
    caseType: (type: CaseType, { given }) => `${given(type)} = any(specialities)`,
  },
  lies: { in: 'areaCode', service: 'case-mediation' },
  unique: 'mediator_code_key',
  changedMeanwhile: (code) => refuse('mediator.changed_meanwhile', { code }),
  idTaken: { mediator_pkey: (id) => refuse('mediator.registered_already', { id }, '/accountId') },
});
