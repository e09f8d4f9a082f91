import type { EmergencyNumber, EventData } from '@zero-distance/contracts';
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
  event: { type: 'intake.category.registered.v1', data: toldOf },
});

/** What the others are told of a category; of one that is in use and asks for no files, as much as ever. */
function toldOf({
  id,
  code,
  name,
  requiredEvidence,
  finderRechecks,
  retiredAt,
  successorCategory,
}: CategoryEntity): EventData<'intake.category.registered.v1'> {
  const retired = retiredAt && successorCategory ? { retiredAt: retiredAt.toISOString(), successorCategory } : {};
  const closing = {
    ...(requiredEvidence.length > 0 && { requiredEvidence: [...requiredEvidence] }),
    ...(finderRechecks && { finderRechecks }),
  };
  return { categoryId: id, code, name, ...closing, ...retired };
}

/** A category under which is filed otherwise than under most: nothing any more, or with a number to call. */
export interface ExceptionalCategory {
  readonly code: string;
  readonly emergencyNumber: EmergencyNumber | null;
  readonly successor: string | null;
}

/** The few that are an emergency, or retired; an index has just these. */
export const exceptions = (tx: ReadTx): Promise<ExceptionalCategory[]> =>
  tx.query<ExceptionalCategory & Record<string, unknown>>(
    `select code, emergency_number as "emergencyNumber", successor_category as successor from category
     where emergency_number is not null or successor_category is not null`,
  );
