import { describe, expect, it } from '@jest/globals';
import { err, ok, type Result, unwrap } from './result.js';

describe('a result', () => {
  it('holds a value or an error, told apart by ok', () => {
    const say = (result: Result<number, string>) => (result.ok ? `value ${result.value}` : `error ${result.error}`);
    expect([ok(1), err('late')].map(say)).toEqual(['value 1', 'error late']);
  });

  it('unwraps to its value, even when that is undefined', () => {
    expect(unwrap(ok('x'))).toBe('x');
    expect(unwrap(ok(undefined))).toBeUndefined();
  });

  it('throws the very error it holds when unwrapped', () => {
    const refusal = new Error('late');
    expect(() => unwrap(err(refusal))).toThrow(refusal);
  });
});
