import { rowsOf } from './access-row.js';
import { OF_EVERY_SERVICE, OF_IMPORTS, OF_MESSAGES, OF_POLICIES, ofFiles, ofRenditions } from './of-every-service.js';
import { ADMINISTRATOR, ANYBODY, CLERK, DISPATCHER, IMPORTERS, MATTER_READERS, TAKERS } from './role-groups.js';

/** The rows of intake. */
export const INTAKE_ACCESS = rowsOf('intake', {
  'areas.register': ['write', ADMINISTRATOR, 'area'],
  'areas.list': ['read', ANYBODY, 'everybody'],
  'areas.get': ['read', ANYBODY, 'everybody'],
  'categories.register': ['write', ADMINISTRATOR, 'district'],
  'categories.list': ['read', ANYBODY, 'everybody'],
  'serviceItems.register': ['write', ADMINISTRATOR, 'district'],
  'serviceItems.list': ['read', ANYBODY, 'public'],
  'pastRequests.register': ['import', IMPORTERS, 'area'],
  'requests.register': ['write', TAKERS, 'area'],
  'requests.list': ['read', MATTER_READERS, 'matter', TAKERS],
  'requests.findByPhone': ['read', ['intake-clerk', 'administrator'], 'matter'],
  'requests.get': ['read', MATTER_READERS, 'matter', TAKERS],
  'requests.timeline': ['read', MATTER_READERS, 'matter', TAKERS],
  'requests.reveal': ['reveal', ['intake-clerk', 'window-clerk', 'handler', 'callback-agent', 'mediator', 'administrator'], 'matter'],
  'requests.erase': ['erase', ADMINISTRATOR, 'matter'],
  'requests.eraseByPhone': ['erase', ADMINISTRATOR, 'matter'],
  'requests.erasure': ['erase', ADMINISTRATOR, 'matter'],
  'requests.correct': ['write', [...CLERK, ...DISPATCHER], 'matter'],
  'requests.corrections': ['read', MATTER_READERS, 'matter', TAKERS],
  'requests.followUp': ['write', [...CLERK, 'window-clerk', 'grid-worker'], 'matter', TAKERS],
  'requests.followUps': ['read', MATTER_READERS, 'matter', TAKERS],
  'requests.answerOnTheSpot': ['write', CLERK, 'matter'],
  'requests.decline': ['write', CLERK, 'matter'],
  'requests.withdraw': ['write', CLERK, 'matter'],
  ...OF_IMPORTS,
  ...OF_MESSAGES,
  ...ofFiles(MATTER_READERS, TAKERS),
  ...ofRenditions(MATTER_READERS),
  ...OF_POLICIES,
  ...OF_EVERY_SERVICE,
});
