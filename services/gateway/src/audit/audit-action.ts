import { ACCESS_ACTIONS } from '@zero-distance/contracts';

/** What the audit trail tells of: what services tell of accesses, and what is done in the gateway. */
export const AUDIT_ACTIONS = [
  ...ACCESS_ACTIONS,
  'account-registered',
  'account-changed',
  'account-disabled',
  'account-enabled',
  'account-unlocked',
  'password-given',
  'password-changed',
  'second-factor-enrolled',
  'second-factor-removed',
  'recovery-code-used',
  'sessions-ended',
  'logged-in',
  'log-in-failed',
  'log-in-locked',
  'client-registered',
  'client-changed',
  'client-secret-renewed',
  'client-disabled',
  'client-enabled',
  'client-unlocked',
  'webhook-registered',
  'webhook-changed',
  'webhook-secret-renewed',
  'webhook-enabled',
  'webhook-disabled',
  'webhook-replayed',
  'audit-cut',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];
