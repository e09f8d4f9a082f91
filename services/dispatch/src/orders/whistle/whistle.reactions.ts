import type { EventData } from '@zero-distance/contracts';
import type { Tx } from '@zero-distance/persistence';
import { Erasure } from '@zero-distance/platform';
import { isPlacedAs } from './whistle.js';
import { erasePlaces, WHISTLES, whistlesOf } from './whistle.store.js';

/** 更正: what is about a request follows it; whoever may not hear of it any more has to be told of no other step. */
export async function requestCorrected(tx: Tx, request: EventData<'intake.request.corrected.v1'>): Promise<void> {
  const { requestId, areaCode, confidential, barredOrganisationIds = null, barredAccountIds = null } = request;
  const place = { areaCode, confidential, barredOrganisationIds, barredAccountIds };
  for (const id of await whistlesOf(tx, requestId)) {
    const found = await WHISTLES.load(tx, id);
    if (!isPlacedAs(found, place)) WHISTLES.take(tx, found, 'correct', place);
  }
}

/** 依法删除: the words and places go; who was summoned and came stays. */
export async function requestErased(tx: Tx, requestId: string): Promise<void> {
  const whistles = await whistlesOf(tx, requestId);
  const erasure = new Erasure(tx, requestId);
  erasePlaces(erasure, whistles);
  erasure.removeAnswers(whistles);
  erasure.removeReasons(whistles);
}
