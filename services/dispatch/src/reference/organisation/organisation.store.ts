import type { ReadTx } from '@zero-distance/persistence';
import { BY_CODE, defineRegister } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { markChanged } from '../reference.store.js';
import { OrganisationEntity } from './organisation.entity.js';

export const ORGANISATIONS = defineRegister({
  entity: OrganisationEntity,
  key: 'code',
  visible: { by: 'everybody' },
  filters: {},
  orders: BY_CODE,
  lies: { in: 'areaCode', service: 'dispatch' },
  unique: 'organisation_code_key',
  changedMeanwhile: () => refuse('register.changed_meanwhile'),
  event: {
    type: 'dispatch.organisation.registered.v1',
    data: ({ id, code, name, kind, areaCode, parentOrganisation, retiredAt, successorOrganisation }) => ({
      organisationId: id,
      code,
      name,
      kind,
      areaCode,
      ...(parentOrganisation && { parentOrganisation }),
      ...(retiredAt && { retiredAt: retiredAt.toISOString() }),
      ...(successorOrganisation && { successorOrganisation }),
    }),
  },
  onChange: markChanged,
});

/** Whether `parent` belongs to the organisation `code` itself, directly or over others: it may not be above it then. */
export async function belongsTo(tx: ReadTx, parent: string, code: string): Promise<boolean> {
  const [found] = await tx.query(
    `with recursive above (code) as (
       select $1::text union select o.parent_organisation from above join organisation o using (code) where o.parent_organisation is not null)
     select 1 as found from above where code = $2`,
    [parent, code],
  );
  return found !== undefined;
}
