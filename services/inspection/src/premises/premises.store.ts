import type { ReadTx, Tx } from '@zero-distance/persistence';
import { type MatterReach, selectReached, withinReach } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { PREMISES_SEEN } from '../participation/participation.store.js';
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
export const findPremises = (tx: ReadTx, code: string): Promise<Premises | undefined> => tx.findOne(PremisesEntity, { code });

/** The premises, if they lie within the caller's reach; 404 otherwise. */
export async function loadPremises(tx: ReadTx, reach: MatterReach, code: string): Promise<Premises> {
  const params: unknown[] = [];
  const given = (value: unknown): string => `$${params.push(value)}`;
  const where = `p.code = ${given(code)} and ${withinReach(reach, given, PREMISES_SEEN)}`;
  const [premises] = await tx.query<PremisesEntity>(`select ${tx.columns(PremisesEntity, 'p')} from premises p where ${where}`, params);
  if (!premises) throw refuse('premises.not_found', { code });
  return premises;
}

/** Premises within the caller's reach, the latest registered first. */
export function listPremises(tx: ReadTx, reach: MatterReach, filter: PremisesFilter): Promise<PremisesEntity[]> {
  const { areaCode = '', kind, status, before, limit } = filter;
  const params: unknown[] = [];
  const given = (value: unknown): string => `$${params.push(value)}`;
  const conditions = [reach.area, areaCode].map((area) => `starts_with(p.area_code, ${given(area)})`);
  if (kind) conditions.push(`kind = ${given(kind)}`);
  if (status) conditions.push(`status = ${given(status)}`);
  if (before) conditions.push(`p.id < ${given(before)}`);
  const page = { select: `select ${tx.columns(PremisesEntity, 'p')} from premises p`, conditions, limit };
  return tx.page<PremisesEntity>(selectReached(reach, given, PREMISES_SEEN, page), params);
}

/** A new entry of the register, or a change of the one it was. */
export function savePremises(tx: Tx, was: Premises | undefined, premises: Premises): void {
  const { name, kind, areaCode, creditCode, address, size, status } = premises;
  if (was) tx.update(PremisesEntity, was, { name, kind, areaCode, creditCode, address, size, status });
  else tx.insert(PremisesEntity, premises, { premises_code_key: refuse('premises.changed_meanwhile', { code: premises.code }) });
}
