import type { Service } from '@zero-distance/contracts';
import type { Tx } from '@zero-distance/persistence';
import { recordAccess } from '@zero-distance/platform';
import type { RenditionEntity } from './rendition.entity.js';
import { saveDecision } from './rendition.store.js';

/** Queues that pictures are shown to the public no more, or not to be: their bytes go, it is told, and who did what led to it is recorded. */
export function withdraw(tx: Tx, service: Service, renditions: readonly RenditionEntity[]): void {
  for (const rendition of renditions) {
    saveDecision(tx, service, rendition, 'revoked');
    recordAccess(tx, service, { action: 'rendition-revoked', subject: rendition.fileId });
  }
}
