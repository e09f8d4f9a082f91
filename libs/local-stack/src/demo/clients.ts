import { createHmac } from 'node:crypto';
import { DOMAIN_SERVICES, SERVICES, type Service } from '@zero-distance/contracts';
import { ROLES, type Role } from '@zero-distance/kernel';
import { DISTRICT } from '../service-environment.js';
import type { Stack } from '../stack.js';
import { runGatewayCommand } from './gateway-command.js';

/** An OAuth2 client (client credentials) of the demo district. */
export interface DemoClient {
  readonly id: string;
  readonly name: string;
  readonly secret: string;
  readonly scopes: readonly string[];
  readonly roles: readonly Role[];
  /** The area it may see: a code prefix. */
  readonly area: string;
  /** The organisation it acts for: its work orders only. */
  readonly org?: string;
}

const scopes = (...services: readonly Service[]) => services.flatMap((service) => [`${service}:read`, `${service}:write`]);
/** Everybody's but the handler's, who acts for one organisation and sees nothing without. */
const ROLES_OF_THE_DISTRICT = ROLES.filter((role) => role !== 'handler');
const IMPORTING: readonly Service[] = ['intake', 'dispatch', 'case-mediation', 'inspection', 'evaluation'];
const EVERYTHING = [
  ...scopes(...DOMAIN_SERVICES),
  ...SERVICES.flatMap((service) => [`${service}:operate`, `${service}:export`]),
  ...IMPORTING.map((service) => `${service}:import`),
  'intake:reveal',
  'dispatch:reveal',
  'intake:erase',
  'gateway:read',
  'gateway:audit',
  'gateway:administer',
  'gateway:listen',
];

/** A client of the whole district, before it has a secret. */
const client = (id: string, name: string, granted: readonly string[], roles: readonly Role[], org?: string) => ({
  id,
  name,
  scopes: granted,
  roles,
  area: DISTRICT,
  org,
});

/** Who may do everything is the first. */
const CLIENTS = [
  client('demo', '演示 Demo: everything', EVERYTHING, ROLES_OF_THE_DISTRICT),
  client('demo-hotline', '服务热线 Hotline', [...scopes('intake'), 'intake:reveal'], ['intake-clerk']),
  client('demo-centre', '调度中心 Dispatch centre', [...scopes('dispatch'), 'dispatch:reveal', 'intake:read'], ['dispatcher', 'reviewer']),
  client(
    'demo-callback',
    '回访中心 Callback centre',
    [...scopes('evaluation', 'intake'), 'intake:reveal'],
    ['callback-agent', 'publisher'],
  ),
  client('demo-knowledge', '知识库审核 Knowledge publisher', scopes('intake'), ['publisher']),
  client('demo-grid', '网格员 Grid worker', [...scopes('intake', 'dispatch'), 'intake:reveal'], ['grid-worker']),
  client('demo-care', '关爱专员 Care worker', [...scopes('intake'), 'intake:reveal'], ['care-worker']),
  client('demo-rider', '外卖骑手 Delivery rider', scopes('intake'), ['mobile-grid-worker']),
  client(
    'demo-housing',
    '区住建局 Housing bureau',
    [...scopes('dispatch'), 'intake:read', 'gateway:listen'],
    ['handler'],
    'housing-bureau',
  ),
  client('demo-fire', '消防救援大队 Fire brigade', [...scopes('dispatch'), 'intake:read', 'inspection:read'], ['handler'], 'fire-rescue'),
  client('demo-heating', '供热公司 Heating company', [...scopes('dispatch'), 'intake:read'], ['handler'], 'heating-company'),
  client('demo-leader', '区领导 Leader of the district', [...scopes('dispatch'), 'intake:read'], ['leader']),
  client('demo-street', '桃东街道 Street office', [...scopes('dispatch'), 'intake:read'], ['handler'], 'street-011'),
  client(
    'demo-community',
    '学府社区 Community',
    [...scopes('intake', 'dispatch')],
    ['window-clerk', 'care-worker', 'dispatcher'],
    'community-011001',
  ),
  client('demo-health', '社区卫生服务中心 Health centre', [...scopes('dispatch'), 'intake:read'], ['handler'], 'health-centre-011'),
  client('demo-mediation', '调解委员会 Mediation committee', [...scopes('case-mediation'), 'intake:read'], ['mediator']),
  client('demo-inspection', '排查组 Inspection team', [...scopes('inspection'), 'dispatch:read'], ['inspector']),
] as const;

/** The clients of the demo district. The secrets are derived from one kept secret, so they stay the same over starts. */
export function demoClients(secret: string): [DemoClient, ...DemoClient[]] {
  const secretOf = (id: string) => createHmac('sha256', secret).update(id).digest('base64url').slice(0, 24);
  const [first, ...others] = CLIENTS;
  return [{ ...first, secret: secretOf(first.id) }, ...others.map((other) => ({ ...other, secret: secretOf(other.id) }))];
}

/**
 * Makes the clients known to the gateway, by its own command.
 * @throws with the command's words when it refuses, or when the signal comes
 */
export const registerClients = (environment: Stack['environment'], clients: readonly DemoClient[], signal?: AbortSignal): Promise<void> =>
  runGatewayCommand(environment, 'clients', clients, signal);
