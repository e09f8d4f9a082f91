import { describe, expect, it } from '@jest/globals';
import { hashGenerated, isGenerated, isGeneratedSecret, makeSecret } from './generated-secret.js';
import { hashSecret } from './secret-hash.js';

describe('a secret that is made here', () => {
  it('has 256 bits and is never the same', () => {
    expect(Buffer.from(makeSecret(), 'base64url')).toHaveLength(32);
    expect(makeSecret()).not.toBe(makeSecret());
  });

  it('is recognised by its hash, and no other is', () => {
    const secret = makeSecret();
    expect(isGeneratedSecret(secret, hashGenerated(secret))).toBe(true);
    expect(isGeneratedSecret(makeSecret(), hashGenerated(secret))).toBe(false);
    expect(isGeneratedSecret('', hashGenerated(secret))).toBe(false);
    expect(hashGenerated(secret)).not.toContain(secret);
  });

  it('is distinguished from a chosen secret by its stored hash', async () => {
    const chosen = await hashSecret('correct horse');
    expect([isGenerated(hashGenerated(makeSecret())), isGenerated(chosen), isGeneratedSecret('correct horse', chosen)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('is recognised from a hash stored by an earlier release', () => {
    expect(isGeneratedSecret('abc', 'sha256$ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0')).toBe(true);
  });
});
