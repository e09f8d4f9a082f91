import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, utimesSync } from 'node:fs';
import { request } from 'node:http';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, type HttpClient, type TestStack } from '@zero-distance/testing';
import sharp from 'sharp';
import { Upload } from 'tus-js-client';

const UPLOADS = '/api/inspection/v1/uploads';
const PIECE = { 'content-type': 'application/offset+octet-stream' };

interface UploadBody {
  readonly id: string;
  readonly offset: number;
  readonly fileId: string | null;
  readonly code: string;
}
interface Around {
  readonly stack: TestStack;
  readonly token: string;
  readonly tokenOf: (clientId: string) => Promise<string>;
}

/** A photo of 20 MB: what no encoder makes smaller. */
const largePhoto = (): Promise<Buffer> => {
  const [width, height] = [2600, 2600];
  return sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })
    .withExif({ IFD0: { Make: 'Phone' } })
    .png()
    .toBuffer();
};

/** What holds of files that come in pieces. @param around what runs where files are tested */
export function describeUploads(around: () => Around): void {
  let client: HttpClient;
  let photo: Buffer;
  beforeAll(async () => {
    client = around().stack.http('gateway', around().token);
    photo = await largePhoto();
  }, 60_000);

  const begin = (length: number | string, headers: Record<string, string> = {}, by = client) =>
    by.post<UploadBody>(UPLOADS, undefined, { headers: { 'upload-length': String(length), ...headers } });
  const send = (id: string, piece: Buffer, offset: number) =>
    client.patch<UploadBody>(`${UPLOADS}/${id}`, piece, { headers: { ...PIECE, 'upload-offset': String(offset) } });
  const arrived = async (id: string) => (await client.get<UploadBody>(`${UPLOADS}/${id}`)).body.offset;
  const finish = (id: string) => client.post<{ id: string; code: string; receivedSha256: string }>(`${UPLOADS}/${id}/finish`);
  const pieces = () => `${around().stack.environment('inspection').FILES_DIRECTORY}/pieces`;

  /** Sends a piece of which only the first part comes: the line is dead then, and nobody says so. */
  const sendUntilItBreaks = async (id: string, content: Buffer, upTo: number): Promise<() => void> => {
    const headers = { ...PIECE, authorization: `Bearer ${around().token}`, 'upload-offset': '0', 'content-length': content.length };
    const sent = request(`${around().stack.url('gateway')}${UPLOADS}/${id}`, { method: 'PATCH', headers });
    sent.on('error', () => undefined);
    sent.write(content.subarray(0, upTo));
    await eventually(async () => expect(await arrived(id)).toBeGreaterThan(upTo - 300_000));
    return () => sent.destroy();
  };

  describe('an upload in pieces', () => {
    it('goes on where it stopped after its line broke and the service was killed, with any client of the protocol', async () => {
      expect(photo.length).toBeGreaterThan(19_000_000);
      const { status, body, headers } = await begin(photo.length);
      expect([status, headers.get('location'), headers.get('tus-resumable')]).toEqual([201, `${UPLOADS}/${body.id}`, '1.0.0']);
      const breakOff = await sendUntilItBreaks(body.id, photo, 8_000_000);
      await around().stack.kill('inspection');
      breakOff();
      await around().stack.start('inspection');
      const there = await eventually(async () => {
        const offset = await arrived(body.id);
        expect(offset).toBeGreaterThan(7_000_000);
        return offset;
      });
      const sent: number[] = [];
      await new Promise<void>((resolve, reject) => {
        const upload = new Upload(photo, {
          uploadUrl: `${around().stack.url('gateway')}${UPLOADS}/${body.id}`,
          headers: { authorization: `Bearer ${around().token}` },
          chunkSize: 4_000_000,
          retryDelays: null,
          onBeforeRequest: (call) => {
            if (call.getMethod() === 'PATCH') sent.push(Number(call.getHeader('Upload-Offset')));
          },
          onSuccess: () => resolve(),
          onError: reject,
        });
        upload.start();
      });
      expect(sent[0]).toBe(there);
      const file = await finish(body.id);
      expect([file.status, file.body]).toMatchObject([200, { mediaType: 'image/png', width: 2600 }]);
      expect((await finish(body.id)).body).toEqual(file.body);
      expect((await client.get(`/api/inspection/v1/files/${file.body.id}`)).status).toBe(200);
      expect(existsSync(`${pieces()}/${body.id}`)).toBe(false);
    }, 120_000);

    it('that comes again while its first connection hangs ends that one, and goes on', async () => {
      const content = randomBytes(3_000_000);
      const { body } = await begin(content.length);
      const breakOff = await sendUntilItBreaks(body.id, content, 1_000_000);
      const there = await arrived(body.id);
      const { status, headers } = await eventually(async () => {
        const offset = await arrived(body.id);
        const answer = await send(body.id, content.subarray(offset), offset);
        expect(answer.status).toBe(204);
        return answer;
      });
      breakOff();
      expect(there).toBeGreaterThan(0);
      expect([status, headers.get('upload-offset')]).toEqual([204, '3000000']);
      expect((await finish(body.id)).body.code).toBe('inspection.file.type_not_allowed');
    });

    it('takes a piece only where the last one ended, no more than was told, and is no file before it is whole', async () => {
      const { id } = (await begin(10)).body;
      expect((await send(id, Buffer.alloc(4), 0)).headers.get('upload-offset')).toBe('4');
      expect([(await send(id, Buffer.alloc(4), 0)).body.code, (await send(id, Buffer.alloc(7), 4)).status]).toEqual([
        'inspection.upload.offset_differs',
        413,
      ]);
      expect((await finish(id)).body.code).toBe('inspection.upload.incomplete');
      expect((await client.patch<UploadBody>(`${UPLOADS}/${id}`, '{}')).status).toBe(415);
    });

    it('is nobody else’s, of a length that a file may have, and counts at its whole size among what belongs to nothing', async () => {
      const other = around().stack.http('gateway', await around().tokenOf('another'));
      const { id } = (await begin(10)).body;
      expect((await other.get(`${UPLOADS}/${id}`)).status).toBe(404);
      const refused = async (length: number | string) => (await begin(length, {}, other)).body.code;
      expect([await refused('ten'), await refused(0), await refused(300_000_000)]).toEqual([
        'inspection.upload.length_invalid',
        'inspection.file.empty',
        'inspection.file.too_large',
      ]);
      for (let n = 0; n < 2; n += 1) expect((await begin(200_000_000, {}, other)).status).toBe(201);
      expect(await refused(200_000_000)).toBe('inspection.file.too_many_unattached');
    });

    it('is one of no more than there is room for, of many that begin at once too', async () => {
      const many = around().stack.http('gateway', await around().tokenOf('many-at-once'));
      const begun = await Promise.all(Array.from({ length: 8 }, () => begin(200_000_000, {}, many)));
      expect(begun.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409, 409, 409, 409, 409]);
    });

    it('that is not whole when its time is over is removed', async () => {
      const { id } = (await begin(10)).body;
      await send(id, Buffer.alloc(4), 0);
      await around().stack.sql('inspection', `update file_upload set expires_at = now() - interval '1 minute' where id = $1`, [id]);
      expect((await client.get(`${UPLOADS}/${id}`)).status).toBe(404);
      await around().stack.sql('inspection', `update file_upload set expires_at = now() - interval '1 minute'`);
      expect(readdirSync(pieces())).toContain(id);
      for (const name of readdirSync(pieces())) utimesSync(`${pieces()}/${name}`, 0, 0); // else they may be of uploads that just begin
      await around().stack.restart('inspection');
      await eventually(async () => expect(readdirSync(pieces())).toEqual([]), { timeout: 40_000 });
    }, 60_000);
  });
}
