import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BlindIndex, KeyRing } from './key-ring.js';
import { maskName, maskPhone } from './mask.js';

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
  it('finds a telephone number in any spelling', () => {
    const index = new BlindIndex(key(3));
    const hashes = ['13812345678', '+86 138-1234-5678', '１３８１２３４５６７８'].map((phone) => index.ofPhone(phone));
    expect(new Set(hashes).size).toBe(1);
  });

  // Recorded, and computed apart as HMAC-SHA-256 of the digits. Another value finds nobody who is kept under the old one.
  it.each([
    ['13812345678', 'uqxNrddK5M3c+aa68bnmBI6LCFW29ACfcSZiLMlKT94='],
    ['+86 138-1234-5678', 'uqxNrddK5M3c+aa68bnmBI6LCFW29ACfcSZiLMlKT94='],
    ['0464-8261234', 'XgScgHeLgsMgAXXbHNRKfzI1JjFCP09DdrfoaxhuV4g='],
    ['400-812-3456', 'Q5YNf9FncnU7ygkIh9W01pvgLr9at0A9iZTDlNkafpo='],
  ])('is what it was in every release before: %s', (phone, hash) => {
    expect(new BlindIndex(key(3)).ofPhone(phone)).toBe(hash);
  });

  it('tells nothing without its key', () => {
    expect(new BlindIndex(key(3)).ofPhone('13812345678')).not.toBe(new BlindIndex(key(4)).ofPhone('13812345678'));
  });
});

describe('masking', () => {
  it('leaves the family name of a person', () => expect(maskName('张三丰')).toBe('张*'));
  it('leaves three and four digits of a telephone number', () => expect(maskPhone('138 1234 5678')).toBe('138****5678'));
});
