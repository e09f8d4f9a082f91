import { describe, expect, it } from '@jest/globals';
import { deriveKey } from './derived-key.js';

describe('a derived key', () => {
  const gatewayKey = Buffer.alloc(32, 7);

  it('has 32 bytes, and is the same each time', () => {
    expect(deriveKey(gatewayKey, 'cookie')).toHaveLength(32);
    expect(deriveKey(gatewayKey, 'cookie')).toEqual(deriveKey(gatewayKey, 'cookie'));
  });

  it('is of one purpose and one GATEWAY_KEY', () => {
    expect(deriveKey(gatewayKey, 'cookie')).not.toEqual(deriveKey(gatewayKey, 'signing-key'));
    expect(deriveKey(gatewayKey, 'cookie')).not.toEqual(deriveKey(Buffer.alloc(32, 8), 'cookie'));
  });
});
