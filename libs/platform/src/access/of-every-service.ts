import type { Role } from '@zero-distance/kernel';
import type { Cells } from './access-row.js';
import { ADMINISTRATOR, ANYBODY, IMPORTERS, RENDITION_DECIDERS } from './role-groups.js';

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

/**
 * The operations of a service's files. Anybody who may change something may send one; who sees what it belongs to sees it.
 * @param readers of what files belong to
 * @param own who of what files belong to reads only what they took in themselves
 */
export const ofFiles = <const R extends readonly Role[], const O extends readonly Role[]>(readers: R, own: O) =>
  ({
    'files.upload': ['write', ANYBODY, 'own'],
    'uploads.begin': ['write', ANYBODY, 'own'],
    'uploads.append': ['write', ANYBODY, 'own'],
    'uploads.finish': ['write', ANYBODY, 'own'],
    'uploads.get': ['write', ANYBODY, 'own'],
    'files.get': ['read', readers, 'matter', own],
    'files.thumbnail': ['read', readers, 'matter', own],
  }) as const satisfies Record<string, Cells>;

/** The operations of a service that makes documents; each document itself has a row of its own. */
export const OF_DOCUMENTS = {
  'documents.list': ['read', ANYBODY, 'everybody'],
  'documents.template': ['operate', ADMINISTRATOR, 'district'],
  'documents.publish': ['operate', ADMINISTRATOR, 'district'],
} as const satisfies Record<string, Cells>;

/**
 * The operations of pictures for the public. Who sees the matter may ask; who decides sees what would be shown.
 * @param readers of what files belong to
 */
export const ofRenditions = <const R extends readonly Role[]>(readers: R) =>
  ({
    'renditions.ask': ['write', readers, 'matter'],
    'renditions.list': ['read', RENDITION_DECIDERS, 'matter'],
    'renditions.get': ['read', [...readers, 'publisher'], 'matter'],
    'renditions.picture': ['read', [...readers, 'publisher'], 'matter'],
    'renditions.approve': ['write', RENDITION_DECIDERS, 'matter'],
    'renditions.refuse': ['write', RENDITION_DECIDERS, 'matter'],
    'renditions.revoke': ['write', [...readers, 'publisher'], 'matter'],
    'renditions.shown': ['read', ANYBODY, 'public'],
  }) as const satisfies Record<string, Cells>;

/** The operations of a service that takes photos from people without a log-in. */
export const OF_VISITORS = { 'files.sendPublicly': ['write', ANYBODY, 'public'] } as const satisfies Record<string, Cells>;

/** The operations of a service that writes to people. */
export const OF_MESSAGES = {
  'messages.list': ['operate', ADMINISTRATOR, 'district'],
  'messages.resend': ['operate', ADMINISTRATOR, 'district'],
  'messages.resendAll': ['operate', ADMINISTRATOR, 'district'],
} as const satisfies Record<string, Cells>;

/**
 * The operations of a service with registers that can be imported. `imports.start` lets importers change what one operation alone leaves to others
 * (organisations, holidays): who has its scope and role needs neither those of the register's row of this table, only its reach.
 */
export const OF_IMPORTS = {
  'imports.template': ['import', IMPORTERS, 'everybody'],
  'imports.start': ['import', IMPORTERS, 'rows'],
  'imports.list': ['import', IMPORTERS, 'area'],
  'imports.get': ['import', IMPORTERS, 'area'],
  'imports.rows': ['import', IMPORTERS, 'area'],
} as const satisfies Record<string, Cells>;
