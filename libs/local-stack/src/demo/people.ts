import { createHmac } from 'node:crypto';
import type { Role } from '@zero-distance/kernel';
import { DISTRICT } from '../service-environment.js';
import type { Stack } from '../stack.js';
import { runGatewayCommand } from './gateway-command.js';

/** A person of the demo district, who logs in at the desk. */
export interface DemoPerson {
  readonly username: string;
  readonly password: string;
  readonly scopes: readonly string[];
  readonly roles: readonly Role[];
  readonly area: string;
  /** The organisation they act for: its work orders only. */
  readonly org?: string;
}

const READING = ['intake:read', 'dispatch:read', 'evaluation:read', 'gateway:listen'];
const TAKING_IN = [...READING, 'intake:write'];
const AT_WORK = [...TAKING_IN, 'dispatch:write'];
const EXPORTS = ['intake:export', 'dispatch:export', 'evaluation:export'];

/** The people of the demo district. Their passwords are derived from one kept secret, so they stay the same over starts. */
export function demoPeople(secret: string): DemoPerson[] {
  const person = (username: string, scopes: readonly string[], roles: readonly Role[], org?: string): DemoPerson => ({
    username,
    scopes,
    roles,
    area: DISTRICT,
    org,
    password: createHmac('sha256', secret).update(`person ${username}`).digest('base64url').slice(0, 14),
  });
  return [
    person('clerk', [...TAKING_IN, ...EXPORTS, 'intake:reveal'], ['intake-clerk']),
    person('centre', [...AT_WORK, ...EXPORTS, 'dispatch:reveal'], ['dispatcher', 'reviewer']),
    person('grid', [...AT_WORK, 'intake:reveal'], ['grid-worker']),
    person('care', [...TAKING_IN, 'intake:reveal'], ['care-worker']),
    person('housing', AT_WORK, ['handler'], 'housing-bureau'),
    person('heating', AT_WORK, ['handler'], 'heating-company'),
    person('street', AT_WORK, ['handler'], 'street-011'),
    person('window', [...TAKING_IN, 'intake:reveal'], ['window-clerk']),
    person('mediator', [...READING, 'case-mediation:read', 'case-mediation:write'], ['mediator']),
    person('inspector', [...READING, 'inspection:read', 'inspection:write'], ['inspector']),
    person('callback', [...READING, 'intake:write', 'intake:reveal', 'evaluation:write'], ['callback-agent']),
    person('knowledge', TAKING_IN, ['publisher']),
    person('admin', AT_WORK, ['administrator']),
    person('leader', [...READING, 'dispatch:write', ...EXPORTS], ['leader']),
  ];
}

/** The desk's own client: public, for whoever has an account. */
const deskClient = (gatewayUrl: string, scopes: readonly string[]) => ({
  id: 'desk',
  name: '工作台 Desk',
  secret: null,
  scopes,
  roles: [],
  area: '',
  redirectUris: [`${gatewayUrl}/desk/logged-in`],
  postLogoutRedirectUris: [`${gatewayUrl}/desk`],
});

/**
 * Makes the people known to the gateway, and the desk that they log in at, by its own commands.
 * @throws with a command's words when it refuses, or when the signal comes
 */
export async function registerPeople(
  environment: Stack['environment'],
  gatewayUrl: string,
  people: readonly DemoPerson[],
  signal?: AbortSignal,
): Promise<void> {
  const run = (command: string, input: object) => runGatewayCommand(environment, command, input, signal);
  const { scopes } = (await (await fetch(`${gatewayUrl}/desk/settings.json`)).json()) as { scopes: string[] };
  await Promise.all([run('clients', deskClient(gatewayUrl, scopes)), run('accounts', people)]);
}
