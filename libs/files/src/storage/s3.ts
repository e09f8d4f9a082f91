import { createReadStream } from 'node:fs';
import { stat, unlink } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { FilesConfig } from '../config.js';
import type { Storage } from './storage.js';

/** Neither connection nor answer may hang. */
const TIMES = { connectionTimeout: 3_000, requestTimeout: 60_000 };

/**
 * Files in a bucket of an S3-compatible store. The client is loaded only here: most districts have a disk.
 * @param prefix of the keys: several services may share a bucket
 */
export async function s3Storage(config: FilesConfig, bucket: string, prefix: string): Promise<Storage> {
  const { S3Client, PutObjectCommand, GetObjectCommand, DeleteObjectCommand } = await import('@aws-sdk/client-s3');
  const { FILES_S3_ENDPOINT: endpoint, FILES_S3_REGION: region, FILES_S3_ACCESS_KEY_ID, FILES_S3_SECRET_ACCESS_KEY } = config;
  const credentials =
    FILES_S3_ACCESS_KEY_ID && FILES_S3_SECRET_ACCESS_KEY
      ? { accessKeyId: FILES_S3_ACCESS_KEY_ID, secretAccessKey: FILES_S3_SECRET_ACCESS_KEY }
      : undefined; // the machine's own role
  const client = new S3Client({
    endpoint,
    region,
    credentials,
    forcePathStyle: endpoint !== undefined, // stores other than Amazon's have no name for each bucket
    requestChecksumCalculation: 'WHEN_REQUIRED', // nor do all know its newer checksums
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: TIMES,
  });
  const placed = (key: string) => ({ Bucket: bucket, Key: `${prefix}/${key}` });
  return {
    async keep(key, path) {
      const { size } = await stat(path);
      await client.send(new PutObjectCommand({ ...placed(key), Body: createReadStream(path), ContentLength: size }));
      await unlink(path);
    },
    async read(key, range) {
      const asked = range && { Range: `bytes=${range.start}-${range.end}` };
      const { Body } = await client.send(new GetObjectCommand({ ...placed(key), ...asked }));
      return Body as Readable;
    },
    async remove(key) {
      await client.send(new DeleteObjectCommand(placed(key)));
    },
  };
}
