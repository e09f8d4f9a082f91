import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { deriveKey } from './derived-key.js';
import { keyedHash } from './keyed-hash.js';

describe('the hash of a name or an address', () => {
  const key = deriveKey(Buffer.alloc(32, 7), 'login-attempt');

  it('cannot be computed without the key', () => {
    expect(keyedHash(key, 'clerk')).not.toBe(createHash('sha256').update('clerk').digest('base64url'));
    expect(keyedHash(deriveKey(Buffer.alloc(32, 8), 'login-attempt'), 'clerk')).not.toBe(keyedHash(key, 'clerk'));
  });

  it('is the same as in the previous release, so that locks outlive an upgrade', () => {
    expect(keyedHash(key, 'clerk')).toBe('S8SylAyjW4qzh2bcF_PKNd0kiDCzip_sGWjWhKVwbvw');
  });
});
