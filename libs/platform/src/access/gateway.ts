import { rowsOf } from './access-row.js';
import { OF_EVERY_SERVICE } from './of-every-service.js';
import { ADMINISTRATOR } from './role-groups.js';

/** The rows of the gateway. */
export const GATEWAY_ACCESS = rowsOf('gateway', {
  'audit.list': ['audit', ADMINISTRATOR, 'district'],
  'audit.head': ['audit', ADMINISTRATOR, 'district'],
  ...OF_EVERY_SERVICE,
});
