import type { EventData } from '@zero-distance/contracts';
import type { Tx } from '@zero-distance/persistence';
import { Erasure } from '@zero-distance/platform';
import { FILES } from '../file/file.store.js';
import { correctParts, eraseReports, partsOfRequest } from './part.store.js';

/** 更正: the parts of a request's orders follow them. */
export function requestCorrected(tx: Tx, request: EventData<'intake.request.corrected.v1'>): void {
  const { requestId, areaCode, barredOrganisationIds = null, barredAccountIds = null } = request;
  correctParts(tx, requestId, { areaCode, barredOrganisationIds, barredAccountIds });
}

/** 依法删除: what was reported goes, and the files with it; that it was reported stays. */
export async function requestErased(tx: Tx, requestId: string): Promise<void> {
  const parts = await partsOfRequest(tx, requestId);
  const erasure = new Erasure(tx, requestId);
  FILES.erase(erasure, 'part', parts);
  eraseReports(erasure, parts);
  erasure.removeAnswers(parts);
  erasure.removeReasons(parts);
}
