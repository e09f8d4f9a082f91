import { defineRegister } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { seenByParticipants } from '../participation/participation.store.js';
import { PremisesEntity } from './premises.entity.js';

/** Its changes are told to nobody: no other service keeps premises. */
export const PREMISES = defineRegister({
  entity: PremisesEntity,
  key: 'code',
  visible: seenByParticipants('premises_id'),
  notFound: (code) => refuse('premises.not_found', { code }),
  filters: { kind: 'kind', status: 'status' },
  lies: { in: 'areaCode', service: 'inspection' },
  unique: 'premises_code_key',
  changedMeanwhile: (code) => refuse('premises.changed_meanwhile', { code }),
});
