import { BY_CODE, defineRegister, prefixConditions } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { CategoryEntity } from './category.entity.js';

export const CATEGORIES = defineRegister({
  entity: CategoryEntity,
  key: 'code',
  visible: { by: 'everybody' },
  filters: { prefix: (digits: string, { given }) => prefixConditions(digits, given, 't.code').join(' and ') },
  orders: BY_CODE,
  unique: 'category_code_key',
  changedMeanwhile: () => refuse('register.changed_meanwhile'),
  event: { type: 'intake.category.registered.v1', data: ({ id, code, name }) => ({ categoryId: id, code, name }) },
});
