import { Type } from '@zero-distance/platform/config';

/** The configuration of GATEWAY_KEY: what signing keys and cookies are protected with. */
export const GATEWAY_KEY = Type.String({
  pattern: '^[A-Za-z0-9+/]{43}=$',
  description: '32 random bytes in base64: openssl rand -base64 32',
});
