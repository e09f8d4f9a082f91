import { ACCESS_ACTIONS } from '@zero-distance/contracts';

/** What the audit trail tells of: what services tell of accesses, and what is done in the gateway. */
export const AUDIT_ACTIONS = [...ACCESS_ACTIONS] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];
