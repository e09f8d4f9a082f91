import type { EmergencyNumber } from '@zero-distance/contracts';
import type { ReadTx } from '@zero-distance/persistence';
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

/** 紧急电话 of a category; null for one that is no emergency. */
export async function emergencyNumberOf(tx: ReadTx, code: string): Promise<EmergencyNumber | null> {
  const [row] = await tx.query<{ emergencyNumber: EmergencyNumber | null }>(
    'select emergency_number as "emergencyNumber" from category where code = $1',
    [code],
  );
  return row?.emergencyNumber ?? null;
}
