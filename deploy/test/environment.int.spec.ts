import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, describe, expect, it } from '@jest/globals';
import { optional, required } from '../src/environment.js';

const directory = mkdtempSync(`${tmpdir()}/environment-`);
afterAll(() => rmSync(directory, { recursive: true }));

describe('a variable', () => {
  it('may come from a file, whose last line end does not count', () => {
    writeFileSync(`${directory}/password`, 'p w\n');
    expect(required({ PASSWORD_FILE: `${directory}/password` }, 'PASSWORD')).toBe('p w');
  });

  it('comes from the environment first', () => {
    expect(required({ PASSWORD: 'here', PASSWORD_FILE: '/nowhere' }, 'PASSWORD')).toBe('here');
  });

  it('that is empty is not set', () => {
    expect(optional({ PASSWORD: '' }, 'PASSWORD')).toBeUndefined();
    expect(() => required({ PASSWORD: '' }, 'PASSWORD')).toThrow('PASSWORD is not set (nor PASSWORD_FILE)');
  });

  it('is named when its file cannot be read', () => {
    expect(() => optional({ PASSWORD_FILE: `${directory}/none` }, 'PASSWORD')).toThrow('PASSWORD_FILE: ENOENT');
  });
});
