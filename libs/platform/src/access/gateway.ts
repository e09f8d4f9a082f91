import { CARE_KEEPERS, CARE_WORKERS, ROLES } from '@zero-distance/kernel';
import { rowsOf } from './access-row.js';
import { OF_EVERY_SERVICE, OF_MESSAGES, OF_POLICIES } from './of-every-service.js';
import { ADMINISTRATOR, ANYBODY, HANDLER } from './role-groups.js';

/** Administrators see the webhooks of all clients in their area, others their own. */
const OTHERS = ROLES.filter((role) => role !== 'administrator');

/** The rows of the gateway. */
export const GATEWAY_ACCESS = rowsOf('gateway', {
  'accounts.register': ['administer', ADMINISTRATOR, 'area'],
  'accounts.list': ['administer', ADMINISTRATOR, 'area'],
  'accounts.get': ['administer', ADMINISTRATOR, 'area'],
  'accounts.change': ['administer', ADMINISTRATOR, 'area'],
  'accounts.disable': ['administer', ADMINISTRATOR, 'area'],
  'accounts.enable': ['administer', ADMINISTRATOR, 'area'],
  'accounts.givePassword': ['administer', ADMINISTRATOR, 'area'],
  'accounts.removeSecondFactor': ['administer', ADMINISTRATOR, 'area'],
  'accounts.unlock': ['administer', ADMINISTRATOR, 'area'],
  'accounts.sessions': ['administer', ADMINISTRATOR, 'area'],
  'accounts.endSessions': ['administer', ADMINISTRATOR, 'area'],
  'accounts.setContact': ['administer', ADMINISTRATOR, 'area'],
  'colleagues.list': ['listen', [...HANDLER, ...ADMINISTRATOR], 'area'],
  'careWorkers.list': ['listen', [...CARE_KEEPERS, ...CARE_WORKERS], 'area'],
  'clients.register': ['administer', ADMINISTRATOR, 'area'],
  'clients.list': ['administer', ADMINISTRATOR, 'area'],
  'clients.get': ['administer', ADMINISTRATOR, 'area'],
  'clients.change': ['administer', ADMINISTRATOR, 'area'],
  'clients.renew': ['administer', ADMINISTRATOR, 'area'],
  'clients.disable': ['administer', ADMINISTRATOR, 'area'],
  'clients.enable': ['administer', ADMINISTRATOR, 'area'],
  'clients.unlock': ['administer', ADMINISTRATOR, 'area'],
  'audit.list': ['audit', ADMINISTRATOR, 'district'],
  'audit.head': ['audit', ADMINISTRATOR, 'district'],
  'events.list': ['listen', ANYBODY, 'matter'],
  'live.listen': ['listen', ANYBODY, 'matter'],
  'webhooks.register': ['listen', ANYBODY, 'area'],
  'webhooks.list': ['listen', ADMINISTRATOR, 'area', OTHERS],
  'webhooks.get': ['listen', ADMINISTRATOR, 'area', OTHERS],
  'webhooks.change': ['listen', ADMINISTRATOR, 'area', OTHERS],
  'webhooks.rotate': ['listen', ADMINISTRATOR, 'area', OTHERS],
  'webhooks.enable': ['listen', ADMINISTRATOR, 'area', OTHERS],
  'webhooks.disable': ['listen', ADMINISTRATOR, 'area', OTHERS],
  'webhooks.test': ['listen', ADMINISTRATOR, 'area', OTHERS],
  'webhooks.replay': ['listen', ADMINISTRATOR, 'area', OTHERS],
  'webhooks.deliveries': ['listen', ADMINISTRATOR, 'area', OTHERS],
  'notifications.list': ['listen', ANYBODY, 'self'],
  'notifications.unread': ['listen', ANYBODY, 'self'],
  'notifications.read': ['listen', ANYBODY, 'self'],
  'notifications.readAll': ['listen', ANYBODY, 'self'],
  'notifications.getContact': ['listen', ANYBODY, 'self'],
  'notifications.setContact': ['listen', ANYBODY, 'self'],
  'notifications.setChoices': ['listen', ANYBODY, 'self'],
  ...OF_MESSAGES,
  ...OF_POLICIES,
  ...OF_EVERY_SERVICE,
});
