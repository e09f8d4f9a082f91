import type { Reading, Tx } from '@zero-distance/messaging';
import { refuse } from '../errors.js';
import { PremisesEntity } from './premises.entity.js';
import type { Premises, PremisesKind, PremisesStatus } from './premises.js';

/** What a list of premises is cut by; all of it together. */
export interface PremisesFilter {
  readonly areaCode?: string;
  readonly kind?: PremisesKind;
  readonly status?: PremisesStatus;
  /** Ids below this one: newest first. */
  readonly before?: string;
  readonly limit: number;
}

/** Premises by their code, wherever they are. */
export const findPremises = (tx: Reading, code: string): Promise<Premises | undefined> => tx.findOne(PremisesEntity, { code });

/** The premises, if the caller may see them; 404 otherwise. */
export async function loadPremises(tx: Reading, code: string): Promise<Premises> {
  const sql = `select ${tx.columns(PremisesEntity)} from premises where code = $1 and area_code like $2 || '%'`;
  const [premises] = await tx.query<PremisesEntity>(sql, [code, tx.actor.area]);
  if (!premises) throw refuse('premises.not_found', { code });
  return premises;
}

/** Premises that the caller may see, the latest registered first. */
export function listPremises(tx: Reading, filter: PremisesFilter): Promise<PremisesEntity[]> {
  const { areaCode = '', kind, status, before, limit } = filter;
  const sql = `select ${tx.columns(PremisesEntity)} from premises
    where area_code like $1 || '%' and area_code like $2 || '%' and ($3::text is null or kind = $3)
      and ($4::text is null or status = $4) and ($5::uuid is null or id < $5)
    order by id desc limit $6`;
  return tx.page<PremisesEntity>(sql, [tx.actor.area, areaCode, kind ?? null, status ?? null, before ?? null, limit]);
}

/** A new entry of the register, or a change of the one it was. */
export function savePremises(tx: Tx, was: Premises | undefined, premises: Premises): void {
  const { name, kind, areaCode, creditCode, address, size, status } = premises;
  if (was) tx.update(PremisesEntity, was, { name, kind, areaCode, creditCode, address, size, status });
  else tx.insert(PremisesEntity, premises, { premises_code_key: refuse('premises.changed_meanwhile', { code: premises.code }) });
}
