import { describe, expect, it } from '@jest/globals';
import { type LinkPurpose, SignedLinks } from './signed-link.js';

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const links = new SignedLinks(`k1:${key(1)}`);
const expiresAt = new Date('2026-11-30T04:00:00Z');
const before = new Date('2026-11-30T03:59:59Z');
const TARGET = { purpose: 'callback-answer', id: '0190a5c0-7c1e-7000-8000-000000000012', expiresAt } as const;
const token = links.sign(TARGET);

describe('a signed link', () => {
  it('A link has the form that it had when the first was sent: what is on somebody’s telephone stays valid over releases', () => {
    expect(token).toBe('k1.AZClwHwecACAAAAAAAAAEgBrDPTA.lLXqmbsjP8gLqZKhHcSOPg');
  });

  it('A link opens what it was made for, until it expires', () => {
    expect(links.read(token, 'callback-answer', before)).toEqual({ id: TARGET.id, expiresAt });
    expect(links.read(token, 'callback-answer', expiresAt)).toBe('expired');
  });

  it('A link that was made for one purpose opens nothing else', () => {
    expect(links.read(token, 'self-check' as LinkPurpose, before)).toBe('invalid');
  });

  it('A link of which any character was altered, or that was cut or lengthened, is not valid', () => {
    const altered = [...token].map((character, at) => `${token.slice(0, at)}${character === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`);
    const spare = token.slice(0, -1) + String.fromCharCode(token.charCodeAt(token.length - 1) + 1); // only bits that base64 has to spare
    for (const wrong of [...altered, spare, token.slice(0, -1), `${token}A`, '', '..', `${token},${token}`, token.replace('k1', 'k2')])
      expect([wrong, links.read(wrong, 'callback-answer', before)]).toEqual([wrong, 'invalid']);
  });

  it('A link that was signed before the keys were changed opens as long as the old key is in the ring', () => {
    const changed = new SignedLinks(`k2:${key(2)},k1:${key(1)}`);
    expect(changed.read(token, 'callback-answer', before)).toMatchObject({ id: TARGET.id });
    expect(changed.sign(TARGET)).toMatch(/^k2\./);
    expect(new SignedLinks(`k2:${key(2)}`).read(token, 'callback-answer', before)).toBe('invalid');
    expect(new SignedLinks(`k1:${key(2)}`).read(token, 'callback-answer', before)).toBe('invalid');
  });
});
