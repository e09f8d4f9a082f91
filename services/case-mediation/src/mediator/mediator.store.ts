import type { CaseType } from '@zero-distance/contracts';
import { defineCollection, touching } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { MediatorEntity } from './mediator.entity.js';

/**
 * A mediator is seen from every area that the one served touches: a community sees its street's mediators, because they may take its
 * cases. What is asked of an area is answered the same way.
 */
export const MEDIATORS = defineCollection({
  entity: MediatorEntity,
  visible: { by: 'touching-area', column: 'area_code' },
  notFound: (id) => refuse('mediator.not_found', { id }),
  changes: true,
  filters: {
    areaCode: (area: string, { given }) => touching('area_code', area, given),
    caseType: (type: CaseType, { given }) => `${given(type)} = any(specialities)`,
  },
});
