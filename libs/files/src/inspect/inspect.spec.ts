import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { HEIC, MP4, office, PDF, phonePhoto, png, SVG } from '../../test/samples.js';
import { FileFault } from './file-fault.js';
import { type Inspected, inspect } from './inspect.js';

const directory = mkdtempSync(join(tmpdir(), 'zd-inspect-'));
const [source, output, thumbnail] = ['source', 'output', 'thumbnail'].map((name) => join(directory, name)) as [string, string, string];
const limits = { image: 1_000_000, document: 1_000_000, video: 1_000_000 };
afterAll(() => rmSync(directory, { recursive: true }));

const inspected = (content: Buffer): Promise<Inspected> => {
  writeFileSync(source, content);
  return inspect({ source, limits, output, thumbnail });
};
const faultOf = (content: Buffer): Promise<unknown> =>
  inspected(content).then(
    ({ mediaType }) => mediaType,
    (error: unknown) => (error instanceof FileFault ? error.reason : error),
  );
const photo = (): Promise<Buffer> => phonePhoto(400, 300);
const webp = async (): Promise<Buffer> =>
  sharp(await photo())
    .withMetadata()
    .webp()
    .toBuffer();

/** A JPEG with one more segment behind its start. */
function withSegment(jpeg: Buffer, marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, content, jpeg.subarray(2)]);
}
/** An archive in which a byte of the head of each part is another. */
function withFlags(zip: Buffer, flags: number): Buffer {
  const made = Buffer.from(zip);
  for (let at = made.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = made.indexOf('PK\x01\x02', at + 4, 'latin1')) made[at + 8] = flags;
  return made;
}

describe('the type of a file', () => {
  it.each<[string, () => Promise<Buffer>, string]>([
    ['JPEG', photo, 'image/jpeg'],
    ['PNG', () => png(), 'image/png'],
    ['WebP', webp, 'image/webp'],
    ['HEIC', async () => HEIC, 'image/jpeg'],
    ['PDF', async () => PDF, 'application/pdf'],
    ['MP4', async () => MP4, 'video/mp4'],
    ['DOCX', () => office('docx'), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['XLSX', () => office('xlsx'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ])('is known by its content: %s', async (_what, make, mediaType) => {
    expect(await faultOf(await make())).toBe(mediaType);
  });

  it.each<[string, Buffer]>([
    ['an SVG', SVG],
    ['a page', Buffer.from('<html><script>alert(1)</script>')],
    ['a GIF', Buffer.from('GIF89a=1;alert(1)//')],
    ['an archive', Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1')],
    ['a Word document of before 2007', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])],
    ['a film of QuickTime', Buffer.from('\0\0\0\x14ftypqt  \0\0\0\0qt  \0\0\0\x08moov', 'latin1')],
    ['text', Buffer.from('张三')],
  ])('is refused where it is %s', async (_what, content) => {
    expect(await faultOf(content)).toBe('type_not_allowed');
  });
});

describe('a picture', () => {
  it.each<[string, () => Promise<Buffer>]>([
    ['JPEG', photo],
    [
      'PNG',
      async () =>
        sharp(await photo())
          .withMetadata()
          .png()
          .toBuffer(),
    ],
    ['WebP', webp],
  ])('of type %s is kept upright, without what its camera wrote', async (_what, make) => {
    const { image } = await inspected(await make());
    expect(image).toMatchObject({ width: 300, height: 400, takenAt: '2026-11-20T02:11:12.000Z' });
    for (const path of [output, thumbnail]) {
      const { exif, xmp, iptc, icc, orientation } = await sharp(path).metadata();
      expect({ exif, xmp, iptc, icc, orientation }).toEqual({});
      expect(readFileSync(path).includes('Phone')).toBe(false);
    }
  });

  it.each<[string, (jpeg: Buffer) => Promise<Buffer> | Buffer]>([
    ['an archive behind its end', async (jpeg) => Buffer.concat([jpeg, await office('docx')])],
    ['a PDF behind its end', (jpeg) => Buffer.concat([jpeg, PDF])],
    ['a page in a comment', (jpeg) => withSegment(jpeg, 0xfe, Buffer.from('<script>alert(1)</script>%PDF-PK\x03\x04'))],
    ['XMP with a name in it', (jpeg) => withSegment(jpeg, 0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x>张三</x>%PDF-'))],
    ['a second picture behind its end', (jpeg) => Buffer.concat([jpeg, jpeg, Buffer.from('<script>')])],
  ])('loses %s', async (_what, alter) => {
    expect((await inspected(await alter(await photo()))).mediaType).toBe('image/jpeg');
    const traces = ['[Content_Types]', '%PDF-', '<script', '张三']; // none so short that noise may have it
    for (const path of [output, thumbnail]) for (const trace of traces) expect(readFileSync(path).includes(trace)).toBe(false);
  });

  it('is taken where its EXIF is damaged: that says nothing against the picture', async () => {
    const plain = await sharp(await photo())
      .jpeg()
      .toBuffer();
    const { image } = await inspected(withSegment(plain, 0xe1, Buffer.from('Exif\0\0MM\0*\0\0\0\x08\xff\xff\xff\xff', 'latin1')));
    expect(image).toMatchObject({ takenAt: null, point: null });
  });

  it.each<[string, () => Promise<Buffer>]>([
    ['JPEG', photo],
    [
      'PNG',
      async () =>
        sharp(await photo())
          .png()
          .toBuffer(),
    ],
    ['WebP', webp],
    ['HEIC', async () => HEIC],
  ])('of type %s is refused wherever it is cut off', async (_what, make) => {
    const whole = await make();
    for (const part of [0.4, 0.7, 0.95]) {
      const fault = await faultOf(whole.subarray(0, Math.floor(whole.length * part)));
      expect(['truncated', 'damaged']).toContain(fault);
    }
  });
});

describe('a document of an office', () => {
  it.each<[string, () => Promise<Buffer>, string]>([
    ['cut off', async () => (await office('docx')).subarray(0, -30), 'truncated'],
    ['with something before it', async () => Buffer.concat([Buffer.from('<script>'), await office('docx')]), 'type_not_allowed'],
    ['with something behind it', async () => Buffer.concat([await office('xlsx'), PDF]), 'trailing_data'],
    ['with a password', async () => withFlags(await office('docx'), 1), 'encrypted'],
    ['with a program', () => office('docx', { 'word/vbaProject.bin': 'x' }), 'active_content'],
    ['with a program by another name of its folder', () => office('xlsx', { 'xl/activeX/activeX1.xml': '<x/>' }), 'active_content'],
    ['with an embedded file', () => office('docx', { 'word/embeddings/object.exe': 'MZ' }), 'active_content'],
    [
      'with a part of another folder',
      async () =>
        Buffer.from(
          String((await office('docx', { 'word/aaa.xml': '<x/>' })).toString('latin1')).replaceAll('word/aaa.xml', '../../aaa.xml'),
          'latin1',
        ),
      'damaged',
    ],
    ['that unpacks to far more than it is', () => office('xlsx', { 'xl/a.xml': Buffer.alloc(20_000_000) }), 'unpacks_too_large'],
    ['larger than a document may be', () => office('xlsx', { 'xl/a.bin': randomBytes(1_100_000) }), 'too_large'],
  ])('is refused %s', async (_what, make, reason) => {
    expect(await faultOf(await make())).toBe(reason);
  });

  it('may have a workbook in it, as charts do', async () => {
    expect(await faultOf(await office('docx', { 'word/embeddings/Microsoft_Excel_Sheet1.xlsx': await office('xlsx') }))).toMatch(/word/);
  });
});
