import type { EventData } from '@zero-distance/contracts';
import type { Tx } from '@zero-distance/persistence';
import { Erasure } from '@zero-distance/platform';
import { FILES } from '../file/file.store.js';
import { applicationsOf, correctApplications } from './application.store.js';

/** 更正: what was asked about the orders of a request follows them. */
export function requestCorrected(tx: Tx, request: EventData<'intake.request.corrected.v1'>): void {
  const { requestId, areaCode, barredOrganisationIds = null, barredAccountIds = null } = request;
  correctApplications(tx, requestId, { areaCode, barredOrganisationIds, barredAccountIds });
}

/** 依法删除: the words and the evidence go; what was asked and decided stays. */
export async function requestErased(tx: Tx, requestId: string): Promise<void> {
  const applications = await applicationsOf(tx, requestId);
  const erasure = new Erasure(tx, requestId);
  FILES.erase(erasure, 'application', applications);
  erasure.removeReasons(applications);
}
