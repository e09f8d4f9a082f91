import type { EventData } from '@zero-distance/contracts';
import type { Tx } from '@zero-distance/persistence';
import { Erasure } from '@zero-distance/platform';
import { FILES } from '../file/file.store.js';
import { correctSupervision, supervisionOf } from './supervision-order.store.js';

/** 更正: what is about the orders of a request follows them. */
export function requestCorrected(tx: Tx, request: EventData<'intake.request.corrected.v1'>): Promise<void> {
  const { requestId, areaCode, confidential, barredOrganisationIds = null, barredAccountIds = null } = request;
  return correctSupervision(tx, requestId, { areaCode, confidential, barredOrganisationIds, barredAccountIds });
}

/** 依法删除: the words and files go, also where other orders were meant too; what was asked and answered stays. */
export async function requestErased(tx: Tx, requestId: string): Promise<void> {
  const found = await supervisionOf(tx, requestId);
  const erasure = new Erasure(tx, requestId);
  FILES.erase(erasure, 'supervision-order', found);
  erasure.removeReasons(found);
}
