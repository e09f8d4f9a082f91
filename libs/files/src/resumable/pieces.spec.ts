import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Busy, Pieces } from './pieces.js';

let directory: string;
let pieces: Pieces;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'zd-pieces-'));
  pieces = new Pieces(directory);
});
afterAll(() => rm(directory, { recursive: true }));

it('Of two pieces of an upload that begin at the same moment one is written, so that they are not mixed', async () => {
  await pieces.begin('u');
  const slow = new PassThrough();
  const first = pieces.append('u', slow, 0, 10);
  await expect(pieces.append('u', Readable.from(Buffer.from('bbbbb')), 0, 10)).rejects.toThrow(Busy);
  slow.end('aaaaa');
  expect(await first).toBe(5);
  expect(await readFile(join(directory, 'u'), 'utf8')).toBe('aaaaa');
  expect(await pieces.append('u', Readable.from(Buffer.from('ccc')), 5, 5)).toBe(8);
});

it('An upload that is not there has nothing; one that cannot be looked at is a fault', async () => {
  expect(await pieces.arrived('nobody')).toBeUndefined();
  await expect(pieces.arrived('x'.repeat(300))).rejects.toThrow('ENAMETOOLONG');
});
