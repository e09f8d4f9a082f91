import type { ReadTx } from '@zero-distance/persistence';
import type { Request } from '../request/request.js';
import type { RequestState } from '../request/request.transitions.js';

/** In these something is to be done about a request: what can be corrected. As the index `request_open_area` has them. */
const OPEN: readonly RequestState[] = ['received', 'dispatched', 'mediating', 'divided', 'reopened'];

export const isOpen = ({ state }: Pick<Request, 'state'>): boolean => OPEN.includes(state);

/** Some requests of these areas that are open. */
export async function openIn(tx: ReadTx, areaCodes: readonly string[], limit: number): Promise<string[]> {
  if (areaCodes.length === 0) return [];
  const rows = await tx.query<{ id: string }>(
    `select id from request where area_code = any($1) and state in (${OPEN.map((state) => `'${state}'`).join(', ')}) limit $2`,
    [areaCodes, limit],
  );
  return rows.map(({ id }) => id);
}
