import { SYSTEM } from '@zero-distance/kernel';
import type { Transactor, Tx } from '@zero-distance/persistence';
import { defineCollection, findUnstorable } from '@zero-distance/platform';
import { recordAudit } from '../audit/audit.store.js';
import type { AuditAction } from '../audit/audit-action.js';
import { refuse } from '../errors.js';
import { changesOf, firstOf } from '../holder/holder.js';
import { HOLDER_FILTERS } from '../holder/holder.store.js';
import { ClientEntity } from './client.entity.js';
import type { Client, ClientFacts } from './client.js';

export const CLIENTS = defineCollection({
  entity: ClientEntity,
  visible: { by: 'area', column: 'area', organisation: 'org' },
  notFound: (clientId) => refuse('client.not_found', { clientId }),
  filters: HOLDER_FILTERS,
  orders: { id: { by: [{ column: 'id', property: 'id', kind: 'text' }], direction: 'asc' } },
});

/** Queues a new client. */
export function insertClient(tx: Tx, id: string, facts: ClientFacts & Pick<Client, 'secretHash'>): ClientEntity {
  const row = { ...facts, id, version: 1, credentialVersion: 1, disabledAt: null, updatedAt: tx.now };
  tx.insert(ClientEntity, row, { client_pkey: refuse('client.id_taken', { clientId: id }) });
  recordAudit(tx, { action: 'client-registered', subject: id, detail: firstOf(row) });
  return row;
}

/** Queues a change of a client; its action for the audit trail. */
export function saveClient(
  tx: Tx,
  before: ClientEntity,
  changes: Partial<Omit<Client, 'id' | 'version'>>,
  action: AuditAction,
): ClientEntity {
  const after = { ...before, ...changes, version: before.version + 1, updatedAt: tx.now };
  tx.update(ClientEntity, before, { ...changes, updatedAt: tx.now });
  recordAudit(tx, { action, subject: before.id, detail: changesOf(before, after) });
  return after;
}

/** What the issuer reads of clients. */
export class ClientStore {
  constructor(private readonly transactor: Transactor) {}

  /** Accepts any id a caller sends: one that Postgres does not take (Basic can contain NUL) belongs to no client. */
  async find(id: string): Promise<Client | undefined> {
    if (findUnstorable(id).length > 0) return undefined;
    return this.transactor.read(SYSTEM, (tx) => tx.findOne(ClientEntity, { id }));
  }
}
