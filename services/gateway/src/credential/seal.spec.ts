import { describe, expect, it } from '@jest/globals';
import { deriveKey, seal, unseal } from './seal.js';

const key = deriveKey(Buffer.alloc(32, 7), 'signing-key');

describe('a sealed value', () => {
  it('opens with its key and name', () => {
    expect(unseal(key, 'kid-1', seal(key, 'kid-1', '{"d":"…"}'))).toBe('{"d":"…"}');
  });

  it('does not open with another key, another name, or a changed byte', () => {
    const sealed = seal(key, 'kid-1', 'text');
    expect(() => unseal(deriveKey(Buffer.alloc(32, 8), 'signing-key'), 'kid-1', sealed)).toThrow();
    expect(() => unseal(deriveKey(Buffer.alloc(32, 7), 'cookie'), 'kid-1', sealed)).toThrow();
    expect(() => unseal(key, 'kid-2', sealed)).toThrow();
    sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
    expect(() => unseal(key, 'kid-1', sealed)).toThrow();
  });
});
