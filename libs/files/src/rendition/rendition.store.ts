import type { FilePurpose, Service } from '@zero-distance/contracts';
import { ConcurrentChange, type ReadTx, type Tx } from '@zero-distance/persistence';
import { areaConditions, decodeCursor, encodeCursor, type Page, toPage, visibleTo } from '@zero-distance/platform';
import { giveUpBytes, takeBackAnnouncement } from '../file.store.js';
import type { Showable } from '../files.js';
import type { AwaitingQuery } from './rendition.dto.js';
import { RenditionEntity } from './rendition.entity.js';
import { isOpen, type Rendition } from './rendition.js';

/** What a picture shows something of, where that may be shown now. */
export interface ShownSubject {
  readonly subjectId: string;
  readonly matterId: string;
  readonly areaCode: string;
}

/** What is shown from now on: of what, and what it is to that. */
interface Approved {
  readonly subject: ShownSubject;
  readonly purpose: FilePurpose | null;
}

/** A rendition that waits for a decision, with what it shows something of. */
export type Awaiting = RenditionEntity & ShownSubject;

/** The rendition of a file: the one that is open, or the last that was. */
export const renditionOf = (tx: ReadTx, fileId: string): Promise<RenditionEntity | undefined> => tx.findOne(RenditionEntity, { fileId });

/** The rendition that is shown under an id. */
export const shownRendition = (tx: ReadTx, id: string): Promise<RenditionEntity | undefined> =>
  tx.findOne(RenditionEntity, { id, state: 'approved' });

const columnsOf = ({ matter = 'id' }: Showable): string => `t.id as "subjectId", t.${matter} as "matterId", t.area_code as "areaCode"`;
const mayBeShown = ({ while: condition = 'true' }: Showable): string => `(${condition})`;

/** A subject whose pictures may be shown to the public now; undefined for any other. */
export async function findShownSubject(tx: ReadTx, showable: Showable, id: string): Promise<ShownSubject | undefined> {
  const sql = `select ${columnsOf(showable)} from ${showable.from} t where t.id = $1 and ${mayBeShown(showable)}`;
  return (await tx.query<ShownSubject & Record<string, unknown>>(sql, [id]))[0];
}

/** Keeps a subject as it is until the caller's transaction ends: what hides it comes before, and is seen, or behind, and finds the picture. */
export const holdSubject = (tx: Tx, { from }: Showable, id: string): Promise<void> =>
  tx.execute(`select from ${from} where id = $1 for share`, [id]);

/** A page of what waits for a decision, the longest waiting first: of the matters that the caller sees, and that may be shown yet. */
export async function awaitingRenditions(tx: ReadTx, showable: Showable, query: AwaitingQuery): Promise<Page<Awaiting>> {
  const params: unknown[] = [];
  const given = (value: unknown) => `$${params.push(value)}`;
  const conditions = [
    "r.state = 'asked'",
    `f.subject_kind = ${given(showable.kind)}`,
    mayBeShown(showable),
    visibleTo(tx.actor, given, showable.visible),
    ...(query.areaCode === undefined ? [] : areaConditions(query.areaCode, given, 't.area_code')),
  ];
  const [at, id] = decodeCursor(query.cursor, ['time', 'uuid']) ?? [];
  if (at !== undefined) conditions.push(`(r.asked_at, r.id) > (${given(at)}, ${given(id)})`);
  const sql = `${tx.select(RenditionEntity, 'r', columnsOf(showable))} join file f on f.id = r.file_id join ${showable.from} t on t.id = f.subject_id
    where ${conditions.join(' and ')} order by r.asked_at, r.id limit ${given(query.limit + 1)}`;
  const rows = await tx.page<Awaiting & Record<string, unknown>>(sql, params);
  return toPage(
    rows,
    query.limit,
    (row) => row,
    (row) => encodeCursor(row.askedAt.toISOString(), row.id),
  );
}

/** What anybody sees of one subject, the first to be published first; to be asked of one that may be shown now. */
export async function shownOf(tx: ReadTx, kind: string, id: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select r.id from file_rendition r join file f on f.id = r.file_id
     where f.subject_kind = $1 and f.subject_id = $2 and r.state = 'approved' order by r.decided_at, r.id`,
    [kind, id],
  );
  return rows.map((row) => row.id);
}

/** Queues a rendition whose bytes are kept, in the place of one of the same file that is open no more. */
export function insertRendition(tx: Tx, rendition: Rendition, former: Rendition | undefined): void {
  if (former) tx.write('delete from file_rendition where id = $1 and version = $2', [former.id, former.version]);
  tx.insert(RenditionEntity, rendition, { file_rendition_file: new ConcurrentChange() }); // who asked at the same moment was first
  takeBackAnnouncement(tx, rendition.id);
}

/** Queues what was decided, and tells of what is shown from now on, or no more. What is not to be shown is kept no longer. @param approved what it shows, when it is approved */
export function saveDecision(tx: Tx, service: Service, before: Rendition, state: Rendition['state'], approved?: Approved): Rendition {
  const changes = { state, decidedBy: tx.actor.id, decidedAt: tx.now, ...approved?.subject };
  tx.update(RenditionEntity, before, changes);
  const after = { ...before, ...changes, version: before.version + 1 };
  if (state === 'approved') tell(tx, service, after, 'published', approved?.purpose);
  else {
    if (before.state === 'approved') tell(tx, service, before, 'withdrawn');
    if (isOpen(before)) giveUpBytes(tx, before.id);
  }
  return after;
}

/** What is asked for or shown of some files. */
export const openOf = (tx: ReadTx, fileIds: readonly string[]): Promise<RenditionEntity[]> =>
  tx.query<RenditionEntity & Record<string, unknown>>(
    `${tx.select(RenditionEntity, 'r')} where r.file_id = any($1) and r.state in ('asked', 'approved')`,
    [fileIds],
  );

/** Tells that pictures are shown no more whose files are erased: to be called before these go. */
export async function tellErased(tx: Tx, service: Service, kind: string, ids: readonly string[], only?: readonly string[]): Promise<void> {
  const sql = `${tx.select(RenditionEntity, 'r')} join file f on f.id = r.file_id
    where f.subject_id = any($1) and f.subject_kind = $2 and r.state = 'approved' ${only ? 'and f.id = any($3)' : ''}`;
  for (const shown of await tx.query<RenditionEntity>(sql, [ids, kind, ...(only ? [only] : [])])) tell(tx, service, shown, 'withdrawn');
}

/** A publication is an aggregate of two versions: it begins and it ends. Of one that was published by an earlier version nobody was told, so its end is not told either. */
function tell(tx: Tx, service: Service, published: Rendition, what: 'published' | 'withdrawn', purpose: FilePurpose | null = null): void {
  const { id, fileId, subjectId, matterId, areaCode } = published;
  if (subjectId === null || matterId === null || areaCode === null) return;
  const source = service as 'intake' | 'dispatch' | 'inspection'; // those that have pictures for the public
  const data = { renditionId: id, fileId, subjectId, matterId, areaCode, at: tx.now.toISOString(), ...(purpose && { purpose }) };
  tx.emit(`${source}.rendition.${what}.v1`, { id, version: what === 'published' ? 1 : 2 }, data);
}
