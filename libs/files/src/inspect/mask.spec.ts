import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { maskImage } from './mask.js';

const directory = mkdtempSync(join(tmpdir(), 'zd-mask-'));
const source = join(directory, 'source');
const output = join(directory, 'output');
const GREY = 0x3a;

/** The pixel of what was made. */
async function pixelAt(x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(output).raw().toBuffer({ resolveWithObject: true });
  const at = (y * info.width + x) * info.channels;
  return [...data.subarray(at, at + 3)];
}

describe('a picture for the public', () => {
  beforeAll(async () => {
    const red = await sharp({ create: { width: 3200, height: 1600, channels: 3, background: '#ff0000' } })
      .withExif({ IFD0: { Make: 'Phone' } })
      .png()
      .toBuffer();
    writeFileSync(source, red);
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  it('has one colour where its masks lie, is smaller, and holds nothing of what its camera wrote', async () => {
    const made = await maskImage(source, [{ left: 1000, top: 400, width: 200, height: 100 }], output);
    expect(made).toMatchObject({ width: 1600, height: 800 });
    for (const [x, y] of [
      [500, 200],
      [599, 249],
      [550, 225],
    ] as const)
      for (const channel of await pixelAt(x, y)) expect(Math.abs(channel - GREY)).toBeLessThan(12);
    for (const [x, y] of [
      [480, 225],
      [620, 225],
      [550, 180],
      [550, 270],
    ] as const)
      expect((await pixelAt(x, y))[0]).toBeGreaterThan(240);
    const { exif, xmp, format } = await sharp(output).metadata();
    expect({ exif, xmp, format }).toEqual({ format: 'jpeg' });
  });
});
