import { AuditEntity, AuditWaitingEntity } from './audit/audit.entity.js';

/** The tables of the gateway that use cases read and write, in the process and in its commands. */
export const ENTITIES = [AuditEntity, AuditWaitingEntity];
