import { describe, expect, it } from '@jest/globals';
import { maskIdNumber, parseIdNumber } from './id-number.js';

/** Made up: an area that is none, with the right check digit. */
const MADE_UP = '999903195801015113';
const right = (first17: string): string =>
  `${first17}${[...'0123456789X'].find((digit) => parseIdNumber(first17 + digit) !== undefined) ?? '?'}`;

describe('an identity number', () => {
  it('says when somebody was born and of which sex', () => {
    expect(parseIdNumber(right('99990319580101511'))).toMatchObject({ bornOn: '1958-01-01', sex: 'male' });
    expect(parseIdNumber(right('99990319580101512'))).toMatchObject({ bornOn: '1958-01-01', sex: 'female' });
  });

  it('is one in every spelling', () => {
    const number = right('99990319580101511');
    const spelt = `${number.slice(0, 6)} ${number.slice(6, 14)}-${number.slice(14).toLowerCase()}`;
    expect(parseIdNumber(spelt)?.number).toBe(number);
  });

  it('has exactly one right check digit', () => {
    for (const first17 of ['99990319580101511', '99990320000229002', '99990319991231990'])
      expect([...'0123456789X'].filter((digit) => parseIdNumber(first17 + digit))).toHaveLength(1);
  });

  it('is seen to be wrong when one figure is, or when two that stand together have changed places', () => {
    const number = right('99990319580101511');
    for (let place = 0; place < 17; place++) {
      for (const figure of '0123456789')
        if (figure !== number[place]) expect(parseIdNumber(number.slice(0, place) + figure + number.slice(place + 1))).toBeUndefined();
      const [a, b] = [number[place], number[place + 1]];
      if (a !== b) expect(parseIdNumber(`${number.slice(0, place)}${b}${a}${number.slice(place + 2)}`)).toBeUndefined();
    }
  });

  it.each([
    ['', 'nothing'],
    ['99990319580101', 'too short'],
    ['999903580101511', 'of 15 figures'],
    ['99990319580230511X', 'a day that there is not'],
    ['99990319001301511X', 'a month that there is not'],
    ['099903195801015113', 'no area begins with 0'],
    [`${MADE_UP}1`, 'too long'],
  ])('is not %p: %s', (typed) => {
    expect(parseIdNumber(typed)).toBeUndefined();
  });

  it('is shown by its first three and its last four figures', () => {
    expect(maskIdNumber({ number: '999903195801015113' })).toBe('999***********5113');
  });
});
