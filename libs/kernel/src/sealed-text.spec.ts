import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { seal, unseal } from './sealed-text.js';

const key = Buffer.alloc(32, 7);

describe('a sealed text', () => {
  it('opens with its key and context, for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => unseal(key, 'a', seal(key, 'a', text)) === text));
  });

  it('opens when an earlier release stored it', () => {
    const kept = Buffer.from('M7b/zTQ/Vc7dDpQu5VK503LWD1Xmf0de8dXvuBqF3vBjoyayzQ==', 'base64');
    expect(unseal(Buffer.alloc(32, 5), 'row-1', kept)).toBe('赵小明');
  });

  it('does not open with another key, another context, or a changed byte', () => {
    const sealed = seal(key, 'kid-1', 'text');
    expect(() => unseal(Buffer.alloc(32, 8), 'kid-1', sealed)).toThrow();
    expect(() => unseal(key, 'kid-2', sealed)).toThrow();
    sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
    expect(() => unseal(key, 'kid-1', sealed)).toThrow();
  });

  it.each([4, 8, 12, 15])('does not open with its tag cut to %i bytes', (bytes) => {
    const empty = seal(key, 'a', ''); // an empty text: nothing follows the tag
    expect(() => unseal(key, 'a', empty.subarray(0, 12 + bytes))).toThrow();
  });
});
