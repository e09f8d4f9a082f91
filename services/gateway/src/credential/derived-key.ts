import { hkdfSync } from 'node:crypto';

/** What GATEWAY_KEY is used for, each with a key of its own. */
export type KeyPurpose =
  | 'signing-key'
  | 'cookie'
  | 'login-attempt'
  | 'second-factor'
  | 'webhook-secret'
  | 'staff-contact'
  | 'recipient-mark';

/** A 32-byte key for one purpose, derived from GATEWAY_KEY. */
export const deriveKey = (gatewayKey: Buffer, purpose: KeyPurpose): Buffer =>
  Buffer.from(hkdfSync('sha256', gatewayKey, Buffer.alloc(0), `zero-distance/gateway/${purpose}`, 32));
