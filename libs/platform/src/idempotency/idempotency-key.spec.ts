import { describe, expect, it } from '@jest/globals';
import { idempotencyKeyOf } from './idempotency-key.js';

const keyOf = (key: unknown, method = 'POST') => idempotencyKeyOf({ method, headers: { 'idempotency-key': key as string } });

describe('an Idempotency-Key', () => {
  it('is the same key quoted and bare', () => {
    expect(keyOf('"8e03978e-40d5"')).toBe('8e03978e-40d5');
    expect(keyOf('8e03978e-40d5')).toBe('8e03978e-40d5');
    expect(keyOf('"a\\"b\\\\c"')).toBe('a"b\\c');
  });

  it('counts only on POST', () => {
    expect(keyOf('k', 'PUT')).toBeUndefined();
    expect(keyOf(undefined)).toBeUndefined();
  });

  it('is 1 to 128 visible ASCII characters', () => {
    expect(keyOf('~'.repeat(128))).toHaveLength(128);
    for (const key of ['', ' ', 'a b', '键', 'x'.repeat(129), '""', '"a b"', `"${'x'.repeat(129)}"`, ['a', 'b']])
      expect(() => keyOf(key)).toThrow('platform.idempotency_key_invalid');
  });

  it('is refused when its quotes do not match', () => {
    for (const key of ['"k', '"a"b"', '"k";v=1', '"a\\b"', '"']) expect(() => keyOf(key)).toThrow('platform.idempotency_key_invalid');
  });
});
