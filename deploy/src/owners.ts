import { SERVICES, type Service } from '@zero-distance/contracts';

/** Everything that owns a Postgres schema. */
export const SCHEMA_OWNERS = SERVICES;
export type SchemaOwner = Service;

/** The schema of an owner; its login role has the same name. `case-mediation` → `case_mediation`. */
export const schemaNameOf = (owner: SchemaOwner): string => owner.replaceAll('-', '_');
