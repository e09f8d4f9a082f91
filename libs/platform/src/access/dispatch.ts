import { rowsOf } from './access-row.js';
import { OF_DOCUMENTS, OF_EVERY_SERVICE, OF_IMPORTS, OF_POLICIES, ofFiles, ofRenditions } from './of-every-service.js';
import { ADMINISTRATOR, ANYBODY, DISPATCHER, HANDLER, MATTER_READERS, REVIEWER } from './role-groups.js';

/** The rows of dispatch. */
export const DISPATCH_ACCESS = rowsOf('dispatch', {
  'organisations.register': ['write', ADMINISTRATOR, 'area'],
  'organisations.list': ['read', ANYBODY, 'everybody'],
  'responsibilities.register': ['write', ADMINISTRATOR, 'area'],
  'responsibilities.list': ['read', ANYBODY, 'everybody'],
  'responsibilities.match': ['read', ANYBODY, 'everybody'],
  'holidays.register': ['write', ADMINISTRATOR, 'district'],
  'holidays.list': ['read', ANYBODY, 'everybody'],
  'workOrders.list': ['read', [...MATTER_READERS, 'inspector'], 'matter'],
  'workOrders.get': ['read', [...MATTER_READERS, 'inspector'], 'matter'],
  'workOrders.sheet': ['read', [...MATTER_READERS, 'inspector'], 'matter'],
  'workOrders.dispatch': ['write', DISPATCHER, 'matter'],
  'workOrders.reassign': ['write', DISPATCHER, 'matter'],
  'workOrders.accept': ['write', HANDLER, 'matter'],
  'workOrders.acceptMany': ['write', HANDLER, 'rows'],
  'workOrders.start': ['write', HANDLER, 'matter'],
  'workOrders.progress': ['write', HANDLER, 'matter'],
  'workOrders.reply': ['write', HANDLER, 'matter'],
  'workOrders.return': ['write', HANDLER, 'matter'],
  'workOrders.reject': ['write', REVIEWER, 'matter'],
  'workOrders.approve': ['write', REVIEWER, 'matter'],
  'workOrders.dispatchAgain': ['write', DISPATCHER, 'matter'],
  'workOrders.terminate': ['write', DISPATCHER, 'matter'],
  ...OF_DOCUMENTS,
  ...OF_IMPORTS,
  ...ofFiles([...MATTER_READERS, 'inspector'], []),
  ...ofRenditions([...MATTER_READERS, 'inspector']),
  ...OF_POLICIES,
  ...OF_EVERY_SERVICE,
});
