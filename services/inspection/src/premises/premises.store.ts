import type { Tx } from '@zero-distance/persistence';
import { assertWithinArea, defineRegister } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { seenByParticipants } from '../participation/participation.store.js';
import { PremisesEntity } from './premises.entity.js';
import type { Premises } from './premises.js';

/** Its changes are told to nobody: no other service keeps premises. */
export const PREMISES = defineRegister({
  entity: PremisesEntity,
  key: 'code',
  visible: seenByParticipants('premises_id'),
  notFound: (code) => refuse('premises.not_found', { code }),
  filters: { kind: 'kind', status: 'status' },
  lies: { in: 'areaCode', service: 'inspection' },
  unique: 'premises_code_key',
  changedMeanwhile: (code) => refuse('premises.changed_meanwhile', { code }),
});

/** The premises that something of the time before is about: those that are closed by now had visits and hazards, too. */
export async function anyPremises(tx: Tx, code: string): Promise<Premises> {
  const premises = await PREMISES.find(tx, code);
  if (!premises) throw refuse('premises.unknown', { code }, '/premises');
  assertWithinArea(tx.actor, premises.areaCode, '/premises');
  return premises;
}
