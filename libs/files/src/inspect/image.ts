import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import sharp, { type Sharp } from 'sharp';
import type { TakenType } from '../media-type.js';
import { readTaken, type Taken } from './exif.js';
import { FileFault } from './file-fault.js';
import { decodeHeic } from './heic.js';

/** 64 million: more than a phone's sensor gives, 260 MB when it is unpacked at worst. */
const MOST_PIXELS = 64_000_000;
/** The longer side of a thumbnail. */
const THUMBNAIL_PIXELS = 480;
const QUALITY = { jpeg: 88, webp: 86, thumbnail: 75 };

/** A picture as it is kept. */
export interface ImageFacts extends Taken {
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly thumbnailBytes: number;
}

/**
 * Makes a picture anew: upright, without anything but its pixels (EXIF, GPS, XMP, embedded thumbnails, what hides behind its end), and a thumbnail
 * of it. Throws a FileFault for what is cut off, damaged or too large.
 */
export async function remakeImage(source: string, type: TakenType, output: string, thumbnail: string): Promise<ImageFacts> {
  return translated(async () => {
    const exif = await exifOf(source);
    const opened = await open(source, type);
    const { width, height, size } = await encoded(opened, type).toFile(output);
    // Of the kept one, which is known to be whole: a JPEG is read at an eighth of its size.
    const { size: thumbnailBytes } = await sharp(output)
      .resize(THUMBNAIL_PIXELS, THUMBNAIL_PIXELS, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: QUALITY.thumbnail, mozjpeg: false })
      .toFile(thumbnail);
    return { width, height, bytes: size, sha256: hash('sha256', await readFile(output)), thumbnailBytes, ...readTaken(exif) };
  });
}

const OPTIONS = { failOn: 'truncated', limitInputPixels: MOST_PIXELS, sequentialRead: false } as const;

/** What the camera wrote; none where it cannot be read, which says nothing against the picture. */
const exifOf = async (source: string): Promise<Buffer | undefined> =>
  sharp(source, OPTIONS)
    .metadata()
    .then(
      ({ exif }) => exif,
      () => undefined,
    );

async function open(source: string, type: TakenType): Promise<Sharp> {
  if (type !== 'image/heic') return sharp(source, OPTIONS).autoOrient();
  const { data, width, height } = await decodeHeic(await readFile(source));
  return sharp(data, { raw: { width, height, channels: 4 } }).removeAlpha();
}

function encoded(image: Sharp, type: TakenType): Sharp {
  if (type === 'image/png') return image.png({ compressionLevel: 6 });
  return type === 'image/webp' ? image.webp({ quality: QUALITY.webp }) : image.jpeg({ quality: QUALITY.jpeg });
}

/** A part of a picture in pixels. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** So many squares across the shorter side of a region: a face is not told apart by them. */
const SQUARES = 6;

/** A copy in which the regions are of a few squares each. What was there is gone: a square is the mean of what it covers. */
export async function pixelate(source: string, regions: readonly Region[], output: string): Promise<void> {
  await translated(async () => {
    const covers = await Promise.all(
      regions.map(async (region) => {
        const square = Math.max(8, Math.ceil(Math.min(region.width, region.height) / SQUARES));
        const small = await sharp(source, OPTIONS)
          .extract(region)
          .resize(Math.ceil(region.width / square), Math.ceil(region.height / square), { fit: 'fill', kernel: 'mitchell' })
          .png()
          .toBuffer();
        const input = await sharp(small).resize(region.width, region.height, { fit: 'fill', kernel: 'nearest' }).png().toBuffer();
        return { input, left: region.left, top: region.top };
      }),
    );
    await sharp(source, OPTIONS).flatten({ background: '#ffffff' }).composite(covers).jpeg({ quality: QUALITY.jpeg }).toFile(output);
  });
}

/** What libvips says, as a fault of the file. */
async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FileFault) throw error;
    const { message } = error as Error;
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC' || /ENOSPC|No space left/i.test(message)) throw error;
    if (/pixel limit/i.test(message)) throw new FileFault('too_many_pixels', { limit: MOST_PIXELS / 1_000_000 });
    if (/premature end|truncated|unexpected end|read error|not enough/i.test(message)) throw new FileFault('truncated');
    throw new FileFault('damaged');
  }
}
