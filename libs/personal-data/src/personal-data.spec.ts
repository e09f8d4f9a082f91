import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BlindIndex, KeyRing } from './key-ring.js';
import { maskName, maskPhone } from './mask.js';
import { type Phone, parsePhone } from './phone.js';

const phone = (typed: string): Phone => parsePhone(typed) as Phone;
const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');

describe('the key ring', () => {
  it('gives back what it encrypted, whatever the text', () => {
    const ring = new KeyRing(`k1:${key(1)}`);
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => ring.decrypt(ring.encrypt(text, 'a'), 'a') === text));
  });

  it('reads what a release before has kept', () => {
    const kept = 'k1:UkLT5b06AskXvY2IJwhcddKeTWf4V7qheEDF2HAfqEPsdQ==';
    expect(new KeyRing(`k1:${key(1)}`).decrypt(kept, 'row-1:name')).toBe('张三');
  });

  it('takes no two keys of one id: which one is meant is not told', () => {
    expect(() => new KeyRing(`k1:${key(2)},k1:${key(1)}`)).toThrow('the same id');
  });

  it('never encrypts one text twice to the same value', () => {
    const ring = new KeyRing(`k1:${key(1)}`);
    expect(ring.encrypt('张三', 'a')).not.toBe(ring.encrypt('张三', 'a'));
  });

  it('reads values of an older key and writes with the first', () => {
    const old = new KeyRing(`k1:${key(1)}`).encrypt('张三', 'a');
    const ring = new KeyRing(`k2:${key(2)},k1:${key(1)}`);
    expect(ring.decrypt(old, 'a')).toBe('张三');
    expect(ring.encrypt('李四', 'a')).toMatch(/^k2:/);
  });

  it('refuses a value that was copied to another row or changed', () => {
    const ring = new KeyRing(`k1:${key(1)}`);
    const value = ring.encrypt('张三', 'row-1');
    expect(() => ring.decrypt(value, 'row-2')).toThrow();
    expect(() => ring.decrypt(`${value.slice(0, -4)}AAA=`, 'row-1')).toThrow();
  });

  it('refuses a key that is not of 32 bytes', () => {
    expect(() => new KeyRing(`k1:${Buffer.alloc(16).toString('base64')}`)).toThrow('16 bytes');
  });
});

describe('the blind index', () => {
  it('finds a telephone number in any spelling, whatever its extension', () => {
    const index = new BlindIndex(key(3));
    const hashes = (...spellings: string[]) => new Set(spellings.map((typed) => index.ofPhone(phone(typed)))).size;
    expect(hashes('13812345678', '+86 138-1234-5678', '１３８１２３４５６７８', '\u202D138 1234 5678\u202C')).toBe(1);
    expect(hashes('0464-8261234', '（0464）8261234转801', '+86 464 8261234-802')).toBe(1);
  });

  it('is of the number as it is dialled, so that what was stored with other spellings known is still found', () => {
    const stored = (dialled: string) => createHmac('sha256', Buffer.alloc(32, 3)).update(dialled).digest('base64');
    const index = new BlindIndex(key(3));
    expect(index.ofPhone(phone('+86 138 1234 5678'))).toBe(stored('13812345678'));
    expect(index.ofPhone(phone('(0464) 8261234'))).toBe(stored('04648261234'));
    expect(index.ofPhone(phone('400-800-1234'))).toBe(stored('4008001234'));
  });

  // Recorded, and computed apart as HMAC-SHA-256 of the digits. Another value finds nobody who is kept under the old one.
  it.each([
    ['13812345678', 'uqxNrddK5M3c+aa68bnmBI6LCFW29ACfcSZiLMlKT94='],
    ['+86 138-1234-5678', 'uqxNrddK5M3c+aa68bnmBI6LCFW29ACfcSZiLMlKT94='],
    ['0464-8261234', 'XgScgHeLgsMgAXXbHNRKfzI1JjFCP09DdrfoaxhuV4g='],
    ['400-812-3456', 'Q5YNf9FncnU7ygkIh9W01pvgLr9at0A9iZTDlNkafpo='],
  ])('is what it was in every release before: %s', (typed, hash) => {
    expect(new BlindIndex(key(3)).ofPhone(phone(typed))).toBe(hash);
  });

  it('tells nothing without its key', () => {
    expect(new BlindIndex(key(3)).ofPhone(phone('13812345678'))).not.toBe(new BlindIndex(key(4)).ofPhone(phone('13812345678')));
  });
});

describe('masking', () => {
  it('leaves the family name of a person', () => expect(maskName('张三丰')).toBe('张*'));

  it.each([
    ['138 1234 5678', '138****5678'],
    ['+86 138 1234 5678', '138****5678'],
    ['0464-8261234', '0464-****234'],
    ['0464-8261234转801', '0464-****234转***'],
    ['010 62345678', '010-****5678'],
    ['+852 2345 6789', '+****6789'],
    ['95598', '95598'],
  ])('is of the number and not of its spelling: %s', (typed, masked) => expect(maskPhone(phone(typed))).toBe(masked));
});
