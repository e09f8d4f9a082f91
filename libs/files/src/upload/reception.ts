import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DomainError, HOUR_MS } from '@zero-distance/kernel';
import { log, watchFigure } from '@zero-distance/platform';
import type { FastifyRequest } from 'fastify';
import type { FilesConfig } from '../config.js';
import type { FileRefusals } from '../file.errors.js';
import { keyOf, thumbnailKeyOf } from '../files.js';
import { FileFault } from '../inspect/file-fault.js';
import type { Inspected } from '../inspect/inspect.js';
import type { Masked } from '../inspect/mask.js';
import type { Region } from '../inspect/region.js';
import type { SizeLimits } from '../media-type.js';
import { Clamd } from '../scan/clamd.js';
import type { ByteRange, Storage } from '../storage/storage.js';
import type { Workshop } from '../workshop/workshop.js';
import { NotAForm, type Received, receive, write } from './receive.js';

/** Bytes that lie in the directory for arrivals for longer than this are of a process that ended. */
const ABANDONED_MS = HOUR_MS;
const MEGABYTE = 1_048_576;

/** A file that has arrived. */
export interface Taken {
  readonly receivedSha256: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly keepsPlaceAndTime: boolean;
  /** Scans and opens it, and makes what is kept of it. */
  make(): Promise<Made>;
}

/** What is kept of it. */
export interface Made extends Inspected {
  readonly bytes: number;
  readonly sha256: string;
  /** Where it lies until it is kept. */
  readonly path: string;
  readonly thumbnail: string | undefined;
}

