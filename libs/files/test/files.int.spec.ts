import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually, type HttpClient, startTestStack, type TestStack } from '@zero-distance/testing';
import sharp from 'sharp';
import { form, HEIC, MP4, office, PDF, phonePhoto, png, SVG } from './samples.js';
import { describeUploads } from './uploads.js';

jest.setTimeout(60_000); // pictures of 12 million pixels

const FILES = '/api/inspection/v1/files';

interface FileBody {
  readonly id: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly receivedSha256: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly takenAt: string | null;
  readonly takenPoint: { readonly coordinates: readonly number[] } | null;
}
interface Refusal {
  readonly code: string;
}

let stack: TestStack;
let photo: Buffer;
let inspector: string;
let viaGateway: HttpClient;

const tokenOf = (clientId: string) =>
  stack.token({ scopes: ['inspection:write', 'inspection:read'], roles: ['inspector'], area: '230903', clientId });
const upload = (file: Buffer, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  viaGateway.post<FileBody & Refusal>(FILES, form(file, fields), { headers });
const download = (path: string, headers: Record<string, string> = {}, token = inspector) =>
  fetch(`${stack.url('gateway')}${FILES}/${path}`, { headers: { authorization: `Bearer ${token}`, ...headers } });
const bytesOf = async (answer: Response): Promise<Buffer> => Buffer.from(await answer.arrayBuffer());
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const directory = () => String(stack.environment('inspection').FILES_DIRECTORY);

beforeAll(async () => {
  [stack, photo] = await Promise.all([startTestStack({ services: ['inspection', 'gateway'] }), phonePhoto()]);
  inspector = await tokenOf('demo-inspector');
  viaGateway = stack.http('gateway', inspector);
}, 120_000);
afterAll(() => stack?.stop());

describe('a photo of a phone', () => {
  it('is kept upright and without what its camera wrote, which is told as fields to whoever asked for it', async () => {
    const { status, body, headers } = await upload(photo, { placeAndTime: 'true' });
    expect({ status, body }).toMatchObject({
      status: 201,
      body: {
        mediaType: 'image/jpeg',
        width: 3000,
        height: 4000,
        takenAt: '2026-11-20T02:11:12.000Z',
        takenPoint: { coordinates: [130.9866667, 45.775] },
        receivedSha256: sha256(photo),
      },
    });
    expect(headers.get('location')).toBe(`${FILES}/${body.id}`);
    const kept = await bytesOf(await download(body.id));
    expect([kept.length, sha256(kept)]).toEqual([body.bytes, body.sha256]);
    const { exif, xmp, iptc, orientation, width, height } = await sharp(kept).metadata();
    expect({ exif, xmp, iptc, orientation, width, height }).toEqual({ width: 3000, height: 4000 });
    expect(kept.includes('Phone')).toBe(false);
  });

  it('says nothing of place and time unless that was asked for', async () => {
    const { body } = await upload(await phonePhoto(40, 30));
    expect(body).toMatchObject({ takenAt: null, takenPoint: null, width: 30, height: 40 });
  });

  it('has a thumbnail of 480 pixels at most', async () => {
    const { body } = await upload(photo);
    const answer = await download(`${body.id}/thumbnail`);
    expect(answer.headers.get('content-type')).toBe('image/jpeg');
    expect(await sharp(await bytesOf(answer)).metadata()).toMatchObject({ width: 360, height: 480 });
  });

  it('is taken as HEIC too, and kept as a JPEG that every program reads', async () => {
    const { status, body } = await upload(HEIC, { placeAndTime: 'true' });
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { mediaType: 'image/jpeg', width: 64, height: 48, takenAt: '2026-11-20T02:11:12.000Z' },
    });
  });

  it('loses what hides behind its end', async () => {
    const archive = await office('docx');
    const { status, body } = await upload(Buffer.concat([await phonePhoto(40, 30), archive]));
    expect(status).toBe(201);
    expect((await bytesOf(await download(body.id))).includes('PK')).toBe(false);
  });

  it('is taken twenty at once from five people, one after another', async () => {
    const people = await Promise.all([1, 2, 3, 4, 5].map((n) => tokenOf(`inspector-${n}`)));
    const sent = people.flatMap((token) => [1, 2, 3, 4].map(() => stack.http('gateway', token).post(FILES, form(photo))));
    expect((await Promise.all(sent)).map(({ status }) => status)).toEqual(Array(20).fill(201));
  }, 120_000);
});

