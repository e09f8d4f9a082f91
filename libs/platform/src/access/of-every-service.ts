import type { Cells } from './access-row.js';
import { ADMINISTRATOR, ANYBODY } from './role-groups.js';

/** The operations that the platform gives to every service. */
export const OF_EVERY_SERVICE = {
  'codeTables.list': ['read', ANYBODY, 'everybody'],
  'deadLetters.list': ['operate', ADMINISTRATOR, 'district'],
  'deadLetters.get': ['operate', ADMINISTRATOR, 'district'],
  'deadLetters.replay': ['operate', ADMINISTRATOR, 'district'],
  'deadLetters.discard': ['operate', ADMINISTRATOR, 'district'],
  'outbox.republish': ['operate', ADMINISTRATOR, 'district'],
} as const satisfies Record<string, Cells>;

/** The operations of a service's policies. */
export const OF_POLICIES = {
  'policies.list': ['read', ANYBODY, 'everybody'],
  'policies.set': ['operate', ADMINISTRATOR, 'district'],
} as const satisfies Record<string, Cells>;
