import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '@zero-distance/local-stack';
import type { FastifyRequest } from 'fastify';
import type { FilesConfig } from '../src/config.js';
import { fileErrors } from '../src/file.errors.js';
import type { Storage } from '../src/storage/storage.js';
import { Reception } from '../src/upload/reception.js';
import { Workshop } from '../src/workshop/workshop.js';

const MARK = 'a test virus';

/** Answers as clamd does, when the piece of length zero has come: a file with the mark is infected. */
const clamd: Server = createServer((socket) => {
  let sent = Buffer.alloc(0);
  socket
    .on('error', () => undefined)
    .on('data', (piece) => {
      sent = Buffer.concat([sent, piece]);
      if (sent.subarray(-4).equals(Buffer.alloc(4))) socket.end(sent.includes(MARK) ? 'stream: Test.Virus FOUND\0' : 'stream: OK\0');
    });
});

describe('a file that is sent where a scanner is configured', () => {
  const directory = mkdtempSync(join(tmpdir(), 'zd-scan-'));
  let reception: Reception;

  beforeAll(async () => {
    const port = await freePort();
    await new Promise<void>((resolve) => clamd.listen(port, '127.0.0.1', resolve));
    reception = receptionWith(`127.0.0.1:${port}`);
    await reception.onApplicationBootstrap();
  });
  afterAll(() => {
    clamd.close();
    rmSync(directory, { recursive: true });
  });

  function receptionWith(address: string): Reception {
    const limits = { FILES_IMAGE_LIMIT_MB: 1, FILES_DOCUMENT_LIMIT_MB: 1, FILES_VIDEO_LIMIT_MB: 1 };
    const config: FilesConfig = {
      ...limits,
      FILES_DIRECTORY: directory,
      FILES_S3_REGION: 'none',
      FILES_UPLOAD_HOURS: 1,
      CLAMD_ADDRESS: address,
    };
    return new Reception(config, fileErrors('intake'), {} as Storage, new Workshop(join(directory, 'no-program')));
  }
  const send = (content: string, to = reception) => {
    const form = `--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n${content}\r\n--x--\r\n`;
    const request = { upload: Readable.from([Buffer.from(form)]), headers: { 'content-type': 'multipart/form-data; boundary=x' } };
    return to.take(request as unknown as FastifyRequest, 'one', (taken) => taken.make());
  };

  it('is refused when it is infected, before anything else looks at it, and nothing of it is left', async () => {
    await expect(send(`something, ${MARK}, more`)).rejects.toMatchObject({ code: 'intake.file.infected', status: 422 });
    expect(readdirSync(join(directory, 'incoming'))).toEqual([]);
  });

  it('is not taken while the scanner does not answer: it may be sent again', async () => {
    const silent = receptionWith(`127.0.0.1:${await freePort()}`);
    await expect(send('something', silent)).rejects.toMatchObject({ code: 'intake.file.scanner_unavailable', status: 503 });
  });

  it('goes on to be opened when the scanner finds nothing', async () => {
    await expect(send('something')).rejects.toThrow(/worker ended/); // which is no program here
  });
});
