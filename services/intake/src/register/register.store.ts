import { isDeepStrictEqual } from 'node:util';
import { newId } from '@zero-distance/kernel';
import { type EntityClass, expectVersion, type Tx } from '@zero-distance/persistence';
import { refuse } from '../errors.js';

/** A row of a register: areas, categories, service items. A code once registered stays. */
export interface Registered {
  id: string;
  code: string;
  version: number;
}

const CHANGED_MEANWHILE = {
  area_code_key: refuse('register.changed_meanwhile'),
  category_code_key: refuse('register.changed_meanwhile'),
  service_item_code_key: refuse('register.changed_meanwhile'),
};

/**
 * PUT of a register: changes the row with this code to `facts`, or makes it. Putting what is there already is no change (`changed` is
 * false). Throws 412 when If-Match is not the row's version (0: there is none), 409 when the code was registered at the same moment.
 */
export async function putRow<E extends Registered>(
  tx: Tx,
  entity: EntityClass<E>,
  code: string,
  facts: Omit<E, keyof Registered>,
  ifMatch?: number,
): Promise<{ row: E; changed: boolean }> {
  const known = await tx.findOne(entity, { code } as Partial<E>);
  expectVersion(known?.version ?? 0, ifMatch);
  const row = { id: known?.id ?? newId(), code, ...facts, version: (known?.version ?? 0) + 1 } as E;
  if (known && isDeepStrictEqual({ ...known }, { ...row, version: known.version })) return { row: known, changed: false };
  if (known) tx.update(entity, known, facts as unknown as Partial<E>);
  else tx.insert(entity, row, CHANGED_MEANWHILE);
  return { row, changed: true };
}
