import { Inject, Injectable } from '@nestjs/common';
import { type Actor, DomainError, newId, SYSTEM } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { Replays, Shares, takeOrRefuse } from '@zero-distance/platform';
import type { FastifyRequest } from 'fastify';
import type { Content } from './download.js';
import type { FileDto } from './file.dto.js';
import { FileEntity } from './file.entity.js';
import { announceBytes, findFile, insertFile, unattachedOf } from './file.store.js';
import { toFileDto } from './file.view.js';
import { FILES, type Files, keyOf, thumbnailKeyOf } from './files.js';
import { extensionOf } from './media-type.js';
import type { ByteRange } from './storage/storage.js';
import { Reception, type Taken } from './upload/reception.js';

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

  /** A file that the caller may see: their own, until it belongs to something; then who sees that. */
  private find(actor: Actor, id: string): Promise<FileEntity> {
    const { refuse, subjects } = this.files;
    return this.transactor.read(actor, async (tx) => {
      const file = await findFile(tx, id);
      if (!file) throw refuse('file.not_found', { id });
      if (file.subjectKind === null || file.subjectId === null) {
        if (file.uploadedBy !== actor.id) throw refuse('file.not_found', { id });
        return file;
      }
      const see = subjects[file.subjectKind];
      if (!see) throw new Error(`nothing says who sees the files of a ${file.subjectKind}`);
      await see(tx, file.subjectId).catch((error: unknown) => {
        throw error instanceof DomainError && error.status === 404 ? refuse('file.not_found', { id }) : error;
      });
      return file;
    });
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

  private async assertRoom(actor: Actor): Promise<void> {
    const { files, bytes } = await this.transactor.read(actor, (tx) => unattachedOf(tx, actor.id));
    if (files < OF_AN_ACCOUNT.files && bytes < OF_AN_ACCOUNT.bytes) return;
    const limits = { count: OF_AN_ACCOUNT.files, limit: OF_AN_ACCOUNT.bytes / 1_048_576 };
    throw this.files.refuse('file.too_many_unattached', limits);
  }

  private async keep(actor: Actor, id: string, taken: Taken, made: Awaited<ReturnType<Taken['make']>>): Promise<FileDto> {
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
      return toFileDto(file);
    });
  }
}
