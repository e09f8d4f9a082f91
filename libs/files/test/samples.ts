import sharp from 'sharp';
import { ZipFile } from 'yazl';

// What phones, offices and strangers send.

const TAKEN = {
  IFD0: { Make: 'Phone', Orientation: '6' },
  IFD2: { DateTimeOriginal: '2026:11:20 10:11:12', OffsetTimeOriginal: '+08:00' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '45/1 46/1 3000/100', GPSLongitudeRef: 'E', GPSLongitude: '130/1 59/1 1200/100' },
};

/** A photo of a phone that was held upright: on its side, with place and time. */
export async function phonePhoto(width = 4000, height = 3000): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const scene = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#888888', noise } })
    .png()
    .toBuffer();
  return sharp(scene).resize(width, height).withExif(TAKEN).withMetadata({ orientation: 6 }).jpeg({ quality: 90 }).toBuffer();
}

/** 64 × 48 pixels as a newer phone keeps them, with place and time: nothing that can be installed from npm makes one. By libheif's \`heif-enc\`. */
export const HEIC = Buffer.from(
  'AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAeFtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAACAAAA' +
    'EGlkYXQAAAAAAEAAMAAAAExpbG9jAQAAAERAAAMAAQAAAAAAAAIFAAEAAAAAAAAAWAACAAEAAAAAAAAAAQAAAAAAAAAIAAMAAAAAAAACXQABAAAAAAAAAVYA' +
    'AABNaWluZgAAAAAAAwAAABVpbmZlAgAAAQABAABodmMxAAAAABVpbmZlAgAAAAACAABncmlkAAAAABVpbmZlAgAAAQADAABFeGlmAAAAANVpcHJwAAAAs2lw' +
    'Y28AAABzaHZjQwEDcAAAAAAAAAAAAB7wAPz9+PgAAA8DIAABABhAAQwB//8DcAAAAwCQAAADAAADAB66AkAhAAEAJ0IBAQNwAAADAJAAAAMAAAMAHqAggQWW' +
    '6uSmubAgAAADACAAAAMAISIAAQAGRAHBc8CJAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAUaXNwZQAAAAAAAABAAAAAMAAAABBwaXhpAAAAAAMICAgAAAAaaXBt' +
    'YQAAAAAAAAACAAECgQIAAgIDhAAAAChpcmVmAAAAAAAAAA5kaW1nAAIAAQABAAAADmNkc2MAAwABAAIAAAG2bWRhdAAAAFQoAa9Y+Tof8Df/cWBbSaEMv0QP' +
    'ynZQN5MYJLvbJTiM+9b33LkWWCX72IeszcJ5dIljj6Z0g9vF994bOfkX37/3OvimoA6jNOT3yKLqvSIqN8P2kYAAAAAASUkqAAgAAAAIAA8BAgACAAAAWAAA' +
    'ABIBAwABAAAAAQAAABoBBQABAAAAbgAAABsBBQABAAAAdgAAACgBAwABAAAAAgAAABMCAwABAAAAAQAAAGmHBAABAAAAfgAAACWIBAABAAAA7AAAAAAAAAA4' +
    'YwAA6AMAADhjAADoAwAABwAAkAcABAAAADAyMTADkAIAFAAAANgAAAABkQcABAAAAAECAwAAoAcABAAAADAxMDABoAMAAQAAAP//AAACoAQAAQAAAEAAAAAD' +
    'oAQAAQAAADAAAAAAAAAAMjAyNjoxMToyMCAxMDoxMToxMgAEAAEAAgACAAAATgAAAAIABQADAAAAOgEAAAMAAgACAAAARQAAAAQABQADAAAAIgEAAAAAAACC' +
    'AAAAAQAAADsAAAABAAAAsAQAAGQAAAAtAAAAAQAAAC4AAAABAAAAuAsAAGQAAAA=',
  'base64',
);

export const png = (width = 4, height = 3): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#3366cc' } })
    .png()
    .toBuffer();

export const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(document.domain)</script></svg>');
export const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

/** A video of which only the boxes are real. */
export const MP4 = Buffer.concat([
  box('ftyp', Buffer.from('isom\0\0\x02\0isomiso2mp41')),
  box('moov', Buffer.alloc(64)),
  box('mdat', Buffer.alloc(2048, 7)),
]);

function box(kind: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length + 8);
  head.write(kind, 4, 'latin1');
  return Buffer.concat([head, content]);
}

const MAIN = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
};
const PART = { docx: 'word/document.xml', xlsx: 'xl/workbook.xml' };

/** A document of an office, with more parts when told. */
export async function office(kind: 'docx' | 'xlsx', more: Readonly<Record<string, Buffer | string>> = {}): Promise<Buffer> {
  const zip = new ZipFile();
  const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${PART[kind]}" ContentType="${MAIN[kind]}"/></Types>`;
  const parts = { '[Content_Types].xml': types, '_rels/.rels': '<Relationships/>', [PART[kind]]: '<document/>', ...more };
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** The form that a file is sent in. */
export function form(file: Buffer, fields: Readonly<Record<string, string>> = {}, name = 'IMG_0001.jpg'): FormData {
  const sent = new FormData();
  for (const [field, value] of Object.entries(fields)) sent.set(field, value);
  sent.set('file', new Blob([new Uint8Array(file)]), name);
  return sent;
}
