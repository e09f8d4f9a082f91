import { describe, expect, it } from '@jest/globals';
import { makeOneTimePassword } from './account.js';
import { faultOfPassword } from './password.js';

const fault = (password: string, repeated = password) => faultOfPassword({ username: 'zhang.wei', password, repeated });

describe('a password that a person chooses', () => {
  it.each([
    ['123456789', 'short'],
    ['一二三四五六七八九', 'short'],
    ['𠮷'.repeat(9), 'short'],
    ['x'.repeat(257), 'long'],
    ['my Zhang.Wei password', 'names-user'],
  ])('%s is refused: %s', (password, says) => {
    expect(fault(password)).toBe(says);
  });

  it('is refused unless it is given twice alike', () => {
    expect(fault('correct horse battery', 'correct horse batter')).toBe('differs');
  });

  it('is taken when it is long enough, in any script', () => {
    expect(fault('correct horse battery')).toBeUndefined();
    expect(fault('桃山区城市零距离平台')).toBeUndefined();
    expect(fault('𠮷'.repeat(256))).toBeUndefined();
  });
});

it('A one-time password can be read out, is long enough to log in with, and is another each time', () => {
  const made = Array.from({ length: 100 }, makeOneTimePassword);
  for (const password of made) expect(password).toMatch(/^[a-hj-km-np-z2-9]{4}(-[a-hj-km-np-z2-9]{4}){3}$/);
  expect(new Set(made).size).toBe(100);
});
