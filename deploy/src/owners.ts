import { SERVICES } from '@zero-distance/contracts';

/** Everything that owns a Postgres schema: the five services, which also own a stream, and the gateway, which does not. */
export const SCHEMA_OWNERS = [...SERVICES, 'gateway'] as const;
export type SchemaOwner = (typeof SCHEMA_OWNERS)[number];

/** The schema of an owner; its login role has the same name. `case-mediation` → `case_mediation`. */
export const schemaNameOf = (owner: SchemaOwner): string => owner.replaceAll('-', '_');
