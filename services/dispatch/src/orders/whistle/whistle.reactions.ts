import type { EventData } from '@zero-distance/contracts';
import type { Tx } from '@zero-distance/persistence';
import { Erasure } from '@zero-distance/platform';
import { correctWhistles, erasePlaces, whistlesOf } from './whistle.store.js';

/** 更正: what is about a request follows it. */
export function requestCorrected(tx: Tx, request: EventData<'intake.request.corrected.v1'>): void {
  const { requestId, areaCode, confidential, barredOrganisationIds = null, barredAccountIds = null } = request;
  correctWhistles(tx, requestId, { areaCode, confidential, barredOrganisationIds, barredAccountIds });
}

/** 依法删除: the words and places go; who was summoned and came stays. */
export async function requestErased(tx: Tx, requestId: string): Promise<void> {
  const whistles = await whistlesOf(tx, requestId);
  const erasure = new Erasure(tx, requestId);
  erasePlaces(erasure, whistles);
  erasure.removeAnswers(whistles);
  erasure.removeReasons(whistles);
}
