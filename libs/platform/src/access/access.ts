import type { Service } from '@zero-distance/contracts';
import type { Actor, Role } from '@zero-distance/kernel';
import type { AccessRow } from './access-row.js';
import { CASE_MEDIATION_ACCESS } from './case-mediation.js';
import { DISPATCH_ACCESS } from './dispatch.js';
import { EVALUATION_ACCESS } from './evaluation.js';
import { GATEWAY_ACCESS } from './gateway.js';
import { INSPECTION_ACCESS } from './inspection.js';
import { INTAKE_ACCESS } from './intake.js';
import type {
  OF_DOCUMENTS,
  OF_EVERY_SERVICE,
  OF_IMPORTS,
  OF_MESSAGES,
  OF_POLICIES,
  OF_VISITORS,
  ofFiles,
  ofRenditions,
} from './of-every-service.js';

/**
 * THE table of permissions: role × resource × scope, a file for each service. One row an operation, named `<service>.<resource>.<action>`; a
 * controller names its row (`@Auth('intake.requests.register')`), and the guard and the OpenAPI document go by it. e2e/access.e2e.spec.ts walks
 * every row with tokens of another area, another organisation, another role and too little scope.
 */
export const ACCESS_TABLE = {
  ...INTAKE_ACCESS,
  ...DISPATCH_ACCESS,
  ...CASE_MEDIATION_ACCESS,
  ...INSPECTION_ACCESS,
  ...EVALUATION_ACCESS,
  ...GATEWAY_ACCESS,
} as const;
export type AccessName = keyof typeof ACCESS_TABLE;
export type { Verb } from './access-row.js';

/** Whether an operation takes a caller with these roles. */
export const takesRoles = (row: AccessRow, held: Actor['roles']): boolean =>
  row.roles.length === 0 || holdsOne(held, row.roles) || holdsOne(held, row.own);

/** Whether an operation shows a caller with these roles only what they took in themselves. */
export const seesOnlyOwn = (row: AccessRow, held: Actor['roles']): boolean => !holdsOne(held, row.roles) && holdsOne(held, row.own);

const holdsOne = (held: Actor['roles'], asked: readonly Role[]): boolean => asked.some((role) => held.includes(role));

/** The row of an operation that several services have: for a class that is made for each. */
export const accessOf = (
  service: Service,
  operation:
    | keyof typeof OF_DOCUMENTS
    | keyof typeof OF_EVERY_SERVICE
    | keyof typeof OF_IMPORTS
    | keyof typeof OF_MESSAGES
    | keyof typeof OF_POLICIES
    | keyof typeof OF_VISITORS
    | keyof ReturnType<typeof ofFiles>
    | keyof ReturnType<typeof ofRenditions>,
): AccessName => `${service}.${operation}` as AccessName;

/** What a list's answer as a file needs besides the list's own row. */
export const exportScopeOf = (name: AccessName): string => `${name.split('.')[0]}:export`;

/** Every scope there is. */
export const SCOPES: readonly string[] = [
  ...new Set((Object.keys(ACCESS_TABLE) as AccessName[]).flatMap((name) => [ACCESS_TABLE[name].scope, exportScopeOf(name)])),
].sort();
