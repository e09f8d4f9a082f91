import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkCharacter, isCreditCode } from './credit-code.js';

const body = fc.stringMatching(/^[1-9A-HJ-NP-RTUWXY]{2}[0-9]{6}[0-9A-HJ-NP-RTUWXY]{9}$/);

describe('a unified social credit code', () => {
  it('of a real enterprise is taken', () => {
    expect(isCreditCode('91110000600037341L')).toBe(true);
    expect(isCreditCode('9144030071526726XG')).toBe(true);
  });

  it('whose check character is 0 is taken', () => {
    expect(isCreditCode('92230903MA10000060')).toBe(true);
  });

  it('of an agricultural organisation begins with a letter', () => {
    expect(isCreditCode('N2230903MF0123456A')).toBe(true);
  });

  it('that is too short, too long, in small letters or uses a letter that is not of the alphabet is refused', () => {
    for (const code of ['', '91110000600037341', '91110000600037341LL', '91110000600037341l', '9144030071526726IG']) {
      expect(isCreditCode(code)).toBe(false);
    }
  });

  it('is found out when one character is wrong', () => {
    fc.assert(
      fc.property(body, fc.nat(16), fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'), (first17, at, wrong) => {
        const code = first17 + checkCharacter(first17);
        expect(isCreditCode(code)).toBe(true);
        const changed = code.slice(0, at) + wrong + code.slice(at + 1);
        expect(isCreditCode(changed)).toBe(changed === code);
      }),
    );
  });
});
