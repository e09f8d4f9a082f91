import { rowsOf } from './access-row.js';
import { OF_EVERY_SERVICE, OF_IMPORTS, OF_POLICIES, ofFiles, ofRenditions } from './of-every-service.js';
import { ADMINISTRATOR, ANYBODY, IMPORTERS } from './role-groups.js';

const INSPECTORS = ['inspector', 'grid-worker', 'police-auxiliary'] as const;
const INSPECTION_READERS = [...INSPECTORS, 'handler', 'dispatcher', 'reviewer', 'leader', 'administrator'] as const;

/** The rows of inspection. */
export const INSPECTION_ACCESS = rowsOf('inspection', {
  'checklists.current': ['read', ANYBODY, 'everybody'],
  'checklists.get': ['read', ANYBODY, 'everybody'],
  'checklists.register': ['write', ADMINISTRATOR, 'district'],
  'premises.register': ['write', ADMINISTRATOR, 'area'],
  'premises.list': ['read', INSPECTION_READERS, 'matter'],
  'premises.get': ['read', INSPECTION_READERS, 'matter'],
  'rounds.coverage': ['read', INSPECTION_READERS, 'area'],
  'visits.record': ['write', INSPECTORS, 'area'],
  'visits.list': ['read', INSPECTION_READERS, 'matter'],
  'visits.get': ['read', INSPECTION_READERS, 'matter'],
  'pastHazards.register': ['import', IMPORTERS, 'area'],
  'pastVisits.register': ['import', IMPORTERS, 'area'],
  'hazards.list': ['read', INSPECTION_READERS, 'matter'],
  'hazards.get': ['read', INSPECTION_READERS, 'matter'],
  'hazards.reportRectified': ['write', ['inspector'], 'matter'],
  'hazards.recheck': ['write', ['inspector'], 'matter'],
  'hazards.transfer': ['write', ['inspector'], 'matter'],
  ...ofFiles(INSPECTION_READERS, []),
  ...ofRenditions(INSPECTION_READERS),
  ...OF_IMPORTS,
  ...OF_POLICIES,
  ...OF_EVERY_SERVICE,
});
