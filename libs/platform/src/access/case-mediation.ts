import { rowsOf } from './access-row.js';
import { OF_DOCUMENTS, OF_EVERY_SERVICE, OF_IMPORTS, OF_POLICIES, ofFiles } from './of-every-service.js';
import { ADMINISTRATOR, ANYBODY, IMPORTERS, MEDIATOR } from './role-groups.js';

const CASE_READERS = [
  'mediator',
  'intake-clerk',
  'window-clerk',
  'dispatcher',
  'callback-agent',
  'handler',
  'leader',
  'administrator',
] as const;

/** The rows of case-mediation. */
export const CASE_MEDIATION_ACCESS = rowsOf('case-mediation', {
  'mediators.register': ['write', ADMINISTRATOR, 'area'],
  'mediators.retire': ['write', ADMINISTRATOR, 'area'],
  'mediators.list': ['read', ANYBODY, 'area'],
  'mediators.get': ['read', ANYBODY, 'area'],
  'pastCases.register': ['import', IMPORTERS, 'area'],
  'cases.apply': ['write', ['mediator', 'intake-clerk', 'dispatcher'], 'area'],
  'cases.list': ['read', CASE_READERS, 'matter'],
  'cases.get': ['read', CASE_READERS, 'matter'],
  'cases.agreement': ['read', CASE_READERS, 'matter'],
  'cases.accept': ['write', MEDIATOR, 'matter'],
  'cases.decline': ['write', MEDIATOR, 'matter'],
  'cases.assign': ['write', ['mediator', 'dispatcher'], 'matter'],
  'cases.start': ['write', MEDIATOR, 'matter'],
  'cases.holdSession': ['write', MEDIATOR, 'matter'],
  'cases.agree': ['write', MEDIATOR, 'matter'],
  'cases.fail': ['write', MEDIATOR, 'matter'],
  'cases.terminate': ['write', MEDIATOR, 'matter'],
  'cases.perform': ['write', MEDIATOR, 'matter'],
  'cases.breach': ['write', MEDIATOR, 'matter'],
  ...OF_DOCUMENTS,
  ...ofFiles(CASE_READERS, []),
  ...OF_IMPORTS,
  ...OF_POLICIES,
  ...OF_EVERY_SERVICE,
});
