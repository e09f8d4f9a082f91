import { ERASED_TEXT } from '@zero-distance/contracts';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import type { Erasure } from '@zero-distance/platform';
import { CorrectionEntity } from './correction.entity.js';
import { type Correction, WORDS_OF_CORRECTIONS } from './correction.js';

/** Queues what stood there before, and since. */
export const keepCorrection = (tx: Tx, correction: Correction): void => tx.insert(CorrectionEntity, correction);

/** How often a request may be corrected; more are a quarrel, not corrections. */
export const MOST_CORRECTIONS = 50;

/** What was corrected of a request, oldest first. */
export const correctionsOf = (tx: ReadTx, requestId: string): Promise<Correction[]> =>
  tx.query<CorrectionEntity & Record<string, unknown>>(
    `${tx.select(CorrectionEntity, 'c')} where c.request_id = $1 order by c.id limit ${MOST_CORRECTIONS}`,
    [requestId],
  );

/** Queues that the words of corrections are gone: codes stay, for the figures that moved by them. */
export const eraseCorrections = (erasure: Erasure): void =>
  erasure.remove(
    'words',
    `gone as (update request_correction set reason = $2, before = before - $3::text[], after = after - $3::text[]
       where request_id = $1 and reason <> $2 returning 1)`,
    [erasure.matterId, ERASED_TEXT, WORDS_OF_CORRECTIONS],
  );
