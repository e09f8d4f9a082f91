import { chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { makeOutside, outsideOf, removeDirectory } from '../src/outside.js';

const asRoot = process.getuid?.() === 0 ? it : it.skip;

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(`${tmpdir()}/outside-`);
});
afterEach(() => removeDirectory(directory));

describe('the place outside a directory that others may not enter', () => {
  asRoot('is in a place that everybody may go through and only root may change, whatever the umask', () => {
    const umask = process.umask(0o077);
    try {
      for (const path of [makeOutside(directory), dirname(outsideOf(directory))])
        expect(statSync(path)).toMatchObject({ uid: 0, mode: 0o40755 });
    } finally {
      process.umask(umask);
    }
  });

  asRoot('is not put where another user, or a link, was there before', () => {
    const place = makeOutside(directory);
    chownSync(place, 1, 1);
    expect(() => makeOutside(directory)).toThrow(`${place} is not a directory of root's`);
    rmSync(place, { recursive: true });
    mkdirSync(`${directory}/elsewhere`);
    symlinkSync(`${directory}/elsewhere`, place);
    expect(() => makeOutside(directory)).toThrow(`${place} is not a directory of root's`);
  });

  asRoot('goes with the directory', () => {
    const place = makeOutside(directory);
    removeDirectory(directory);
    expect([existsSync(place), existsSync(directory)]).toEqual([false, false]);
  });
});
