import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { SERVICES } from '@zero-distance/contracts';
import { environmentName, STACK_SERVICES } from './service.js';

/** The generated secrets of one local stack, by the name of the environment variable that carries each. */
export type Secrets = Readonly<Record<string, string>>;

/** Each service seals what it stores under keys of its own; the texts of matters on their way and signed links have keys in common. */
const KEY_RINGS = [
  'PERSONAL_DATA_KEYS',
  environmentName('dispatch', 'PERSONAL_DATA_KEYS'),
  environmentName('case-mediation', 'PERSONAL_DATA_KEYS'),
  'MATTER_TEXT_KEYS',
  'SIGNED_LINK_KEYS',
];

/** The id of a key says when it was made. */
const today = (): string => `k${new Date().toISOString().slice(0, 10).replaceAll('-', '')}`;

/** New random passwords and keys for every part of the stack. */
export function generateSecrets(): Secrets {
  const passwords = [
    'POSTGRES_PASSWORD',
    'MIGRATOR_PASSWORD',
    'DEPLOY_NATS_PASSWORD',
    'DEMO_CLIENT_SECRET',
    ...STACK_SERVICES.map((service) => environmentName(service, 'DB_PASSWORD')),
    ...SERVICES.map((service) => environmentName(service, 'NATS_PASSWORD')),
  ];
  const keys = ['BLIND_INDEX_KEY', 'GATEWAY_KEY', ...SERVICES.map((service) => environmentName(service, 'REQUEST_HASH_KEY'))];
  return {
    ...Object.fromEntries(passwords.map((name) => [name, randomBytes(18).toString('base64url')])),
    ...Object.fromEntries(keys.map((name) => [name, randomBytes(32).toString('base64')])),
    ...Object.fromEntries(KEY_RINGS.map((name) => [name, `${today()}:${randomBytes(32).toString('base64')}`])),
  };
}

/**
 * The secrets kept in a file only its owner may read; generated on the first call. Names that a later version needs are
 * added, those that are there never change: the data was made with them.
 */
export function keptSecrets(path: string): Secrets {
  const kept: Secrets = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Secrets) : {};
  const secrets = { ...generateSecrets(), ...kept };
  if (Object.keys(kept).length === Object.keys(secrets).length) return secrets;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets;
}
