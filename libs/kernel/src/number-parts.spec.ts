import { describe, expect, it } from '@jest/globals';
import { isPhoneNumber } from './number-parts.js';

describe('what is typed into a search field', () => {
  it.each(['13800001234', '+86 138-0000-1234', '１３８ ００００ １２３４'])('%s is a telephone number', (typed) => {
    expect(isPhoneNumber(typed)).toBe(true);
  });

  it.each(['230903011001', '261127-17', '417', '12345'])('%s is no telephone number', (typed) => {
    expect(isPhoneNumber(typed)).toBe(false);
  });
});
