import { BY_CODE, defineRegister } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { markChanged } from '../reference.store.js';
import { OrganisationEntity } from './organisation.entity.js';

export const ORGANISATIONS = defineRegister({
  entity: OrganisationEntity,
  key: 'code',
  visible: { by: 'everybody' },
  filters: {},
  orders: BY_CODE,
  unique: 'organisation_code_key',
  changedMeanwhile: () => refuse('register.changed_meanwhile'),
  event: {
    type: 'dispatch.organisation.registered.v1',
    data: ({ id, code, name, kind, areaCode }) => ({ organisationId: id, code, name, kind, areaCode }),
  },
  onChange: markChanged,
});
