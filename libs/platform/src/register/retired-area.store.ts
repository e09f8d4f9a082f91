import type { Service } from '@zero-distance/contracts';
import { defineErrors, registerErrors } from '@zero-distance/kernel';
import type { ReadTx } from '@zero-distance/persistence';

/** An area that is no more, and the one that it went into. */
export interface RetiredArea {
  readonly code: string;
  readonly successor: string;
}

/** The few that are retired; an index has just these. */
export const retiredAreas = (tx: ReadTx): Promise<RetiredArea[]> =>
  tx.query<RetiredArea & Record<string, unknown>>('select code, successor_area as successor from area where successor_area is not null');

/** Where a chain of successors ends. There is no circle, as an area that is no more takes nothing over. */
const LAST_SUCCESSOR = `
  with recursive chain as (
    select successor_area as code from area where code = $1 and successor_area is not null
    union all
    select area.successor_area from chain join area on area.code = chain.code where area.successor_area is not null
  )
  select chain.code as successor from chain join area on area.code = chain.code where area.successor_area is null`;

/**
 * For what may lie in a retired area since before: refuses it to what is new there, or moves there. Of a body whose member says `retired: 'kept'`.
 * @throws 422 `<service>.area.retired` at the pointer, naming the area that it went into
 */
export async function assertAreaInUse(tx: ReadTx, service: Service, code: string, pointer = '/areaCode'): Promise<void> {
  const [found] = await tx.query<{ successor: string }>(LAST_SUCCESSOR, [code]);
  if (found) throw defineErrors(service, {}, registerErrors(service))('area.retired', { code, successor: found.successor }, pointer);
}
