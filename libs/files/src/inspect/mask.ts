import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { OPTIONS, translated } from './libvips.js';
import { coverOf, type Region, type Size } from './region.js';

/** The longer side of a picture for the public: what nobody covered, in the background, is the harder to read. */
const PUBLIC_PIXELS = 1_600;
const QUALITY = 82;
/** One colour: letters and faces behind squares of their means can be made out again. */
const COVER = '#3a3a3a';

/** What was made of a picture. */
export interface Masked extends Size {
  readonly bytes: number;
  readonly sha256: string;
}

/** A smaller copy of a picture in which the masks are of one colour. What lay there is gone before anything is encoded. */
export function maskImage(source: string, masks: readonly Region[], output: string): Promise<Masked> {
  return translated(async () => {
    const { width = 1, height = 1 } = await sharp(source, OPTIONS).metadata();
    const scale = Math.min(1, PUBLIC_PIXELS / Math.max(width, height));
    const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
    const covers = masks.map((mask) => {
      const { left, top, ...covered } = coverOf(mask, scale, size);
      return { input: { create: { ...covered, channels: 3 as const, background: COVER } }, left, top };
    });
    const { size: bytes } = await sharp(source, OPTIONS)
      .resize(size.width, size.height, { fit: 'fill' })
      .flatten({ background: '#ffffff' })
      .composite(covers)
      .jpeg({ quality: QUALITY })
      .toFile(output);
    return { ...size, bytes, sha256: hash('sha256', await readFile(output)) };
  });
}
