import type { ReadTx } from '@zero-distance/persistence';
import { BY_CODE, defineRegister, prefixConditions } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { GridEntity } from './grid.entity.js';
import type { GridCard } from './grid.js';

/** Its changes are told to nobody: no other service keeps who looks after a grid. */
export const GRIDS = defineRegister({
  entity: GridEntity,
  key: 'code',
  visible: { by: 'area', column: 'code' },
  notFound: (code) => refuse('grid.not_found', { code }),
  filters: { within: (area: string, { given }) => prefixConditions(area, given, 't.code').join(' and ') },
  orders: BY_CODE,
  lies: { in: 'code', service: 'intake', pointer: 'code' },
  unique: 'grid_code_key',
  changedMeanwhile: () => refuse('register.changed_meanwhile'),
});

/** The card of a grid; undefined where there is none. */
export async function cardOf(tx: ReadTx, code: string): Promise<GridCard | undefined> {
  const [card] = await tx.query<GridCard & Record<string, unknown>>(
    `select g.code, a.name, c.name as community, g.kind, g.worker_name as "workerName", g.phone, g.supervision_phone as "supervisionPhone",
       g.buildings, g.households
     from grid g join area a on a.code = g.code join area c on c.code = left(g.code, 12)
     where g.code = $1`,
    [code],
  );
  return card;
}
