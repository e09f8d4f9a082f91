import { describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { asRecoveryCode, makeRecoveryCodes, makeTotpSecret, stepOf, totpAddress } from './totp.js';

// RFC 6238, appendix B, of SHA-1, with the last six of its eight digits.
const SECRET = Secret.fromLatin1('12345678901234567890').base32;

describe('a code of the telephone', () => {
  it.each([
    [59, '287082', 1],
    [1_111_111_109, '081804', 37_037_036],
    [1_234_567_890, '005924', 41_152_263],
    [2_000_000_000, '279037', 66_666_666],
  ])('is that of the standard at %s s', (seconds, code, step) => {
    expect(stepOf(SECRET, code, new Date(seconds * 1000))).toBe(step);
  });

  it('is taken one step early or late and with spaces in it, and no further away', () => {
    const code = new TOTP({ secret: Secret.fromBase32(SECRET) }).generate({ timestamp: 600_000 });
    const at = (seconds: number) => stepOf(SECRET, `${code.slice(0, 3)} ${code.slice(3)}`, new Date(seconds * 1000));
    expect([at(570), at(600), at(630)]).toEqual([20, 20, 20]);
    expect([at(539), at(660)]).toEqual([undefined, undefined]);
  });

  it.each(['', '12345', 'abcdef', '0000000'])('is not %p', (code) => {
    expect(stepOf(SECRET, code, new Date(59_000))).toBeUndefined();
  });

  it('comes of a secret of 160 bits that is another each time, which the picture tells with the username', () => {
    const secret = makeTotpSecret();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(makeTotpSecret()).not.toBe(secret);
    expect(totpAddress(secret, 'zhang.wei')).toContain(`:zhang.wei?issuer=`);
    expect(totpAddress(secret, 'zhang.wei')).toContain(`secret=${secret}`);
  });
});

it('Recovery codes are ten, each another, and read however they are typed', () => {
  const codes = makeRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[a-hj-km-np-z2-9]{5}-[a-hj-km-np-z2-9]{5}$/);
  expect(asRecoveryCode(' ABCDE fgh-23 ')).toBe('abcdefgh23');
});
