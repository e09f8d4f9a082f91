import { DAY_MS, DISTRICT_OFFSET } from '@zero-distance/kernel';
import readExif from 'exif-reader';

/** Where and when a picture was taken, as its camera wrote it down. */
export interface Taken {
  readonly takenAt: string | null;
  /** WGS84, as GeoJSON has it: longitude, latitude. */
  readonly point: readonly [number, number] | null;
}

const NOTHING: Taken = { takenAt: null, point: null };

/** What a camera wrote of place and time; null for what it did not, and for what no camera can mean. */
export function readTaken(exif: Buffer | undefined): Taken {
  if (!exif) return NOTHING;
  try {
    const { Photo, GPSInfo } = readExif(exif);
    return { takenAt: timeOf(Photo?.DateTimeOriginal, Photo?.OffsetTimeOriginal), point: pointOf(GPSInfo ?? {}) };
  } catch {
    return NOTHING; // not readable: as if there were none
  }
}

function timeOf(clock: unknown, offset: unknown): string | null {
  if (!(clock instanceof Date) || Number.isNaN(clock.getTime())) return null;
  const zone = typeof offset === 'string' && /^[+-]\d\d:\d\d$/.test(offset) ? offset : DISTRICT_OFFSET; // often a camera does not say
  const at = new Date(clock.toISOString().replace(/Z$/, zone)); // the reader takes the camera's clock for UTC
  return at.getUTCFullYear() >= 1990 && at.getTime() < Date.now() + DAY_MS ? at.toISOString() : null;
}

function pointOf(gps: Readonly<Record<string, unknown>>): [number, number] | null {
  const longitude = degreesOf(gps.GPSLongitude, gps.GPSLongitudeRef, 'W', 180);
  const latitude = degreesOf(gps.GPSLatitude, gps.GPSLatitudeRef, 'S', 90);
  if (longitude === null || latitude === null || (longitude === 0 && latitude === 0)) return null;
  return [longitude, latitude];
}

function degreesOf(parts: unknown, reference: unknown, negative: string, most: number): number | null {
  if (!Array.isArray(parts) || parts.length !== 3) return null;
  const [degrees, minutes, seconds] = parts.map(Number) as [number, number, number];
  const value = degrees + minutes / 60 + seconds / 3600;
  if (!Number.isFinite(value) || value > most) return null;
  return Number((reference === negative ? -value : value).toFixed(7));
}
