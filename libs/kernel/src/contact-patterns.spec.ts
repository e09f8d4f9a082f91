import { describe, expect, it } from '@jest/globals';
import * as patterns from './contact-patterns.js';
import { findPersonalData } from './personal-data.js';

describe('looking for personal data costs a text’s length', () => {
  const sources = Object.values(patterns).flat();

  it.each(sources.filter((one) => one instanceof RegExp).map(({ source }) => source))('with no unbounded repetition in %s', (source) => {
    expect(source.replace(/\[(?:\\.|[^\]\\])*\]|\\./g, '_')).not.toMatch(/[*+]|\{\d+,\}/);
  });

  it.each([
    '1 ',
    '１、',
    '一',
    'x ',
    '13800001234 ',
    '黑K1 2 3',
    '@a.',
    '微信号号号号号',
    'qq号号1',
    'a at a dot ',
    '\u200b',
    '加v:a',
    '138OO',
    '1<br>',
    '1和',
    'a 在 b.',
    '@ a . ',
    '黑龙江K(',
    '护照E1',
    '支付宝账号',
  ])('when it is made of %j: ten times the length takes at most ten times the matching', (seed) => {
    const [short, long] = [5_000, 50_000].map((length) => matchings(seed.repeat(length / seed.length))) as [number, number];
    expect(long).toBeLessThanOrEqual(10.5 * short + 20);
    expect(long).toBeLessThan(50_000 * 150);
    expect(short).toBeGreaterThan(0);
  });

  /** How often a pattern is tried: jest's own spies would keep every text they are called with. */
  function matchings(text: string): number {
    const { exec } = RegExp.prototype;
    let times = 0;
    RegExp.prototype.exec = function counted(this: RegExp, tried: string) {
      times++;
      return exec.call(this, tried);
    };
    try {
      findPersonalData(text);
    } finally {
      RegExp.prototype.exec = exec;
    }
    return times;
  }
});
