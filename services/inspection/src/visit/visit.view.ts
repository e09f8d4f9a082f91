import type { Hazard } from '../hazard/hazard.js';
import type { RecordVisitInput, VisitDto } from './visit.dto.js';
import type { ReportedResult, Visit } from './visit.js';

/** The results in the form that `judge` reads. */
export const toReportedResults = ({ results }: RecordVisitInput): ReportedResult[] =>
  results.map(({ rectifyBy, ...result }) => ({ ...result, ...(rectifyBy !== undefined && { rectifyBy: new Date(rectifyBy) }) }));

/** A visit and its hazards as the API answers them. */
export const toVisitDto = (visit: Visit, hazards: readonly Hazard[]): VisitDto => ({
  id: visit.id,
  version: visit.version,
  premises: visit.premisesCode,
  areaCode: visit.areaCode,
  team: { police: visit.police, gridWorker: visit.gridWorker },
  joint: visit.police !== null,
  checklistVersion: visit.checklistVersion,
  passed: visit.passed,
  results: [...visit.results],
  hazards: hazards.map(({ id, itemCode, severity, state, visitId }) => ({
    id,
    item: itemCode,
    severity,
    state,
    confirmed: visitId !== visit.id,
  })),
  visitedAt: visit.visitedAt.toISOString(),
});
