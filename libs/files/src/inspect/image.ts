import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import sharp, { type Sharp } from 'sharp';
import type { TakenType } from '../media-type.js';
import { readTaken, type Taken } from './exif.js';
import { decodeHeic } from './heic.js';
import { OPTIONS, translated } from './libvips.js';

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
