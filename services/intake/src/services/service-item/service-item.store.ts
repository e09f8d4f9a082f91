import { BY_CODE, defineRegister } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { ServiceItemEntity } from './service-item.entity.js';

/** Its changes are told to nobody: no other service keeps the catalogue. */
export const SERVICE_ITEMS = defineRegister({
  entity: ServiceItemEntity,
  key: 'code',
  visible: { by: 'everybody' },
  filters: { group: 'group' },
  orders: BY_CODE,
  unique: 'service_item_code_key',
  changedMeanwhile: () => refuse('register.changed_meanwhile'),
});
