import type { EventData } from '@zero-distance/contracts';
import type { ReadTx } from '@zero-distance/persistence';
import { BY_CODE, defineRegister, prefixConditions } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { AreaEntity } from './area.entity.js';
import { refuseArea } from './area.errors.js';

export const AREAS = defineRegister({
  entity: AreaEntity,
  key: 'code',
  visible: { by: 'area', column: 'code' },
  notFound: (code) => refuseArea('area.not_found', { code }),
  filters: { within: (area: string, { given }) => prefixConditions(area, given, 't.code').join(' and ') },
  orders: BY_CODE,
  unique: 'area_code_key',
  changedMeanwhile: () => refuse('register.changed_meanwhile'),
  event: { type: 'intake.area.registered.v1', data: toldOf },
});

/** What the others are told of an area; of one that is there, as much as ever. */
function toldOf({
  id,
  code,
  name,
  kind,
  comparisonType,
  edition,
  retiredAt,
  successorArea,
}: AreaEntity): EventData<'intake.area.registered.v1'> {
  const retired = retiredAt && successorArea ? { retiredAt: retiredAt.toISOString(), successorArea } : {};
  return { areaId: id, code, name, kind, comparisonType, edition, ...retired };
}

/** An area below this one that is there yet. */
export async function partInUse(tx: ReadTx, code: string): Promise<string | undefined> {
  const params: unknown[] = [];
  const below = prefixConditions(code, (value) => `$${params.push(value)}`, 'code');
  const [found] = await tx.query<{ code: string }>(
    `select code from area where ${below.join(' and ')} and code <> $${params.push(code)} and successor_area is null order by code limit 1`,
    params,
  );
  return found?.code;
}
