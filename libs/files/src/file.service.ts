import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, newId, SYSTEM } from '@zero-distance/kernel';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { Replays, Shares, takeOrRefuse } from '@zero-distance/platform';
import type { FastifyRequest } from 'fastify';
import type { Content } from './download.js';
import type { FileDto } from './file.dto.js';
import { FileEntity } from './file.entity.js';
import { readFile } from './file.reach.js';
import { announceBytes, insertFile, unattachedOf } from './file.store.js';
import { toFileDto } from './file.view.js';
import { FILES, type Files, keyOf, thumbnailKeyOf } from './files.js';
import { extensionOf } from './media-type.js';
import type { ByteRange } from './storage/storage.js';
import { type Made, Reception, type Taken } from './upload/reception.js';

/** Of one account: uploads at once, and what it may have sent that belongs to nothing yet. */
const OF_AN_ACCOUNT = { atOnce: 4, files: 200, bytes: 500 * 1_048_576 };

/** 文件: taking files in, and finding them for those who may see them. */
@Injectable()
export class FileService {
  private readonly underWay = new Shares('uploads of an account', OF_AN_ACCOUNT.atOnce);

  constructor(
    @Inject(FILES) private readonly files: Files,
    @Inject(Reception) private readonly reception: Reception,
    @Inject(Transactor) private readonly transactor: Transactor,
    @Inject(Replays) private readonly replays: Replays,
  ) {}

  /**
   * Takes the file of a request: received, scanned, opened and made anew; then its bytes are kept, and last its row. What a crash leaves in
   * between is found by `file_leftover`.
   */
  async upload(request: FastifyRequest): Promise<FileDto> {
    const caller = request.actor as Actor;
    takeOrRefuse(this.underWay, caller.id, 1);
    try {
      await this.assertRoom(caller);
      const id = newId();
      return await this.reception.take(request, id, async (taken) => {
        await this.replays.admit(request, { sha256: taken.receivedSha256, fields: taken.fields }, 201);
        const made = await taken.make();
        return this.keep(request.actor as Actor, id, taken, made);
      });
    } finally {
      this.underWay.giveBack(caller.id, 1);
    }
  }

  /** The same with a file that has arrived in pieces. @param also queues what else commits with it */
  takeIn(actor: Actor, content: Readable, fields: Taken['fields'], also: (tx: Tx, id: string) => void): Promise<FileDto> {
    const id = newId();
    return this.reception.takeWhole(content, fields, id, async (taken) => this.keep(actor, id, taken, await taken.make(), also));
  }

  private find(actor: Actor, id: string): Promise<FileEntity> {
    return this.transactor.read(actor, (tx) => readFile(tx, this.files, id));
  }

  /** The bytes of a file that the caller may see. */
  async content(actor: Actor, id: string): Promise<Content> {
    const file = await this.find(actor, id);
    const name = `${this.files.service}-${id}.${extensionOf(file.mediaType)}`;
    return { ...file, tag: file.sha256, name, read: (range) => this.reception.read(keyOf(id), range) };
  }

  /** Of its thumbnail, if it is a picture. */
  async thumbnail(actor: Actor, id: string): Promise<Content> {
    const file = await this.find(actor, id);
    if (file.thumbnailBytes === null) throw this.files.refuse('file.no_thumbnail', { id });
    const name = `${this.files.service}-${id}-thumbnail.jpg`;
    const read = (range?: ByteRange) => this.reception.read(thumbnailKeyOf(id), range);
    return { mediaType: 'image/jpeg', bytes: file.thumbnailBytes, tag: `${file.sha256}-thumbnail`, name, read };
  }

  /** Refuses another file to who has sent too much that belongs to nothing. @param more bytes of it, where they are known */
  async assertRoom(actor: Actor, more = 0, most: { readonly files: number; readonly bytes: number } = OF_AN_ACCOUNT): Promise<void> {
    const { files, bytes } = await this.transactor.read(actor, (tx) => unattachedOf(tx, actor.id));
    if (files < most.files && bytes + more < most.bytes) return;
    const limits = { count: most.files, limit: most.bytes / 1_048_576 };
    throw this.files.refuse('file.too_many_unattached', limits);
  }

  /** Keeps what was made of a file under its id, and says what it is. */
  async keep(actor: Actor, id: string, taken: Taken, made: Made, also?: (tx: Tx, id: string) => void): Promise<FileDto> {
    await this.transactor.transact(SYSTEM, async (tx) => announceBytes(tx, id));
    await this.reception.keep(id, made);
    return this.transactor.transact(actor, async (tx) => {
      const image = made.image;
      const [longitude, latitude] = (taken.keepsPlaceAndTime && image?.point) || [null, null];
      const file: FileEntity = Object.assign(new FileEntity(), {
        id,
        mediaType: made.mediaType,
        bytes: made.bytes,
        sha256: made.sha256,
        receivedSha256: taken.receivedSha256,
        thumbnailBytes: image?.thumbnailBytes ?? null,
        width: image?.width ?? null,
        height: image?.height ?? null,
        takenAt: taken.keepsPlaceAndTime && image?.takenAt ? new Date(image.takenAt) : null,
        longitude,
        latitude,
        uploadedBy: actor.id,
        uploadedAt: tx.now,
        subjectKind: null,
        subjectId: null,
        purpose: null,
        attachedAt: null,
      });
      insertFile(tx, file);
      also?.(tx, id);
      return toFileDto(file);
    });
  }
}
