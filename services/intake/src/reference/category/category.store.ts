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
  retiredAt,
  successorCategory,
}: CategoryEntity): EventData<'intake.category.registered.v1'> {
  const retired = retiredAt && successorCategory ? { retiredAt: retiredAt.toISOString(), successorCategory } : {};
  return { categoryId: id, code, name, ...(requiredEvidence.length > 0 && { requiredEvidence: [...requiredEvidence] }), ...retired };
}

/**
 * The category that a request is filed under from now on. Its emergency number is null where it is no emergency.
 * @throws 422 for one that is retired, naming its successor
 */
export async function categoryInUse(
  tx: ReadTx,
  code: string,
  pointer = '/categoryCode',
): Promise<{ readonly emergencyNumber: EmergencyNumber | null }> {
  const [row] = await tx.query<{ emergencyNumber: EmergencyNumber | null; successor: string | null }>(
    'select emergency_number as "emergencyNumber", successor_category as successor from category where code = $1',
    [code],
  );
  if (row?.successor) throw refuse('category.retired', { code, successor: await lastSuccessorOf(tx, row.successor) }, pointer);
  return { emergencyNumber: row?.emergencyNumber ?? null };
}

/** Where a chain of successors ends: the one in use. There is no circle, as who is retired takes over from nobody. */
async function lastSuccessorOf(tx: ReadTx, code: string): Promise<string> {
  const [row] = await tx.query<{ code: string }>(
    `with recursive later (code, successor) as (
       select code, successor_category from category where code = $1
       union select c.code, c.successor_category from later l join category c on c.code = l.successor)
     select code from later where successor is null`,
    [code],
  );
  return row?.code ?? code;
}