describe('documents and videos', () => {
  it.each([
    ['PDF', async () => PDF, 'application/pdf'],
    ['DOCX', () => office('docx'), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['XLSX', () => office('xlsx'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['MP4', async () => MP4, 'video/mp4'],
    ['PNG', () => png(), 'image/png'],
  ])('of type %s are known by what they hold, whatever they are called', async (_name, make, mediaType) => {
    const { status, body } = await upload(await make());
    expect({ status, body }).toMatchObject({ status: 201, body: { mediaType } });
  });

  const far = (bytes: number) => Buffer.alloc(bytes);
  it.each([
    ['an SVG with a script', async () => SVG, 415, 'type_not_allowed'],
    ['a program', async () => Buffer.from(`MZ${'\0'.repeat(200)}`), 415, 'type_not_allowed'],
    ['a page', async () => Buffer.from('<!doctype html><script>alert(1)</script>'), 415, 'type_not_allowed'],
    ['nothing', async () => far(0), 422, 'empty'],
    ['half a JPEG', async () => photo.subarray(0, photo.length / 2), 422, 'truncated'],
    ['half a HEIC', async () => HEIC.subarray(0, 800), 422, 'damaged'],
    ['a picture of 81 million pixels', () => png(9000, 9000), 422, 'too_many_pixels'],
    ['a PDF that is an archive as well', async () => Buffer.concat([PDF, await office('docx')]), 422, 'trailing_data'],
    [
      'a PDF that runs something',
      async () => Buffer.from(PDF.toString().replace('/Type/Catalog', '/Type/Catalog/OpenAction<</S/J#61vaScript>>')),
      422,
      'active_content',
    ],
    ['half a video', async () => MP4.subarray(0, MP4.length - 100), 422, 'truncated'],
    ['a video with something behind it', async () => Buffer.concat([MP4, PDF]), 422, 'trailing_data'],
    ['a DOCX with macros', () => office('docx', { 'word/vbaProject.bin': 'x' }), 422, 'active_content'],
    ['a DOCX with something behind it', async () => Buffer.concat([await office('docx'), PDF]), 422, 'trailing_data'],
    [
      'an XLSX that unpacks to 300 MB',
      () => office('xlsx', { 'xl/a.xml': far(150_000_000), 'xl/b.xml': far(150_000_000) }),
      422,
      'unpacks_too_large',
    ],
    ['a PDF of 26 MB', async () => Buffer.concat([PDF, Buffer.alloc(26 * 1_048_576, 0x20)]), 413, 'too_large'],
  ])('are refused when one is %s', async (_what, make, status, reason) => {
    const answer = await upload(await make());
    expect([answer.status, answer.body.code]).toEqual([status, `inspection.file.${reason}`]);
  });

  it.each([
    ['no form', () => ({ not: 'a form' }), 415, 'platform.media_type_not_supported'],
    ['a form without a file', () => formOf({ a: 'b' }), 400, 'inspection.file.form_invalid'],
    ['a form with its file under another name', () => formOf({ photo: new Blob(['x']) }), 400, 'inspection.file.form_invalid'],
  ])('are refused when there is %s', async (_what, make, status, code) => {
    const answer = await viaGateway.post<Refusal>(FILES, make());
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('leave nothing behind when they are refused', () => {
    expect(readdirSync(`${directory()}/incoming`)).toEqual([]);
  });
});

function formOf(parts: Readonly<Record<string, string | Blob>>): FormData {
  const sent = new FormData();
  for (const [name, value] of Object.entries(parts)) sent.set(name, value as string);
  return sent;
}

describe('a download', () => {
  let file: FileBody;
  let kept: Buffer;
  beforeAll(async () => {
    file = (await upload(PDF)).body;
    kept = await bytesOf(await download(file.id));
  });

  it('can do nothing in a page, and has a name that says nothing of anybody', async () => {
    const { headers, status } = await download(file.id);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="inspection-${file.id}.pdf"`,
      'content-security-policy': expect.stringContaining('sandbox'),
      'x-content-type-options': 'nosniff',
      'accept-ranges': 'bytes',
      etag: `"${file.sha256}"`,
      'content-length': String(file.bytes),
    });
    expect(status).toBe(200);
  });

  it.each([
    ['bytes=0-3', 206, 'bytes 0-3/', () => kept.subarray(0, 4)],
    ['bytes=-6', 206, 'bytes ', () => kept.subarray(-6)],
    ['bytes=10-', 206, 'bytes 10-', () => kept.subarray(10)],
    ['lines=1-2', 200, null, () => kept],
    ['bytes=0-1,5-6', 200, null, () => kept],
  ])('of the range %s', async (range, status, told, part) => {
    const answer = await download(file.id, { range });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-range')?.startsWith(told ?? '') ?? null).toBe(told === null ? null : true);
    expect(await bytesOf(answer)).toEqual(part());
  });

  it('of a range beyond the end is refused with the size', async () => {
    const answer = await download(file.id, { range: 'bytes=100000-' });
    expect([answer.status, answer.headers.get('content-range')]).toEqual([416, `bytes */${file.bytes}`]);
  });

  it('is whole when the file is another than the one that a part is known of (If-Range)', async () => {
    expect((await download(file.id, { range: 'bytes=0-3', 'if-range': '"other"' })).status).toBe(200);
    expect((await download(file.id, { range: 'bytes=0-3', 'if-range': `"${file.sha256}"` })).status).toBe(206);
  });

  it('is not sent again to whoever has it (If-None-Match)', async () => {
    const answer = await download(file.id, { 'if-none-match': `"${file.sha256}"` });
    expect([answer.status, (await bytesOf(answer)).length]).toEqual([304, 0]);
  });

  it('is for nobody but the sender until it belongs to something', async () => {
    expect((await download(file.id, {}, await tokenOf('another-inspector'))).status).toBe(404);
  });
});

describe('an upload', () => {
  it('that is sent again with its key is the same file', async () => {
    const key = { 'idempotency-key': 'photo-1' };
    const picture = await png();
    const [first, again] = [await upload(picture, {}, key), await upload(picture, {}, key)];
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    const other = await upload(await png(5, 5), {}, key);
    expect([other.status, other.body.code]).toEqual([422, 'platform.idempotency_key_reused']);
  });

  it('that a crash ends between its bytes and its row leaves nothing: the sweep removes the bytes', async () => {
    const kept = () =>
      existsSync(`${directory()}/kept`) ? readdirSync(`${directory()}/kept`, { recursive: true, withFileTypes: true }) : [];
    const count = () => kept().filter((entry) => entry.isFile()).length;
    const before = count();
    // The row waits for a table that somebody holds; its connection is cut off before it is written, a while after the process was killed.
    const waiting = `from pg_locks where not granted and relation = 'inspection.file'::regclass`;
    const held = stack.sql(
      'inspection',
      `do $$ begin
        lock table inspection.file in share mode;
        for i in 1..600 loop
          perform pg_sleep(0.05);
          exit when exists (select ${waiting});
        end loop;
        perform pg_sleep(3);
        perform pg_terminate_backend(pid) ${waiting};
      end $$`,
    );
    const isHeld = `select 1 from pg_locks where granted and mode = 'ShareLock' and relation = 'inspection.file'::regclass`;
    await eventually(async () => expect(await stack.sql('inspection', isHeld)).toHaveLength(1)); // else the row is quicker than the lock
    const sent = upload(await png()).catch(() => undefined);
    await eventually(async () => expect(count()).toBe(before + 2));
    await stack.kill('inspection');
    await Promise.all([held, sent]);
    await stack.sql('inspection', `update file_leftover set since = since - interval '2 hours'`);
    await stack.start('inspection');
    await eventually(async () => expect(count()).toBe(before), { timeout: 40_000 }); // the next process has to become the leader
    await eventually(async () => expect(await stack.sql('inspection', 'select id from file_leftover')).toEqual([])); // the row goes after its bytes
  }, 120_000);

  it('that belongs to nothing for a day is removed', async () => {
    const { body } = await upload(await png());
    await stack.sql('inspection', `update file set uploaded_at = uploaded_at - interval '25 hours' where id = $1`, [body.id]);
    await stack.restart('inspection');
    await eventually(async () => expect((await download(body.id)).status).toBe(404));
    await eventually(async () => expect(existsSync(`${directory()}/kept/${body.id.slice(-2)}/${body.id}`)).toBe(false));
  });
});

describeUploads(() => ({ stack, token: inspector, tokenOf }));
