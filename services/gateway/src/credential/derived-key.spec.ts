import { describe, expect, it } from '@jest/globals';
import { deriveKey, type KeyPurpose } from './derived-key.js';

describe('a derived key', () => {
  const gatewayKey = Buffer.alloc(32, 7);

  it('has 32 bytes, and is the same each time', () => {
    expect(deriveKey(gatewayKey, 'cookie')).toHaveLength(32);
    expect(deriveKey(gatewayKey, 'cookie')).toEqual(deriveKey(gatewayKey, 'cookie'));
  });

  // Recorded, and computed apart by RFC 5869. Another value makes every kept signing key unreadable and every session void.
  it.each<[KeyPurpose, string]>([
    ['signing-key', 'v8nkaGU7Jmgui21GsAl9RkFXiUqCwtA7tVFinmOcTc4='],
    ['cookie', 'eg9imrDnU5FkH3Yh/uK1SPmVgUWGrDEWnrZgRxk7Su4='],
    ['login-attempt', 'Wsk4qAXgirFWkbv+IJDLkXkuJCFtPHaapOVQlEw/Eec='],
  ])('is what it was in every release before: %s', (purpose, key) => {
    expect(deriveKey(gatewayKey, purpose).toString('base64')).toBe(key);
  });

  it('is of one purpose and one GATEWAY_KEY', () => {
    expect(deriveKey(gatewayKey, 'cookie')).not.toEqual(deriveKey(gatewayKey, 'signing-key'));
    expect(deriveKey(gatewayKey, 'cookie')).not.toEqual(deriveKey(Buffer.alloc(32, 8), 'cookie'));
  });
});