/** Files on their way in: on the disk, never in memory, and gone from there whatever comes of them. */
@Injectable()
export class Reception implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly limits: SizeLimits;
  private readonly clamd: Clamd | undefined;
  private readonly incoming: string;

  constructor(
    config: FilesConfig,
    private readonly refuse: FileRefusals,
    private readonly storage: Storage,
    private readonly workshop: Workshop,
  ) {
    this.incoming = join(config.FILES_DIRECTORY, 'incoming');
    this.limits = {
      image: config.FILES_IMAGE_LIMIT_MB * MEGABYTE,
      document: config.FILES_DOCUMENT_LIMIT_MB * MEGABYTE,
      video: config.FILES_VIDEO_LIMIT_MB * MEGABYTE,
    };
    this.clamd = config.CLAMD_ADDRESS === undefined ? undefined : new Clamd(config.CLAMD_ADDRESS);
  }

  /** Throws when the directory is not there to write in: better than to find that out with the first file. */
  async onApplicationBootstrap(): Promise<void> {
    await mkdir(this.incoming, { recursive: true, mode: 0o700 });
    await this.removeAbandoned();
    const help = 'Bytes of the disk of the directory for files: all, and those that are free';
    watchFigure({ name: 'zd_files_disk_bytes', help, labelNames: ['state'] }, () => diskOf(this.incoming));
  }

  onApplicationShutdown(): void {
    this.workshop.close();
  }

  /** Bytes of the largest file there is. */
  get most(): number {
    return Math.max(...Object.values(this.limits));
  }

  /** Receives the file of a request and gives it to `use`; refuses what it is not, as the file's fault. */
  take<T>(request: FastifyRequest, id: string, use: (taken: Taken) => Promise<T>): Promise<T> {
    return this.takeUpTo(this.most, request, id, use);
  }

  /** The same with a file that is to be a picture: no more bytes of it are read than a picture may have. */
  takePicture<T>(request: FastifyRequest, id: string, use: (taken: Taken) => Promise<T>): Promise<T> {
    return this.takeUpTo(this.limits.image, request, id, use);
  }

  private takeUpTo<T>(most: number, { upload, headers }: FastifyRequest, id: string, use: (taken: Taken) => Promise<T>): Promise<T> {
    if (!upload) throw this.refuse('file.form_invalid', { zh: '不是表单', en: 'it is no form' });
    return this.use(id, (path) => receive(upload, headers['content-type'] ?? '', path, most), use);
  }

  /** The same with a file that has arrived before: a copy of it, which nobody can change any more. */
  takeWhole<T>(content: Readable, fields: Received['fields'], id: string, use: (taken: Taken) => Promise<T>): Promise<T> {
    return this.use(id, async (path) => ({ ...(await write(content, path)), fields }), use);
  }

  private async use<T>(id: string, arrive: (path: string) => Promise<Received>, use: (taken: Taken) => Promise<T>): Promise<T> {
    const path = join(this.incoming, id);
    try {
      const { sha256, bytes, fields } = await arrive(path);
      return await use({
        receivedSha256: sha256,
        fields,
        keepsPlaceAndTime: fields.placeAndTime === 'true',
        make: () => this.make(path, { sha256, bytes }),
      });
    } catch (error) {
      throw this.asRefusal(error);
    } finally {
      await Promise.all([path, outputOf(path), thumbnailOf(path)].map((one) => rm(one, { force: true })));
    }
  }

  /** Keeps what was made of a file under its id. */
  async keep(id: string, { path, thumbnail }: Made): Promise<void> {
    try {
      if (thumbnail !== undefined) await this.storage.keep(thumbnailKeyOf(id), thumbnail);
      await this.storage.keep(keyOf(id), path);
    } catch (error) {
      throw this.storageFailed(error);
    }
  }

  /** Makes of a picture that is kept one with parts of it covered, and keeps it under an id of its own. */
  async mask(ofFile: string, id: string, masks: readonly Region[]): Promise<Masked> {
    const path = join(this.incoming, id);
    try {
      await pipeline(await this.read(keyOf(ofFile), undefined), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
      const made = await this.workshop.mask({ source: path, masks, output: outputOf(path) });
      await this.storage.keep(keyOf(id), outputOf(path));
      return made;
    } catch (error) {
      if (error instanceof DomainError) throw error;
      throw this.storageFailed(error); // it was whole when it was taken in
    } finally {
      await Promise.all([path, outputOf(path)].map((one) => rm(one, { force: true })));
    }
  }

  /** What is kept under a key, or a part of it. */
  async read(key: string, range: ByteRange | undefined): Promise<Readable> {
    try {
      return await this.storage.read(key, range);
    } catch (error) {
      throw this.storageFailed(error);
    }
  }

  /** Removes what is kept of a file. */
  async remove(id: string): Promise<void> {
    await this.storage.remove(keyOf(id));
    await this.storage.remove(thumbnailKeyOf(id));
  }

  private storageFailed(error: unknown): Error {
    log.error({ err: error }, 'the storage of files failed');
    return this.refuse('file.storage_unavailable');
  }

  /** What processes that ended left in the directory for arrivals. */
  async removeAbandoned(): Promise<void> {
    const before = Date.now() - ABANDONED_MS;
    for (const name of await readdir(this.incoming)) {
      const path = join(this.incoming, name);
      const { mtimeMs = Number.POSITIVE_INFINITY } = (await stat(path).catch(() => undefined)) ?? {}; // it may just have been taken
      if (mtimeMs < before) await rm(path, { force: true });
    }
  }

  private async make(path: string, received: { readonly sha256: string; readonly bytes: number }): Promise<Made> {
    await this.scan(path);
    const paths = { output: outputOf(path), thumbnail: thumbnailOf(path) };
    const inspected = await this.workshop.inspect({ source: path, limits: this.limits, ...paths });
    const { image } = inspected;
    if (!image) return { ...inspected, ...received, path, thumbnail: undefined };
    return { ...inspected, sha256: image.sha256, bytes: image.bytes, path: paths.output, thumbnail: paths.thumbnail };
  }

  private async scan(path: string): Promise<void> {
    if (!this.clamd) return;
    const verdict = await this.clamd.scan(path).catch((error: unknown) => {
      log.error({ err: error }, 'the virus scanner could not be asked');
      throw this.refuse('file.scanner_unavailable');
    });
    if (verdict === 'infected') throw this.refuse('file.infected');
  }

  /** What went wrong with a file on its way in, as the service refuses it. */
  asRefusal(error: unknown): unknown {
    if (error instanceof FileFault) return this.refuse(`file.${error.reason}`, error.params, headersFor(error));
    if (error instanceof NotAForm) return this.refuse('file.form_invalid', { zh: '表单不完整或不符合要求', en: error.message });
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return this.storageFailed(error);
    return error;
  }
}

/** The rest of a file that is too large is not read. */
const headersFor = ({ reason }: FileFault) => (reason === 'too_large' ? { headers: { connection: 'close' } } : undefined);

const outputOf = (path: string): string => `${path}.made`;
const thumbnailOf = (path: string): string => `${path}.thumbnail`;

async function diskOf(directory: string): Promise<{ labels: { state: string }; value: number }[]> {
  const { blocks, bavail, bsize } = await statfs(directory);
  return [
    { labels: { state: 'total' }, value: blocks * bsize },
    { labels: { state: 'free' }, value: bavail * bsize },
  ];
}
