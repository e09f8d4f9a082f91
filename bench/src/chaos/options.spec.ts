import { describe, expect, it } from '@jest/globals';
import { readOptions } from './options.js';

describe('the options of npm run chaos', () => {
  it('are all scenarios when none is named', () => {
    expect(readOptions([])).toMatchObject({ burst: true, kills: 24, outage: true, replicas: true });
  });

  it('are only what is named', () => {
    expect(readOptions(['--burst'])).toMatchObject({ burst: true, kills: 0, outage: false, replicas: false });
    expect(readOptions(['--kills', '5', '--seed', '9'])).toMatchObject({ burst: false, kills: 5, outage: false, seed: 9 });
  });

  it('refuse to do nothing, which would hold', () => {
    expect(() => readOptions(['--kills', '0'])).toThrow(/nothing/);
    expect(readOptions(['--kills', '0', '--burst'])).toMatchObject({ burst: true, kills: 0 });
  });

  it.each([['--kills', 'many'], ['--seed', '-1'], ['--break']])('refuse %s %s', (...args) => {
    expect(() => readOptions(args)).toThrow();
  });
});
