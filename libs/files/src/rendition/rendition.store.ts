import { ConcurrentChange, type ReadTx, type Tx } from '@zero-distance/persistence';
import { giveUpBytes, takeBackAnnouncement } from '../file.store.js';
import { RenditionEntity } from './rendition.entity.js';
import type { Rendition } from './rendition.js';

/** The rendition of a file: the one that is open, or the last that was. */
export const renditionOf = (tx: ReadTx, fileId: string): Promise<RenditionEntity | undefined> => tx.findOne(RenditionEntity, { fileId });

/** The rendition that is shown under an id. */
export const shownRendition = (tx: ReadTx, id: string): Promise<RenditionEntity | undefined> =>
  tx.findOne(RenditionEntity, { id, state: 'approved' });

/** Queues a rendition whose bytes are kept, in the place of one of the same file that is open no more. */
export function insertRendition(tx: Tx, rendition: Rendition, former: Rendition | undefined): void {
  if (former) tx.write('delete from file_rendition where id = $1 and version = $2', [former.id, former.version]);
  tx.insert(RenditionEntity, rendition, { file_rendition_file: new ConcurrentChange() }); // who asked at the same moment was first
  takeBackAnnouncement(tx, rendition.id);
}

/** Queues what was decided. What is not to be shown is kept no longer. */
export function saveDecision(tx: Tx, before: Rendition, state: Rendition['state']): Rendition {
  const changes = { state, decidedBy: tx.actor.id, decidedAt: tx.now };
  tx.update(RenditionEntity, before, changes);
  if (state !== 'approved') giveUpBytes(tx, before.id);
  return { ...before, ...changes, version: before.version + 1 };
}
