import { HOUR_MS, idFloor, newId } from '@zero-distance/kernel';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import { type AccessTold, defineCollection } from '@zero-distance/platform';
import { AuditEntity, AuditWaitingEntity } from './audit.entity.js';
import { type AuditEntry, type AuditLink, CHAIN_BEGIN, type ChainedEntry, linkBehind } from './audit.js';
import type { AuditAction } from './audit-action.js';

/** Ids are made from the time, by the clock of the host that made the line: an index finds a span of time by them, this much wider. */
const CLOCKS_APART_MS = HOUR_MS;

export const AUDIT = defineCollection({
  entity: AuditEntity,
  visible: { by: 'everybody' }, // who may see any of it sees the whole district's
  filters: {
    service: 'service',
    action: 'action',
    subject: 'subject',
    actorId: 'actor_id',
    from: (from: string, { given }) => `t.at >= ${given(from)} and t.id >= ${given(idFloor(new Date(Date.parse(from) - CLOCKS_APART_MS)))}`,
    to: (to: string, { given }) => `t.at < ${given(to)} and t.id < ${given(idFloor(new Date(Date.parse(to) + CLOCKS_APART_MS)))}`,
  },
});

/** What was done, besides who did it. */
type Done = Pick<AuditEntry, 'subject'> & {
  readonly action: AuditAction;
  readonly detail?: AuditEntry['detail'];
  readonly actorId?: string;
};

/** Queues a line about something that is done in the gateway, with the transaction that does it. */
export function recordAudit(tx: Tx, { action, subject, detail = null, actorId = tx.actor.id }: Done): void {
  const { clientId = null, org = null } = tx.actor;
  insert(tx, { id: newId(), service: 'gateway', action, subject, actorId, clientId, organisation: org, detail, at: tx.now });
}

/** Queues a line about what a service tells of. */
export function keepAccess(tx: Tx, service: string, access: AccessTold): void {
  const { accessRecordId: id, action, subject, actorId, clientId = null, organisation = null, at } = access;
  insert(tx, { id, service, action, subject, actorId, clientId, organisation, detail: null, at: new Date(at) });
}

function insert(tx: Tx, entry: AuditEntry): void {
  tx.append(AuditEntity, { ...entry, version: 1 });
  tx.append(AuditWaitingEntity, { auditId: entry.id });
}

/** The last place of the chain. */
export async function headOf(tx: ReadTx): Promise<AuditLink> {
  const [head] = await tx.query<{ position: string; hash: string }>('select position, hash from audit_link order by position desc limit 1');
  return head ? { ...head, position: Number(head.position) } : CHAIN_BEGIN;
}

/** Gives the lines that wait the next places of the chain, `most` at once; the chain's new head, and how many they were. */
export async function chainWaiting(tx: Tx, most: number): Promise<{ readonly head: AuditLink; readonly chained: number }> {
  const waiting = await tx.query<AuditEntity>(
    `${tx.select(AuditEntity, 't')} join audit_waiting w on w.audit_id = t.id order by t.id limit $1`, // of a line that was taken out the doctor tells
    [most],
  );
  let head = await headOf(tx);
  const links = waiting.map((entry) => {
    head = linkBehind(head, entry);
    return head;
  });
  const ids = waiting.map(({ id }) => id);
  if (ids.length === 0) return { head, chained: 0 };
  tx.write(
    'insert into audit_link (position, hash, audit_id) select * from unnest($1::bigint[], $2::text[], $3::uuid[])',
    [links.map(({ position }) => position), links.map(({ hash }) => hash), ids],
    ids.length,
  );
  tx.write('delete from audit_waiting where audit_id = any($1::uuid[])', [ids], ids.length);
  return { head, chained: ids.length };
}

/** The places of the chain behind one, in order. */
export async function chainBehind(tx: ReadTx, { position }: AuditLink, most: number): Promise<ChainedEntry[]> {
  const rows = await tx.query<AuditEntity & { position: string; hash: string; entryId: string }>(
    `select l.position, l.hash, l.audit_id as "entryId", ${tx.columns(AuditEntity, 't')}
     from audit_link l left join audit t on t.id = l.audit_id where l.position > $1 order by l.position limit $2`,
    [position, most],
  );
  return rows.map(({ position: place, hash, entryId, ...entry }) => ({
    link: { position: Number(place), hash },
    entryId,
    entry: entry.id ? entry : null,
  }));
}

/** More of them are not counted. */
const MOST_COUNTED = 10_000;

/** What waits for its place in the chain. */
export interface WaitingLines {
  readonly count: number;
  /** For how long the one that has waited longest; 0 where none does. */
  readonly seconds: number;
}

export async function waitingLines(tx: ReadTx): Promise<WaitingLines> {
  const [waiting] = await tx.query<WaitingLines & Record<string, unknown>>(
    `select count(*)::int as count, coalesce(extract(epoch from now() - min(since)), 0)::float8 as seconds
     from (select since from audit_waiting limit ${MOST_COUNTED}) as w`,
  );
  return waiting ?? { count: 0, seconds: 0 };
}

/** A line that is gone, though it never got its place. */
export async function findGone(tx: ReadTx): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }>(
    'select w.audit_id as id from audit_waiting w where not exists (select from audit t where t.id = w.audit_id) order by w.audit_id limit 1',
  );
  return row?.id;
}

/** A line that is neither in the chain nor waits for its place, which a line gets with it: somebody has put it in, or taken its place away. */
export async function findUnchained(tx: ReadTx): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }>(
    `select t.id from audit t where not exists (select from audit_link l where l.audit_id = t.id)
       and not exists (select from audit_waiting w where w.audit_id = t.id) order by t.id limit 1`,
  );
  return row?.id;
}
