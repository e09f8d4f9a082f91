import { beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { readTaken } from './exif.js';

const GPS = { GPSLatitudeRef: 'N', GPSLatitude: '45/1 46/1 3000/100', GPSLongitudeRef: 'E', GPSLongitude: '130/1 59/1 1200/100' };
const NOTHING = { takenAt: null, point: null };

async function exifOf(photo: Readonly<Record<string, string>>, gps: Readonly<Record<string, string>> = {}): Promise<Buffer> {
  const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: '#888888' } }).withExif({ IFD2: photo, IFD3: gps });
  return (await sharp(await picture.jpeg().toBuffer()).metadata()).exif as Buffer;
}

describe('what a camera wrote of place and time', () => {
  let whole: Buffer;
  beforeAll(async () => {
    whole = await exifOf({ DateTimeOriginal: '2026:11:20 10:11:12', OffsetTimeOriginal: '+09:00' }, GPS);
  });

  it('is read in the zone that it names, and of the district where it names none', async () => {
    expect(readTaken(whole)).toEqual({ takenAt: '2026-11-20T01:11:12.000Z', point: [130.9866667, 45.775] });
    expect(readTaken(await exifOf({ DateTimeOriginal: '2026:11:20 10:11:12' })).takenAt).toBe('2026-11-20T02:11:12.000Z');
    const strange = { DateTimeOriginal: '2026:11:20 10:11:12', OffsetTimeOriginal: 'summer' };
    expect(readTaken(await exifOf(strange)).takenAt).toBe('2026-11-20T02:11:12.000Z');
  });

  it('is south and west where it says so', async () => {
    expect(readTaken(await exifOf({}, { ...GPS, GPSLatitudeRef: 'S', GPSLongitudeRef: 'W' })).point).toEqual([-130.9866667, -45.775]);
  });

  it.each<[string, Record<string, string>, Record<string, string>]>([
    ['a year before digital cameras', { DateTimeOriginal: '1970:01:01 00:00:00' }, {}],
    ['a year to come', { DateTimeOriginal: '2099:01:01 00:00:00' }, {}],
    ['no time', { DateTimeOriginal: '0000:00:00 00:00:00' }, {}],
    ['no receiver of satellites', {}, { ...GPS, GPSLatitude: '0/1 0/1 0/1', GPSLongitude: '0/1 0/1 0/1' }],
    ['a latitude beyond the pole', {}, { ...GPS, GPSLatitude: '91/1 0/1 0/1' }],
    ['a latitude divided by nothing', {}, { ...GPS, GPSLatitude: '1/0 0/1 0/1' }],
    ['half a place', {}, { GPSLatitudeRef: 'N', GPSLatitude: '45/1 46/1 0/1' }],
  ])('is nothing where it says %s', async (_what, photo, gps) => {
    expect(readTaken(await exifOf(photo, gps))).toEqual(NOTHING);
  });

  it('is nothing, and no fault, wherever it is cut off or overwritten', () => {
    expect([readTaken(undefined), readTaken(Buffer.alloc(0)), readTaken(Buffer.alloc(400, 0xff))]).toEqual([NOTHING, NOTHING, NOTHING]);
    for (let length = 0; length < whole.length; length += 1) expect(() => readTaken(whole.subarray(0, length))).not.toThrow();
    for (let at = 0; at < whole.length; at += 1) {
      const wrong = Buffer.from(whole);
      wrong[at] = 0xff;
      expect(() => readTaken(wrong)).not.toThrow();
    }
  });
});
